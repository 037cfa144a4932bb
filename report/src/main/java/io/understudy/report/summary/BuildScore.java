package io.understudy.report.summary;

import java.time.LocalDate;

/**
 * The score of one build. Immutable.
 *
 * @param build the build
 * @param first the first day with its calls
 * @param last the last day with its calls
 * @param score the score of its calls
 */
public record BuildScore(Build build, LocalDate first, LocalDate last, Score score) {}
