package io.understudy.report.summary;

import io.understudy.journal.SessionEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a JVM with the agent. Immutable.
 *
 * @param facts what the session said of itself at its beginning
 * @param closed why it ended; empty where it has no closing record: it still runs, or was killed
 * @param end when it ended, or the last minute of which it tells
 * @param books what it intercepted in the period
 */
public record SessionSummary(
    SessionEntry facts, Optional<String> closed, Instant end, Books books) {}
