package io.understudy.report.summary;

import io.understudy.journal.SessionEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a JVM with the agent. Immutable.
 *
 * @param entry the first entry of the session: application, host, JVM, configuration
 * @param closed why the session ended; empty where it still runs or was killed
 * @param end when the session ended, or the last minute that it counted
 * @param books the calls of the period
 */
public record SessionSummary(
    SessionEntry entry, Optional<String> closed, Instant end, Books books) {}
