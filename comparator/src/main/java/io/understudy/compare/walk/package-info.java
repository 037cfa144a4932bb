/**
 * The comparison itself, stage 5 of 8: one walk through the graphs of control and candidate, under
 * rules. {@code Differ} is the entry.
 *
 * <p>Here belongs what goes through two graphs or pairs their elements: records, maps, lists and
 * multisets. What a rule says belongs to {@code rule}, an algorithm that needs hashes and places
 * only to {@code align}.
 */
@NullMarked
package io.understudy.compare.walk;

import org.jspecify.annotations.NullMarked;
