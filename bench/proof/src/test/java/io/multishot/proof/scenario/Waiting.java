package io.multishot.proof.scenario;

/**
 * A scenario in which a thread waits for another in a loop, so that no search goes through all of
 * its schedules.
 */
public interface Waiting {}
