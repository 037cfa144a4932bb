/**
 * Stage 6 of 8. Writes journal files (rotation, seals, compression, repair after a failure) and
 * reads them (order, seals, damage).
 *
 * <p>Here belongs what handles files, lines as bytes, and hashes. The entries in the lines do not
 * belong here: {@code json} and {@code redact} read and write them.
 */
@NullMarked
package io.understudy.journal.file;

import org.jspecify.annotations.NullMarked;
