/**
 * Stage 6 of 8. Writes the live values of an example: it masks what the configuration redacts and
 * cuts what is too large.
 *
 * <p>Here belongs all code of the journal that reads a value of the application, so that no value
 * reaches the disk unmasked. Reading journals does not belong here; {@code json} does that.
 */
@NullMarked
package io.understudy.journal.redact;

import org.jspecify.annotations.NullMarked;
