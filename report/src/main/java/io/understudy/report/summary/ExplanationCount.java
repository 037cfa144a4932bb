package io.understudy.report.summary;

/**
 * How many calls one explanation holds for, among those that differ in one way. A difference may
 * have several explanations, so they may add up to more than its calls. Immutable.
 *
 * @param name of the explanation, {@code rounding HALF_UP/HALF_EVEN}; empty for calls of which no
 *     explanation is known
 * @param calls how many; of unexplained ones at least so many
 * @param deltas of the examples that it explains
 */
public record ExplanationCount(String name, long calls, DeltaSummary deltas) {}
