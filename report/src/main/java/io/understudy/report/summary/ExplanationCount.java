package io.understudy.report.summary;

/**
 * The number of calls of one signature that an explanation covers. One difference can have several
 * explanations, so their sum can exceed the calls of the signature. Immutable.
 *
 * @param name the explanation, such as {@code rounding HALF_UP/HALF_EVEN}; empty for the calls
 *     without an explanation
 * @param calls the number of calls; a lower bound where the name is empty
 * @param deltas the deltas of the recorded examples
 */
public record ExplanationCount(String name, long calls, DeltaSummary deltas) {}
