/**
 * Explanations why two values differ: rounding, a time zone, an encoding. Part of stage 5 of 8.
 *
 * <p>Here belongs what is exactly true of two values and may be why they differ. Whether it is the
 * cause is for the reader to decide; many differences with the same explanation make it likely.
 * What decides whether values are equal does not belong here.
 */
@NullMarked
package io.understudy.compare.explain;

import org.jspecify.annotations.NullMarked;
