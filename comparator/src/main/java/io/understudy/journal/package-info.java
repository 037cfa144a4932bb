/**
 * Stage 6 of 8. The model of the journal: its entries, the fates that they count, and the visitor
 * that receives them.
 *
 * <p>Here belongs what a line of a journal states. How a line is spelled ({@code json}) and how it
 * is stored on the disk ({@code file}) do not belong here.
 *
 * <p>{@code docs/journal-format.md} specifies the format. The JSON Schema {@code
 * io/understudy/journal/journal.schema.json} in this jar lists every entry and field. In short: a
 * journal is a set of files, and each file belongs to one session (one run of one JVM). A file is
 * JSON Lines in UTF-8. Its first line is a {@link io.understudy.journal.SessionEntry}. The next
 * lines are {@link io.understudy.journal.PointEntry}, {@link io.understudy.journal.TallyEntry} and
 * {@link io.understudy.journal.ExampleEntry}. A {@link io.understudy.journal.SealEntry} ends each
 * batch with the SHA-256 of all bytes from the previous seal on. A {@link
 * io.understudy.journal.CloseEntry} marks the orderly end of a session. A reader refuses a greater
 * {@code format} and skips the additions of a greater {@code revision}.
 */
@NullMarked
package io.understudy.journal;

import org.jspecify.annotations.NullMarked;
