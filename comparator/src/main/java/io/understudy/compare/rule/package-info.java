/**
 * The rules of stage 5 of 8: what counts as equal, and where.
 *
 * <p>Here belongs what rules say, how they are built and checked, which of them holds at a place,
 * and how often each of them mattered. A rule returns what it finds; it never calls the walk, and
 * knows no list or map of the two sides.
 */
@NullMarked
package io.understudy.compare.rule;

import org.jspecify.annotations.NullMarked;
