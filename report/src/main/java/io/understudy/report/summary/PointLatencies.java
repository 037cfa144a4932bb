package io.understudy.report.summary;

import io.understudy.journal.LatencyCounts;

/**
 * Latencies of a call point, in nanoseconds. Immutable.
 *
 * @param control of the legacy implementation, as its callers saw it
 * @param candidate of the new implementation, of answers in time
 * @param caller what capturing cost the calling threads
 */
public record PointLatencies(
    LatencyCounts control, LatencyCounts candidate, LatencyCounts caller) {}
