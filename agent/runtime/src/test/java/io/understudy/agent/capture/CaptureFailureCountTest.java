package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Calls;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limit of failures at one call point, and the reports. */
class CaptureFailureCountTest {
  private final List<String> warnings = new ArrayList<>();
  private final CaptureFailures failures =
      new CaptureFailures(Calls.point(Object.class, "a", Object.class, "b"), warnings::add);

  @Test
  void firstFailureIsReportedWithItsPlaceAndWithoutItsMessage() {
    failures.add(new IllegalStateException("a value of the application"));
    failures.add(new IllegalStateException("another value"));
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .startsWith(
            "quote: a call could not be captured because of java.lang.IllegalStateException")
        .contains(" at " + getClass().getName())
        .doesNotContain("value of the application");
    assertThat(failures.isOff()).isFalse();
  }

  @Test
  void pointIsTurnedOffAtTheLimitAndReportedOnce() {
    for (int i = 1; i < CaptureFailures.LIMIT; i++) {
      failures.add(new IllegalStateException());
    }
    assertThat(failures.isOff()).isFalse();
    failures.add(new IllegalStateException());
    assertThat(failures.isOff()).isTrue();
    failures.add(new IllegalStateException());
    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(1))
        .isEqualTo(
            "quote: capturing failed 100 times inside of the agent; its calls are counted as shed"
                + " from now on");
  }

  @Test
  void stackOverflowIsReportedOnceAndNeverTurnsThePointOff() {
    for (int i = 0; i < 2 * CaptureFailures.LIMIT; i++) {
      failures.add(new StackOverflowError());
    }
    assertThat(failures.isOff()).isFalse();
    assertThat(warnings).hasSize(1);
  }

  @Test
  void failureWithoutAStackTraceIsReportedByItsClass() {
    IllegalStateException bare = new IllegalStateException();
    bare.setStackTrace(new StackTraceElement[0]);
    failures.add(bare);
    assertThat(warnings.get(0))
        .isEqualTo(
            "quote: a call could not be captured because of java.lang.IllegalStateException; it is"
                + " counted as uncaptured, and the application is not affected");
  }
}
