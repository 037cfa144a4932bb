/**
 * The comparison of stage 5 of 8: one walk through the graphs of control and candidate, under
 * rules. {@code Differ} is the entry.
 *
 * <p>Code that walks two graphs or pairs their elements belongs here: for records, maps, lists and
 * multisets. Rules belong to {@code rule}; algorithms that need only hashes and indexes belong to
 * {@code align}.
 */
@NullMarked
package io.understudy.compare.walk;

import org.jspecify.annotations.NullMarked;
