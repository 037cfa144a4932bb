package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Outcome;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExampleQueueTest {
  private static Example example(String point) {
    return Example.builder(point, Fate.MISMATCHED, 0)
        .control(Outcome.returned(1), 1)
        .candidate(Outcome.returned(2), 1)
        .build();
  }

  private static List<String> taken(ExampleQueue queue) {
    List<String> points = new ArrayList<>();
    for (Example next = queue.peek(); next != null; next = queue.peek()) {
      points.add(next.point());
      queue.remove(next);
      queue.remove(next);
    }
    return points;
  }

  @Test
  void examplesAreTakenOnceInOrder() {
    ExampleQueue queue = new ExampleQueue(10, 100);
    queue.offer(example("a"), 10);
    queue.offer(example("b"), 10);
    assertThat(taken(queue)).containsExactly("a", "b");
    assertThat(taken(queue)).isEmpty();
    assertThat(queue.lost()).isZero();
  }

  @Test
  void examplesBeyondTheNumberAreLost() {
    ExampleQueue queue = new ExampleQueue(1, 100);
    queue.offer(example("a"), 10);
    queue.offer(example("b"), 10);
    assertThat(taken(queue)).containsExactly("a");
    assertThat(queue.lost()).isEqualTo(1);
  }

  @Test
  void examplesBeyondTheBytesAreLostUntilTheQueueIsEmptied() {
    ExampleQueue queue = new ExampleQueue(10, 100);
    queue.offer(example("a"), 100);
    queue.offer(example("b"), 1);
    assertThat(taken(queue)).hasSize(1);
    queue.offer(example("c"), 100);
    assertThat(taken(queue)).containsExactly("c");
    assertThat(queue.lost()).isEqualTo(1);
  }
}
