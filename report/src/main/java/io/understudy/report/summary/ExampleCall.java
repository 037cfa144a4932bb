package io.understudy.report.summary;

import io.understudy.journal.ExampleEntry;

/**
 * One recorded call and where it was made. Immutable.
 *
 * @param entry the call as the journal has it
 * @param session the id of the session that recorded the call
 * @param host the host of that session
 */
public record ExampleCall(ExampleEntry entry, String session, String host) {}
