/**
 * Algorithms of stage 5 of 8 that tell which elements of two lists go together.
 *
 * <p>Here belongs what works on hashes and places alone. Objects, shapes and rules do not: this
 * package depends on no other.
 */
@NullMarked
package io.understudy.compare.align;

import org.jspecify.annotations.NullMarked;
