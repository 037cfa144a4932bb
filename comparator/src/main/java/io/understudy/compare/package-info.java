/**
 * Stage 5 of 8. Takes the outcomes of control and candidate from replay, compares them under rules,
 * and gives the differences to the journal. Pure: no threads, no clocks, no files.
 */
@NullMarked
package io.understudy.compare;

import org.jspecify.annotations.NullMarked;
