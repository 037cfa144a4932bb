/**
 * Stage 6 of 8. Writes journal files (rotation, seals, compression, repair after a failure) and
 * reads them (order, seals, damage).
 *
 * <p>Here belongs what deals with files, lines as bytes, and hashes; the entries in the lines are
 * read and written by {@code json} and {@code redact}.
 */
@NullMarked
package io.understudy.journal.file;

import org.jspecify.annotations.NullMarked;
