package io.understudy.report.summary;

import io.understudy.journal.SessionEntry;

/**
 * A session of which nothing counts, because its evidence was changed after writing or contradicts
 * itself. Immutable.
 *
 * @param entry the first line of one of its files
 * @param files the number of its files
 * @param intercepted the calls that its intact parts state; they count nowhere
 */
public record VoidedSession(SessionEntry entry, long files, long intercepted) {}
