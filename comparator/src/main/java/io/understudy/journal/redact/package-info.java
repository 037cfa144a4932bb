/**
 * Stage 6 of 8. Writes the live values of an example: masks what the configuration redacts, and
 * cuts what is too large.
 *
 * <p>Here belongs all code of the journal that looks into a value of the application, so that no
 * value reaches the disk unmasked on another way. What was written is read by {@code json}.
 */
@NullMarked
package io.understudy.journal.redact;

import org.jspecify.annotations.NullMarked;
