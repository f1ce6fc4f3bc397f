package io.multishot.proof.scenario;

/** A scenario with so many schedules that a build goes through those without preemptions only. */
public interface Wider extends Wide {}
