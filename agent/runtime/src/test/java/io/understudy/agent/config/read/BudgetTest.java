package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.BudgetConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The keys under {@code budget:}. */
class BudgetTest {
  private static final String CALLS = "\ncalls: [ { control: a.Old#q, candidate: a.New#q } ]";

  private static Config config(String text) {
    try {
      return ConfigLoader.parse("u.yaml", text + CALLS);
    } catch (ConfigException refused) {
      throw new AssertionError(refused);
    }
  }

  @Test
  void sharesAreRead() {
    BudgetConfig budget = config("budget: { cpu: 12.5%, caller: 0% }").budget();

    assertThat(budget.cpu()).isEqualTo(0.125);
    assertThat(budget.caller()).isZero();
    assertThat(budget).hasToString("cpu 12.5%, caller 0%");
  }

  @Test
  void unlimitedTurnsOnePartOff() {
    BudgetConfig budget = config("budget: { caller: unlimited }").budget();

    assertThat(budget.limitsCaller()).isFalse();
    assertThat(budget.limitsCpu()).isTrue();
    assertThat(budget).hasToString("cpu 25%, caller unlimited");
  }

  @Test
  void callsMayWaitForEverIfTheCpuTimeIsUnlimited() {
    assertThat(config("budget: { cpu: unlimited }").replay().queueAge()).isZero();
    assertThat(
            config("budget: { cpu: unlimited }\nreplay: { queue: { age: 3s } }")
                .replay()
                .queueAge())
        .isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void explicitDefaultsHaveTheHashOfNone() {
    String without = config("").hash();

    assertThat(config("budget: { cpu: 25%, caller: 1% }\nreplay: { queue: { age: 1s } }").hash())
        .isEqualTo(without);
    assertThat(config("budget: { cpu: 26% }").hash()).isNotEqualTo(without);
    assertThat(config("budget: { caller: unlimited }").hash()).isNotEqualTo(without);
    assertThat(config("replay: { queue: { age: 2s } }").hash()).isNotEqualTo(without);
  }

  @Test
  void wrongValueIsRefused() {
    assertThat(Refusals.refusals("budget: { cpu: 0.25 }" + CALLS))
        .containsExactly(
            "u.yaml:1:16: budget.cpu: expected a share from 0% to 100%, found 0.25; write 25% for"
                + " this share of all");
    assertThat(Refusals.refusals("budget: { cpu: off }" + CALLS))
        .containsExactly(
            "u.yaml:1:16: budget.cpu: expected a share from 0% to 100%, or unlimited, found off");
    assertThat(Refusals.refusals("budget: { callers: 1% }" + CALLS))
        .containsExactly(
            "u.yaml:1:11: budget.callers: there is no such key here; did you mean \"caller\"? Known"
                + " here: caller, cpu.");
  }
}
