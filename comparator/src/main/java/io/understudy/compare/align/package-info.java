/**
 * Algorithms of stage 5 of 8 that pair the elements of two lists.
 *
 * <p>Algorithms that need only hashes and places belong here. Code that needs objects, shapes or
 * rules does not: this package depends on no other.
 */
@NullMarked
package io.understudy.compare.align;

import org.jspecify.annotations.NullMarked;
