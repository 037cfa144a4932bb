package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TallyTest {
  private @Nullable Object key;

  @BeforeEach
  void open() {
    key = Tally.open();
    assertThat(key).isNotNull();
  }

  @AfterEach
  void close() {
    Tally.close(key);
  }

  @Test
  void callsOfSeveralMethods() {
    int first = Tally.reserve(key);
    for (int i = 0; i < 1_000; i++) {
      Tally.enter(first);
    }
    Tally.enter(first + Tally.CHUNK - 1);

    assertThat(Tally.calls(first)).isEqualTo(1_000);
    assertThat(Tally.calls(first + 1)).isZero();
    assertThat(Tally.calls(first + Tally.CHUNK - 1)).isEqualTo(1);
    assertThat(Tally.threads(first)).isEqualTo(1);
    assertThat(Tally.threads(first + 1)).isZero();
  }

  @Test
  void oneCallInSixtyFourIsTimed() {
    int number = Tally.reserve(key);
    for (int i = 0; i < 640; i++) {
      long start = Tally.enter(number);
      if (start != 0) {
        Tally.exit(number, start - 1_000_000);
      }
    }

    assertThat(Tally.timed(number)).isEqualTo(10);
    assertThat(Tally.nanos(number)).isGreaterThanOrEqualTo(10_000_000);
  }

  @Test
  void severalThreads() throws Exception {
    int number = Tally.reserve(key);
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> Tally.enter(number));
      threads[i].start();
      threads[i].join();
    }

    assertThat(Tally.calls(number)).isEqualTo(8);
    assertThat(Tally.threads(number)).isBetween(4, 8);
  }

  @Test
  void secondCountIsRefused() {
    assertThat(Tally.open()).isNull();
    assertThat(Tally.close(new Object())).isFalse();
    assertThat(Tally.close(null)).isFalse();
    assertThat(Tally.reserve(new Object())).isEqualTo(-1);
  }

  @Test
  void closedAndUnknownNumbersCountNothing() {
    int number = Tally.reserve(key);
    Tally.close(key);

    assertThat(Tally.enter(number)).isZero();
    assertThat(Tally.enter(number + 100 * Tally.CHUNK)).isZero();
    assertThat(Tally.enter(-1)).isZero();
    Tally.exit(number, 1);
    assertThat(Tally.calls(number)).isZero();
    assertThat(Tally.reserve(key)).isEqualTo(-1);
  }

  @Test
  void numbersAreNeverUsedTwice() {
    int first = Tally.reserve(key);
    Tally.close(key);
    key = Tally.open();

    assertThat(Tally.reserve(key)).isGreaterThan(first);
  }

  @Test
  void hundredThousandMethodsCanBeCounted() {
    int chunks = 0;
    while (Tally.reserve(key) >= 0) {
      chunks++;
    }

    assertThat(chunks).isEqualTo(100);
  }
}
