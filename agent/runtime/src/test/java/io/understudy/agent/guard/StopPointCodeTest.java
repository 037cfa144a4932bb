package io.understudy.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.bridge.StopPoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StopPointCodeTest {
  /** The classes of a candidate, which are woven and defined again. */
  static final class Loops {
    private Loops() {}

    public static int plain(int times) {
      int sum = 0;
      for (int i = 0; i < times; i++) {
        sum += i % 2 == 0 ? 1 : 2;
      }
      return sum;
    }

    public static int stopsInside(int times) {
      StopPoint.stop(Thread.currentThread());
      int rounds = 0;
      try {
        while (rounds < times) {
          rounds++;
        }
      } catch (Throwable swallowed) {
        rounds = -1;
        do {
          rounds--;
        } while (rounds > -times);
      }
      return rounds;
    }

    public static String arrays(int length) {
      int[][] matrix = new int[length][2];
      long[][][] cube = new long[2][length][3];
      String[][][] texts = new String[length][2][];
      byte[] bytes = new byte[length];
      Object[] objects = new String[length];
      try {
        matrix[0] = Arrays.copyOf(matrix[0], 4);
      } catch (ArrayIndexOutOfBoundsException empty) {
        return "empty";
      }
      List<Object> list = new ArrayList<>(length);
      list.add(Arrays.copyOfRange(bytes, 1, 3).length);
      StringBuilder text = new StringBuilder(length);
      text.append(matrix.length).append(cube[1].length).append(cube[1][0].length);
      text.append(texts[0].length).append(objects.length).append(list);
      text.append(((int[]) Array.newInstance(int.class, length)).length);
      return text + "," + Arrays.asList(list.toArray());
    }

    public static String choose(int key) {
      switch (key) {
        case 1:
          return "one";
        case 2:
          return "two";
        default:
          return "other";
      }
    }
  }

  private final Class<?> woven = define();

  private static Class<?> define() {
    return new ClassLoader(StopPointCodeTest.class.getClassLoader()) {
      Class<?> defineWoven() {
        try (InputStream in =
            Objects.requireNonNull(
                StopPointCodeTest.class.getResourceAsStream("StopPointCodeTest$Loops.class"))) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          for (int b = in.read(); b >= 0; b = in.read()) {
            bytes.write(b);
          }
          byte[] code = Objects.requireNonNull(StopPointCode.into(bytes.toByteArray()));
          return defineClass(Loops.class.getName(), code, 0, code.length);
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }.defineWoven();
  }

  private Object call(String name, int argument) throws Throwable {
    Method method = woven.getDeclaredMethod(name, int.class);
    method.setAccessible(true);
    try {
      return method.invoke(null, argument);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  @AfterEach
  void releaseThisThread() {
    StopPoint.release(Thread.currentThread());
  }

  @Test
  void wovenCodeGivesTheSameResults() throws Throwable {
    assertThat(call("plain", 10)).isEqualTo(Loops.plain(10));
    assertThat(call("choose", 2)).isEqualTo("two");
    assertThat(call("choose", 3)).isEqualTo("other");
  }

  @Test
  void arraysAndTextsStayAsTheyAre() throws Throwable {
    assertThat(call("arrays", 5)).isEqualTo("55325[2]5,[2]").isEqualTo(Loops.arrays(5));
    assertThat(call("arrays", 0)).isEqualTo("empty");
    assertThatThrownBy(() -> call("arrays", -1)).isInstanceOf(NegativeArraySizeException.class);
  }

  @Test
  void methodIsStoppedAtItsEntry() {
    StopPoint.stop(Thread.currentThread());
    assertThatThrownBy(() -> call("plain", 0)).isInstanceOf(StopPoint.Stopped.class);
  }

  @Test
  void loopIsStoppedAlsoAfterItHasCaughtTheError() {
    assertThatThrownBy(() -> call("stopsInside", Integer.MAX_VALUE))
        .isInstanceOf(StopPoint.Stopped.class);
  }
}
