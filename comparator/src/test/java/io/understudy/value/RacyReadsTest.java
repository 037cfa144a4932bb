package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RacyReadsTest {
  @Test
  void firstConsistentReadIsReturned() {
    Deque<String> reads = new ArrayDeque<>(Arrays.asList("", "", "x", "y"));

    String read =
        RacyReads.readConsistently(
            () -> {
              String next = reads.remove();
              return next.isEmpty() ? null : next;
            });

    assertThat(read).isEqualTo("x");
    assertThat(reads).containsExactly("y");
  }

  @Test
  void readFailsAfterEightInconsistentReads() {
    AtomicInteger reads = new AtomicInteger();

    assertThatThrownBy(
            () ->
                RacyReads.readConsistently(
                    () -> {
                      reads.incrementAndGet();
                      return null;
                    }))
        .isInstanceOf(ConcurrentModificationException.class);
    assertThat(reads).hasValue(8);
  }

  @Test
  void exceptionOfAReadIsPassedOn() {
    IllegalStateException thrown = new IllegalStateException("broken");

    assertThatThrownBy(
            () ->
                RacyReads.readConsistently(
                    () -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
  }

  @Test
  void fieldThatDoesNotExistIsNull() {
    assertThat(RacyReads.refField(java.util.Vector.class, "noSuchField")).isNull();
    assertThat(RacyReads.intField(java.util.Vector.class, "noSuchField")).isNull();
  }
}
