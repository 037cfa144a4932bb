/**
 * Stage 5 of 8. The model of a comparison: the outcomes of control and candidate that replay hands
 * over, and the differences that go to the journal.
 *
 * <p>Here belongs what every part of the stage shares: outcomes, differences, their kinds and
 * texts, and how two values without parts are equal. What counts as equal belongs to {@code rule},
 * how two graphs are compared to {@code walk}, where {@code Differ} is the entry. Pure: no threads,
 * no clocks, no files.
 */
@NullMarked
package io.understudy.compare;

import org.jspecify.annotations.NullMarked;
