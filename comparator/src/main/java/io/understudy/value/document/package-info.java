/**
 * Stage 5 of 8 (compare). Reads JSON texts, XML texts and DOM trees by content. Trees of JSON
 * libraries belong in {@code value.library}; the rules decide what is equal.
 */
@NullMarked
package io.understudy.value.document;

import org.jspecify.annotations.NullMarked;
