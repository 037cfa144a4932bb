package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.value.view.Views;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExampleFreezerTest {
  private final ExampleFreezer freezer = new ExampleFreezer(Views.standard());

  @Test
  void laterChangesAreNotInTheExample() {
    List<String> live = new ArrayList<>(Arrays.asList("a"));
    Outcome frozen = freezer.of(Outcome.returned(live));
    String before = String.valueOf(frozen.value());
    live.set(0, "changed");
    assertThat(String.valueOf(frozen.value())).isEqualTo(before).doesNotContain("changed");
  }

  @Test
  void immutableValuesAreKept() {
    assertThat(freezer.of(Outcome.returned("text")).value()).isEqualTo("text");
    assertThat(freezer.of(Outcome.returned(null)).value()).isNull();
  }

  @Test
  void exceptionAndArgumentsAreKept() {
    Outcome live =
        Outcome.threw(ThrownException.of(new IllegalStateException("x")))
            .withArguments(new Object[] {"a", null});
    Outcome frozen = freezer.of(live);
    assertThat(frozen.thrown()).isNotNull();
    assertThat(frozen.thrown().className()).isEqualTo("java.lang.IllegalStateException");
    assertThat(frozen.arguments()).containsExactly("a", null);
  }

  @Test
  void endlessValueIsReplacedByAReason() {
    List<Object> huge = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      huge.add(new ArrayList<>());
    }
    assertThat(String.valueOf(freezer.of(Outcome.returned(huge)).value()))
        .startsWith("(not kept: ");
  }
}
