package io.understudy.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class InitializationCyclesTest {
  static class Alone {
    static final Integer ONE = Integer.valueOf(1);
  }

  static class Left {
    static Integer left = Right.right;
  }

  static class Right {
    static Integer right = Left.left;
  }

  static class UsesThem {
    static Integer value = helped();

    static Integer helped() {
      return new Helper().help();
    }
  }

  static class Helper {
    Integer help() {
      return Left.left;
    }
  }

  static class Base {
    static Object sub = new Sub();
  }

  static class Sub extends Base {}

  static class UsesItself {
    static final UsesItself ONLY = new UsesItself();
  }

  static class CallsLater {
    static Object never() {
      return Left.left;
    }
  }

  private static boolean isReachableFrom(Class<?> type) {
    return isReachableFrom(type, "io/understudy/");
  }

  private static boolean isReachableFrom(Class<?> type, String concerned) {
    return new InitializationCycles(
            InitializationCyclesTest::bytes, name -> name.startsWith(concerned))
        .isReachableFrom(type.getName());
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Alone.class.getClassLoader().getResourceAsStream(name + ".class")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        out.write(b);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void twoInitialisersThatNeedEachOther() {
    assertThat(isReachableFrom(Left.class)).isTrue();
    assertThat(isReachableFrom(Right.class)).isTrue();
  }

  @Test
  void cycleBehindMethodsAndOtherClasses() {
    assertThat(isReachableFrom(UsesThem.class)).isTrue();
  }

  @Test
  void superclassThatNeedsItsSubclass() {
    assertThat(isReachableFrom(Base.class)).isTrue();
    assertThat(isReachableFrom(Sub.class)).isTrue();
  }

  @Test
  void noCycleWithoutASecondClass() {
    assertThat(isReachableFrom(Alone.class)).isFalse();
    assertThat(isReachableFrom(UsesItself.class)).isFalse();
    assertThat(isReachableFrom(CallsLater.class)).isFalse();
  }

  @Test
  void cycleOfALibraryIsNoConcern() {
    assertThat(isReachableFrom(Left.class, "com/acme/")).isFalse();
  }
}
