/**
 * Stage 6 of 8. The model of the journal: the entries that a journal holds, the fates that they
 * count, and the visitor that receives them.
 *
 * <p>Here belongs what a line of a journal states. Here belongs neither how a line is spelled
 * ({@code json}), nor how it gets to the disk and back ({@code file}).
 *
 * <p>{@code docs/journal-format.md} specifies the format, and the JSON Schema {@code
 * io/understudy/journal/journal.schema.json} in this jar states every entry and field. In short: a
 * journal is a set of files, each of one session (one run of one JVM). A file is JSON Lines in
 * UTF-8. Its first line is a {@link io.understudy.journal.SessionEntry}. Then follow {@link
 * io.understudy.journal.PointEntry}, {@link io.understudy.journal.TallyEntry} and {@link
 * io.understudy.journal.ExampleEntry}. A {@link io.understudy.journal.SealEntry} ends each batch
 * with the SHA-256 of all bytes from the seal before. A {@link io.understudy.journal.CloseEntry}
 * ends a session that ended in order. A reader refuses a greater {@code format} and skips what a
 * greater {@code revision} added.
 */
@NullMarked
package io.understudy.journal;

import org.jspecify.annotations.NullMarked;
