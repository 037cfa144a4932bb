package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Path;
import org.junit.jupiter.api.Test;

class PathStackTest {
  @Test
  void stepsOfEveryKind() {
    PathStack steps = new PathStack();
    steps.pushPart("lines");
    steps.pushIndex(3);
    steps.pushKey("a/b");
    steps.pushKey(null);
    steps.pushElement("sku=7");

    assertThat(steps.path())
        .isEqualTo(Path.root().part("lines").index(3).key("a/b").key("null").element("sku=7"));
    assertThat(steps.depth()).isEqualTo(5);
  }

  @Test
  void rootWithoutSteps() {
    assertThat(new PathStack().path()).isEqualTo(Path.root());
  }

  @Test
  void removedStepsAreReplaced() {
    PathStack steps = new PathStack();
    steps.pushPart("a");
    steps.pushIndex(1);
    steps.pop();
    steps.pushPart("b");

    assertThat(steps.path()).hasToString("/a/b");
    steps.truncate(1);
    assertThat(steps.path()).hasToString("/a");
    steps.truncate(0);
    assertThat(steps.path()).isEqualTo(Path.root());
  }

  @Test
  void startFromAnotherPath() {
    PathStack steps = new PathStack();
    steps.pushPart("old");
    steps.restartAt(Path.root().part("arguments"));
    steps.pushIndex(0);

    assertThat(steps.path()).hasToString("/arguments/0");
    assertThat(steps.depth()).isEqualTo(1);
  }

  @Test
  void deepPath() {
    PathStack steps = new PathStack();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      steps.pushIndex(i);
      expected.append('/').append(i);
    }

    assertThat(steps.path()).hasToString(expected.toString());
  }

  @Test
  void labelIsPrintedOnlyForAPath() {
    int[] printed = new int[1];
    Object label =
        new Object() {
          @Override
          public String toString() {
            printed[0]++;
            return "label";
          }
        };
    PathStack steps = new PathStack();
    steps.pushElement(label);

    assertThat(printed[0]).isZero();
    assertThat(steps.path()).isEqualTo(Path.root().element("label"));
  }
}
