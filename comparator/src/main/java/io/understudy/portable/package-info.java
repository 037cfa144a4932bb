/**
 * Stages 4 and 5 of 8 (replay, compare). The portable form: the encoding of values that leave the
 * JVM, which docs/portable-form.md specifies. Writing takes live or frozen objects, reading gives
 * objects of {@code io.understudy.value.named}. Making live objects of them does not belong here.
 */
@NullMarked
package io.understudy.portable;

import org.jspecify.annotations.NullMarked;
