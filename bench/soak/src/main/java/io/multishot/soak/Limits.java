package io.multishot.soak;

/**
 * How much of a program to run.
 *
 * @param shots how many shots to go through, at most, where things go wrong
 * @param nanos after how long to stop, be they done or not
 * @param hotNanos the same for shots at full speed on one thread: they are told by the time alone
 * @param stallNanos how long without progress is for ever
 */
record Limits(int shots, long nanos, long hotNanos, long stallNanos) {}
