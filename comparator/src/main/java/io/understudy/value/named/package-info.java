/**
 * Stages 4 and 5 of 8 (replay, compare). Objects whose classes are known by name alone, because
 * another JVM has read them. Comparisons accept them like the objects that the {@code Freezer}
 * makes; no class is loaded for them. Their encoding belongs in {@code io.understudy.portable}.
 */
@NullMarked
package io.understudy.value.named;

import org.jspecify.annotations.NullMarked;
