package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleSequenceTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 100, 1000})
  void stepsRunInOrderWithTheSameArguments(int count) throws Throwable {
    MethodHandle note =
        MethodHandles.lookup()
            .findStatic(
                HandleSequenceTest.class,
                "note",
                MethodType.methodType(void.class, int.class, List.class, String.class));
    List<MethodHandle> steps = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(MethodHandles.insertArguments(note, 0, i));
      expected.add(i + " x");
    }

    List<String> notes = new ArrayList<>();
    HandleSequence.inSequence(steps).invoke(notes, "x");

    assertThat(notes).isEqualTo(expected);
  }

  static void note(int step, List<String> notes, String argument) {
    notes.add(step + " " + argument);
  }
}
