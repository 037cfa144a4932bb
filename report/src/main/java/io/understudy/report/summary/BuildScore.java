package io.understudy.report.summary;

import java.time.LocalDate;

/**
 * What one build has shown. Immutable.
 *
 * @param build what the evidence belongs to
 * @param first day on which it was seen
 * @param last day on which it was seen
 * @param score of its calls
 */
public record BuildScore(Build build, LocalDate first, LocalDate last, Score score) {}
