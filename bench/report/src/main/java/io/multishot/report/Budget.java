package io.multishot.report;

import java.util.List;

/**
 * What was promised before anything was measured.
 *
 * @param what it is about
 * @param limit at most so many times the best of the others; if there are none, so many bytes
 * @param ours what is held against it
 * @param others what it is compared with
 */
record Budget(String what, double limit, Case ours, List<Case> others) {}
