package io.understudy.agent.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.OrderLimits;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Load, drops, lost calls, timeouts, candidates that linger, reloads and closed generations, in any
 * sequence. The simulation checks at each start that the calls of a key are served one after
 * another in the order in which their controls have finished.
 */
final class OrderPropertyTest {
  /** A step of the simulation. */
  static final class Step {
    final int kind;
    final int choice;

    Step(int kind, int choice) {
      this.kind = kind;
      this.choice = choice;
    }

    @Override
    public String toString() {
      return kind + ":" + choice;
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 13), Arbitraries.integers().between(0, 1_000))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(300);
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void callsOfAKeyKeepTheirOrderAndEveryBreakIsCounted(@ForAll("steps") List<Step> steps) {
    Simulation simulation = new Simulation(3, 8, new OrderLimits(100, 4));
    steps.forEach(step -> simulation.play(step.kind, step.choice));
    simulation.complete();

    assertThat(simulation.counted()).isEqualTo(simulation.expected());
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void boundsOnKeysLoseCallsAndNoOrder(@ForAll("steps") List<Step> steps) {
    Simulation simulation = new Simulation(5, 8, new OrderLimits(2, 1));
    steps.forEach(step -> simulation.play(step.kind, step.choice));
    simulation.complete();

    simulation
        .expected()
        .forEach(
            (key, broken) ->
                assertThat(simulation.counted().getOrDefault(key, 0L))
                    .isGreaterThanOrEqualTo(broken));
  }

  @Example
  void otherKeysProgressWhileOneIsBlocked() {
    Simulation simulation = new Simulation(2, 100, new OrderLimits(100, 100));
    simulation.play(0, 0);
    simulation.play(2, 0);
    simulation.play(6, 0); // key 0 is served, and does not end
    for (int i = 0; i < 20; i++) {
      simulation.play(0, i % 2);
      simulation.play(2, 0);
    }
    for (int i = 0; i < 40; i++) {
      simulation.play(6, 0);
      simulation.endLastOfTwo();
    }
    assertThat(simulation.started()).isEqualTo(11);

    simulation.complete();
    assertThat(simulation.started()).isEqualTo(21);
  }
}
