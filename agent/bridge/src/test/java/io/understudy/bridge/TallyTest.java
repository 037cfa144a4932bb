package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TallyTest {
  @BeforeEach
  void open() {
    assertThat(Tally.open()).isTrue();
  }

  @AfterEach
  void close() {
    Tally.close();
  }

  @Test
  void callsOfSeveralMethods() {
    int first = Tally.reserve();
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
    int number = Tally.reserve();
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
    int number = Tally.reserve();
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
    assertThat(Tally.open()).isFalse();
  }

  @Test
  void closedAndUnknownNumbersCountNothing() {
    int number = Tally.reserve();
    Tally.close();

    assertThat(Tally.enter(number)).isZero();
    assertThat(Tally.enter(number + 100 * Tally.CHUNK)).isZero();
    assertThat(Tally.enter(-1)).isZero();
    Tally.exit(number, 1);
    assertThat(Tally.calls(number)).isZero();
    assertThat(Tally.reserve()).isEqualTo(-1);
  }

  @Test
  void numbersAreNeverUsedTwice() {
    int first = Tally.reserve();
    Tally.close();
    Tally.open();

    assertThat(Tally.reserve()).isGreaterThan(first);
  }

  @Test
  void hundredThousandMethodsCanBeCounted() {
    int chunks = 0;
    while (Tally.reserve() >= 0) {
      chunks++;
    }

    assertThat(chunks).isEqualTo(100);
  }
}
