package io.understudy.report.summary;

import io.understudy.journal.latency.LatencyCounts;

/**
 * The latencies of a call point in nanoseconds. Immutable.
 *
 * @param control the latencies of the control, measured on the calling threads
 * @param candidate the latencies of the candidate, without timed-out calls
 * @param caller the time that capturing took on the calling threads
 */
public record PointLatencies(
    LatencyCounts control, LatencyCounts candidate, LatencyCounts caller) {}
