package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTableTest {
  /** Stores this many equal texts, which are different objects, and finds each again. */
  private static void check(int count, int expected, IntUnaryOperator fingerprint) {
    FingerprintTable table = new FingerprintTable();
    table.expect(expected);
    String[] keys = new String[count];
    for (int i = 0; i < count; i++) {
      keys[i] = new String("equal");
      assertThat(table.get(keys[i], fingerprint.applyAsInt(i))).isNull();
      assertThat(table.putIfAbsent(keys[i], i, fingerprint.applyAsInt(i))).isNull();
    }
    for (int i = 0; i < count; i++) {
      assertThat(table.get(keys[i], fingerprint.applyAsInt(i))).isEqualTo(i);
      assertThat(table.putIfAbsent(keys[i], -1, fingerprint.applyAsInt(i))).isEqualTo(i);
    }
    assertThat(table.get(new String("equal"), fingerprint.applyAsInt(0))).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 9, 15, 16, 17, 50, 63, 64, 65, 127, 128, 129, 1000, 5000})
  void differentFingerprints(int count) {
    check(count, 0, i -> i * 7919);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 50, 1000})
  void expectedNumber(int count) {
    check(count, count, i -> i);
    check(count, Integer.MAX_VALUE, i -> -i);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 32, 33, 34, 64, 20_000})
  void equalFingerprints(int count) {
    check(count, 0, i -> 0);
    check(count, 50, i -> -1);
  }

  @Test
  void fewDifferentFingerprints() {
    check(20_000, 0, i -> i % 100);
  }

  @Test
  void differentFingerprintsThenEqualOnes() {
    check(20_000, 0, i -> i < 10_000 ? i : 3);
  }

  @Test
  void fingerprintsThatFallOnOnePlaceOfAnyIndex() {
    check(5000, 0, i -> i << 27);
  }

  @Test
  void changedFingerprintIsTakenForAnotherObject() {
    FingerprintTable table = new FingerprintTable();
    for (int i = 0; i < 20; i++) {
      table.putIfAbsent(new Object(), i, i);
    }
    Object moving = new Object();
    table.putIfAbsent(moving, "then", 100);
    assertThat(table.get(moving, 101)).isNull();
    assertThat(table.get(moving, 100)).isEqualTo("then");
  }
}
