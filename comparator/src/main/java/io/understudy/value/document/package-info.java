/**
 * For stage 5 of 8 (compare): reads JSON and XML texts and DOM trees by what they say. Trees of
 * JSON libraries belong in {@code value.library}; what counts as equal belongs in the rules.
 */
@NullMarked
package io.understudy.value.document;

import org.jspecify.annotations.NullMarked;
