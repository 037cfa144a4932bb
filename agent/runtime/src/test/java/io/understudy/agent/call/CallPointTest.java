package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import org.junit.jupiter.api.Test;

final class CallPointTest {
  static final class Legacy {
    private Legacy() {}

    static void fill(StringBuilder into) {
      into.append("filled");
    }
  }

  private static CallPoint point() {
    CallConfig config =
        CallConfig.builder("fill", Calls.ref(Legacy.class, "fill"), Calls.ref(Legacy.class, "fill"))
            .argumentsStated(false)
            .build();
    return new CallPoint(0, config, new Ledger(0));
  }

  @Test
  void argumentsAreComparedAfterEffectsAreNoted() {
    CallPoint point = point();
    assertThat(point.comparesArguments()).isFalse();
    point.noteArgumentEffects();
    assertThat(point.comparesArguments()).isTrue();
  }

  /** A candidate chooses the keys of system properties. */
  @Test
  void conductHasABoundOfTexts() {
    CallPoint point = point();
    for (int i = 0; i < 3_000; i++) {
      point.noteConduct("restored: the system property " + i);
    }
    point.noteConduct("restored: the system property 7");
    assertThat(point.conduct())
        .hasSize(1_001)
        .containsEntry("restored: the system property 7", 2L)
        .containsEntry("(other)", 2_000L);
  }

  /** L4: weaving that started before a reload may end after it. */
  @Test
  void nextGenerationSharesArgumentEffects() {
    CallPoint first = point();
    CallPoint second = point();
    second.follow(first);
    CallPoint third = point();
    third.follow(second);
    assertThat(third.comparesArguments()).isFalse();
    first.noteArgumentEffects();
    assertThat(second.comparesArguments()).isTrue();
    assertThat(third.comparesArguments()).isTrue();
  }
}
