package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Outcome;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import org.junit.jupiter.api.Test;

final class ExampleQueueTest {
  private static Example example(String point) {
    return Example.builder(point, Fate.MISMATCHED, 0)
        .control(Outcome.returned(1), 1)
        .candidate(Outcome.returned(2), 1)
        .build();
  }

  @Test
  void examplesAreTakenOnceInOrder() {
    ExampleQueue queue = new ExampleQueue(10, 100);
    queue.offer(example("a"), 10);
    queue.offer(example("b"), 10);
    assertThat(queue.take()).extracting(Example::point).containsExactly("a", "b");
    assertThat(queue.take()).isEmpty();
    assertThat(queue.lost()).isZero();
  }

  @Test
  void examplesBeyondTheNumberAreLost() {
    ExampleQueue queue = new ExampleQueue(1, 100);
    queue.offer(example("a"), 10);
    queue.offer(example("b"), 10);
    assertThat(queue.take()).extracting(Example::point).containsExactly("a");
    assertThat(queue.lost()).isEqualTo(1);
  }

  @Test
  void examplesBeyondTheBytesAreLostUntilTheQueueIsEmptied() {
    ExampleQueue queue = new ExampleQueue(10, 100);
    queue.offer(example("a"), 100);
    queue.offer(example("b"), 1);
    assertThat(queue.take()).hasSize(1);
    queue.offer(example("c"), 100);
    assertThat(queue.take()).extracting(Example::point).containsExactly("c");
    assertThat(queue.lost()).isEqualTo(1);
  }
}
