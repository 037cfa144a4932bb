/**
 * Stage 5 of 8. The model of a comparison: the outcomes of control and candidate that replay hands
 * over, and the differences that go to the journal.
 *
 * <p>Types that every part of the stage shares belong here: outcomes, differences, their kinds and
 * texts, and the equality of scalars. Rules belong to {@code rule}; the comparison of two graphs
 * belongs to {@code walk}, where {@code Differ} is the entry. No code here uses threads, clocks or
 * files.
 */
@NullMarked
package io.understudy.compare;

import org.jspecify.annotations.NullMarked;
