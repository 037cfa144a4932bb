package io.understudy.overhead.latency;

/**
 * The figures of a variant at one load in one round.
 *
 * @param window what the application measured
 * @param longestPause of the garbage collector, in nanoseconds
 * @param pauses the share of time in pauses of the garbage collector
 */
record Figures(Window window, double longestPause, double pauses) {}
