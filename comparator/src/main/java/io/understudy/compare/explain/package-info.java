/**
 * What explains that two values differ: rounding, a time zone, an encoding. Part of stage 5. Each
 * explanation states something that is exactly true of the two values; that it is the cause remains
 * the reader's judgement, and grows with the number of differences that it explains alike.
 */
@NullMarked
package io.understudy.compare.explain;

import org.jspecify.annotations.NullMarked;
