/**
 * Colours of objects: two objects have the same colour exactly when they are equal, however deep or
 * cyclic their graphs are. Partition refinement computes them for many objects at once.
 *
 * <p>Code that needs a whole graph of objects at once belongs here, and the bound of the steps of a
 * comparison. Code that walks two graphs side by side belongs to {@code walk}.
 */
@NullMarked
package io.understudy.compare.refine;

import org.jspecify.annotations.NullMarked;
