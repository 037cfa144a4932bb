/**
 * Stage 7 of 8. Takes entries from journals and gives a summary to render. Sums in bounded memory
 * and the conclusions from them belong here; the immutable results are in {@code summary}, and no
 * text for people is written here except reasons and problems. Two aggregates merge into the
 * aggregate of both parts.
 */
@NullMarked
package io.understudy.report.aggregate;

import org.jspecify.annotations.NullMarked;
