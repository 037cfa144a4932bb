/**
 * What explains that two values differ: rounding, a time zone, an encoding. Part of stage 5 of 8.
 *
 * <p>Here belongs what is exactly true of two values and may be why they differ. That it is the
 * cause remains the reader's judgement, and grows with the number of differences that it explains
 * alike. Nothing here decides whether values are equal.
 */
@NullMarked
package io.understudy.compare.explain;

import org.jspecify.annotations.NullMarked;
