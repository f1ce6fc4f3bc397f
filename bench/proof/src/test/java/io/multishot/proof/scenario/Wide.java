package io.multishot.proof.scenario;

/** A scenario with so many schedules that a build goes through those with one preemption only. */
public interface Wide {}
