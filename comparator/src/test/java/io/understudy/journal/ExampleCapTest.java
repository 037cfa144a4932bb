package io.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class ExampleCapTest {
  private static final long HOUR = 3_600_000;

  @Test
  void eachHourHasALimitPerSignature() {
    ExampleCap cap = new ExampleCap(2);
    assertThat(admit(cap, "quote", "a", 0)).isTrue();
    assertThat(admit(cap, "quote", "a", HOUR - 1)).isTrue();
    assertThat(admit(cap, "quote", "a", HOUR - 1)).isFalse();
    assertThat(admit(cap, "quote", "a", HOUR)).isTrue();
  }

  @Test
  void lateCallsShareTheRoomOfTheNewHour() {
    ExampleCap cap = new ExampleCap(1);
    assertThat(admit(cap, "quote", "a", HOUR - 1)).isTrue();
    assertThat(admit(cap, "quote", "a", HOUR)).isTrue();
    assertThat(admit(cap, "quote", "a", HOUR - 1)).isFalse();
    assertThat(admit(cap, "quote", "a", HOUR)).isFalse();
  }

  @Test
  void clockSetBackDoesNotCloseTheCap() {
    ExampleCap cap = new ExampleCap(1);
    assertThat(admit(cap, "quote", "a", 1_000_000 * HOUR)).isTrue();
    assertThat(admit(cap, "quote", "a", 2 * HOUR)).isTrue();
  }

  @Test
  void pointsAndSignaturesAreCountedSeparately() {
    ExampleCap cap = new ExampleCap(1);
    assertThat(admit(cap, "quote", "a", 0)).isTrue();
    assertThat(admit(cap, "quote", "b", 0)).isTrue();
    assertThat(admit(cap, "refund", "a", 0)).isTrue();
    assertThat(admit(cap, "refund", "a", 0)).isFalse();
  }

  @Test
  void oneSignatureWithRoomIsEnough() {
    ExampleCap cap = new ExampleCap(1);
    assertThat(admit(cap, "quote", "a", 0)).isTrue();
    assertThat(cap.admit("quote", Arrays.asList("a", "b"), 0)).isTrue();
    assertThat(cap.admit("quote", Arrays.asList("a", "b"), 0)).isFalse();
  }

  @Test
  void capOfZeroAdmitsNothing() {
    assertThat(admit(new ExampleCap(0), "quote", "a", 0)).isFalse();
  }

  @Test
  void numberOfSignaturesIsBounded() {
    ExampleCap cap = new ExampleCap(5);
    for (int i = 0; i < ExampleCap.MOST_SIGNATURES; i++) {
      assertThat(admit(cap, "quote", "signature " + i, 0)).isTrue();
    }
    assertThat(admit(cap, "quote", "one more", 0)).isFalse();
    assertThat(admit(cap, "quote", "signature 7", 0)).isTrue();
    assertThat(admit(cap, "quote", "one more", HOUR)).isTrue();
  }

  private static boolean admit(ExampleCap cap, String point, String signature, long at) {
    return cap.admit(point, Collections.singletonList(signature), at);
  }
}
