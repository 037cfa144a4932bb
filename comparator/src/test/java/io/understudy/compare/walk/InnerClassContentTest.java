package io.understudy.compare.walk;

import static io.understudy.compare.walk.ContentAssertions.assertContent;
import static io.understudy.compare.walk.ContentAssertions.assertOpaque;
import static io.understudy.compare.walk.ContentAssertions.compare;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Objects of inner and anonymous classes, which have an outer object or captured variables. */
class InnerClassContentTest {
  static final class Table {
    final int[] cells;

    Table(int number) {
      cells = new int[] {number};
    }

    final class View {
      int first() {
        return cells[0];
      }
    }

    final class Row {
      private final int index = 0;

      int value() {
        return cells[index];
      }
    }
  }

  @Test
  void objectWithoutContentExceptItsOuterObjectIsOpaque() {
    assertOpaque(number -> new Table(number).new View());
  }

  @Test
  void placeInAnOuterObjectIsComparedWithIt() {
    assertContent(number -> new Table(number).new Row());
  }

  private static Comparator<Integer> anonymous(int sign) {
    return new Comparator<Integer>() {
      @Override
      public int compare(Integer one, Integer other) {
        return sign * one.compareTo(other);
      }
    };
  }

  private static UnaryOperator<Integer> times(int number) {
    return new UnaryOperator<Integer>() {
      @Override
      public Integer apply(Integer value) {
        return value * number;
      }
    };
  }

  private static UnaryOperator<Integer> plus(int number) {
    return new UnaryOperator<Integer>() {
      @Override
      public Integer apply(Integer value) {
        return value + number;
      }
    };
  }

  private static Comparator<Integer> up() {
    return new Comparator<Integer>() {
      @Override
      public int compare(Integer one, Integer other) {
        return one.compareTo(other);
      }
    };
  }

  @Test
  void anonymousFunctionIsItsClassAndItsCapturedVariables() {
    assertContent(InnerClassContentTest::anonymous);
    assertThat(compare(times(2), plus(2)).isEqual()).isFalse();
    assertThat(compare(up(), up()).isEqual()).isTrue();
    assertThat(compare(up(), InnerClassContentTest.Elsewhere.up()).isEqual()).isFalse();
  }

  static final class Elsewhere {
    static Comparator<Integer> up() {
      return new Comparator<Integer>() {
        @Override
        public int compare(Integer one, Integer other) {
          return other.compareTo(one);
        }
      };
    }
  }
}
