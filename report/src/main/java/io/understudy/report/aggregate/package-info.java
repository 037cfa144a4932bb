/**
 * Stage 7 of 8. Takes entries from journals, sums them per call point and day in bounded memory,
 * and gives the evidence to render. What it holds of two halves merges into what it would hold of
 * the whole.
 */
@NullMarked
package io.understudy.report.aggregate;

import org.jspecify.annotations.NullMarked;
