/**
 * Decides what the content of an object is: which of its fields belong to it, which fields of a
 * container store its elements, and whether the order of a collection counts.
 */
@NullMarked
package io.understudy.value.contents;

import org.jspecify.annotations.NullMarked;
