package io.understudy.agent.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.service.ControlScope;
import io.understudy.bridge.Tally;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountCommandTest {
  /** A class that the tool would propose. */
  public static class PricingService {
    public long quote(String cart, int customer) {
      return cart.length() + customer;
    }
  }

  @Test
  void wordsDescribeTheScope() {
    assertThat(CountCommand.words(ControlScope.of("com.acme", null), 500))
        .containsEntry("command", "count")
        .containsEntry("packages", "com.acme")
        .containsEntry("millis", "500")
        .doesNotContainKey("candidates");
    assertThat(CountCommand.words(ControlScope.of("com.acme", "com.acme.next"), 500))
        .containsEntry("candidates", "com.acme.next");
  }

  @Test
  void requestIsServedAsText() throws InterruptedException {
    FakeJvm jvm = new FakeJvm(PricingService.class, String.class);
    Map<String, String> words =
        CountCommand.words(ControlScope.of(PricingService.class.getPackage().getName(), null), 1);
    CallCounts counts = CallCounts.of(CountCommand.serve(jvm.instrumentation(), words));
    assertThat(counts.millis()).isEqualTo(1);
    assertThat(counts.methods()).hasSize(1);
    assertThat(counts.methods().get(0).method).isEqualTo("quote(Ljava/lang/String;I)J");
  }

  @Test
  void requestWithoutDurationIsInvalid() {
    Map<String, String> words = new HashMap<>(Collections.singletonMap("packages", "com.acme"));
    assertThatThrownBy(() -> CountCommand.serve(new FakeJvm().instrumentation(), words))
        .isInstanceOf(IllegalArgumentException.class);
    words.put("millis", "soon");
    assertThatThrownBy(() -> CountCommand.serve(new FakeJvm().instrumentation(), words))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void counterNumbersAreUniqueAndBounded() {
    assertThat(new CounterNumbers(null).next()).as("no count is running").isEqualTo(-1);
    Object key = Tally.open();
    CounterNumbers numbers = new CounterNumbers(key);
    try {
      int first = numbers.next();
      assertThat(first).isNotNegative();
      for (int i = 1; i < 2 * Tally.CHUNK; i++) {
        numbers.next();
      }
      assertThat(numbers.next()).isEqualTo(first + 2 * Tally.CHUNK);
    } finally {
      Tally.close(key);
    }
  }

  @Test
  void damagedFiguresAreRefused() {
    assertThatThrownBy(() -> CallCounts.of("millis\tmany\n"))
        .isInstanceOf(NumberFormatException.class);
    assertThat(CallCounts.of("").methods()).isEmpty();
    assertThat(CallCounts.of("count\ta\tb\n").methods()).as("too few columns").isEmpty();
  }
}
