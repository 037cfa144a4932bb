package io.understudy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UndoingTest {
  @Test
  void allStepsRunInTheirOrderAndTheFirstFailureStays() {
    List<String> done = new ArrayList<>();
    Error failure = new OutOfMemoryError("no thread");
    IllegalStateException again = new IllegalStateException("shutdown");
    Undoing.run(
        failure,
        () -> done.add("capture"),
        () -> {
          throw again;
        },
        () -> {
          throw failure;
        },
        () -> done.add("guard"));
    assertThat(done).containsExactly("capture", "guard");
    assertThat(failure.getSuppressed()).containsExactly(again);
  }
}
