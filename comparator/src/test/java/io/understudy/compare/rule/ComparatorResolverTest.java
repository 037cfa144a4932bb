package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparatorResolverTest {
  /** Ignores case. */
  public static final class IgnoreCase implements BiPredicate<String, String> {
    @Override
    public boolean test(String control, String candidate) {
      return control.equalsIgnoreCase(candidate);
    }
  }

  /** Cannot be created. */
  public static final class Failing implements BiPredicate<Object, Object> {
    static int attempts;

    /** Throws. */
    public Failing() {
      attempts++;
      throw new IllegalStateException();
    }

    @Override
    public boolean test(Object control, Object candidate) {
      return true;
    }
  }

  /** Has no public constructor without parameters. */
  public static final class Hidden implements BiPredicate<Object, Object> {
    Hidden() {}

    @Override
    public boolean test(Object control, Object candidate) {
      return true;
    }
  }

  private static ComparatorResolver resolver() {
    return ComparatorResolver.of(ComparatorResolverTest.class.getClassLoader());
  }

  @Test
  void comparatorIsCreatedOnce() {
    ComparatorResolver resolver = resolver();
    BiPredicate<Object, Object> comparator = resolver.comparator(IgnoreCase.class.getName());

    assertThat(comparator).isInstanceOf(IgnoreCase.class);
    assertThat(resolver.comparator(IgnoreCase.class.getName())).isSameAs(comparator);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no.such.Class",
        "java.lang.Object",
        "java.util.function.BiPredicate",
        "io.understudy.compare.rule.ComparatorResolverTest$Hidden"
      })
  void classesThatGiveNoComparator(String className) {
    assertThat(resolver().comparator(className)).isNull();
  }

  @Test
  void classThatFailedIsNotTriedAgain() {
    ComparatorResolver resolver = resolver();
    Failing.attempts = 0;

    assertThat(resolver.comparator(Failing.class.getName())).isNull();
    assertThat(resolver.comparator(Failing.class.getName())).isNull();
    assertThat(Failing.attempts).isEqualTo(1);
  }

  @Test
  void noneFindsNothing() {
    assertThat(ComparatorResolver.none().comparator(IgnoreCase.class.getName())).isNull();
  }

  private static UserComparator named(Class<?> type) {
    return new UserComparator(type.getName(), null);
  }

  @Test
  void comparatorOfOtherTypesIsAReason() {
    String name = IgnoreCase.class.getName();

    assertThat(named(IgnoreCase.class).difference("a", "A", resolver())).isNull();
    assertThat(named(IgnoreCase.class).difference("a", "b", resolver())).isEmpty();
    assertThat(named(IgnoreCase.class).difference(1, 2, resolver()))
        .isEqualTo("the comparator " + name + " threw java.lang.ClassCastException");
    assertThat(named(IgnoreCase.class).difference(null, "a", resolver()))
        .isEqualTo("the comparator " + name + " threw java.lang.NullPointerException");
    assertThat(named(IgnoreCase.class).difference("a", "a", ComparatorResolver.none()))
        .isEqualTo(
            "the comparator "
                + name
                + " is not found, or is not a BiPredicate with a public constructor");
  }

  @Test
  void endlessRecursionIsAReason() {
    UserComparator endless = new UserComparator("endless", (a, b) -> recurse(1) > 0);

    assertThat(endless.difference(1, 2, ComparatorResolver.none()))
        .isEqualTo("the comparator endless threw java.lang.StackOverflowError");
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : recurse(depth + 1) + 1;
  }

  @Test
  void equalByNameAndObject() {
    BiPredicate<Object, Object> same = Object::equals;

    assertThat(new UserComparator("a", same))
        .isEqualTo(new UserComparator("a", same))
        .hasSameHashCodeAs(new UserComparator("a", same))
        .hasToString("a")
        .isNotEqualTo(new UserComparator("b", same))
        .isNotEqualTo(new UserComparator("a", null))
        .isNotEqualTo("a");
  }
}
