package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.plays.Plays;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Comparators by name: created once, and failures are logged once. */
class ComparatorLoaderTest {
  private final List<String> messages = new ArrayList<>();
  private final CallPoint point =
      Calls.point(Plays.class, "control", ComparatorLoaderTest.class, "candidate");
  private final ComparatorLoader comparators =
      new ComparatorLoader(p -> Plays.class, new IsolatedLoaders(), log());

  private Log log() {
    return new Log() {
      @Override
      public void info(String text) {}

      @Override
      public void warn(String text) {}

      @Override
      public void fatal(String text) {}

      @Override
      public void warn(String text, Throwable cause) {}

      @Override
      public void warnOnce(String key, String text) {
        warnOnce(key, text, null);
      }

      @Override
      public void warnOnce(String key, String text, @Nullable Throwable cause) {
        if (!messages.contains(text)) {
          messages.add(text);
        }
      }
    };
  }

  private @Nullable BiPredicate<Object, Object> found(Class<?> type) {
    return comparators.resolverFor(point).comparator(type.getName());
  }

  @Test
  void comparatorIsCreatedOnce() {
    BiPredicate<Object, Object> same = Objects.requireNonNull(found(SameLength.class));

    assertThat(same.test("ab", "cd")).isTrue();
    assertThat(same.test("ab", "c")).isFalse();
    assertThat(found(SameLength.class)).isSameAs(same);
    assertThat(messages).isEmpty();
  }

  @Test
  void contextClassLoaderIsTheComparatorsOwn() {
    Thread.currentThread().setContextClassLoader(null);
    try {
      BiPredicate<Object, Object> loading = Objects.requireNonNull(found(HasLoader.class));

      assertThat(loading.test("a", "b")).isTrue();
      assertThat(Thread.currentThread().getContextClassLoader()).isNull();
    } finally {
      Thread.currentThread().setContextClassLoader(ComparatorLoaderTest.class.getClassLoader());
    }
  }

  @Test
  void exceptionIsLoggedOnceAndRethrown() {
    BiPredicate<Object, Object> same = Objects.requireNonNull(found(SameLength.class));

    assertThatThrownBy(() -> same.test(1, "a")).isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> same.test(2, "a")).isInstanceOf(ClassCastException.class);
    assertThat(messages)
        .containsExactly(
            "quote: the comparator io.understudy.agent.evidence.ComparatorLoaderTest$SameLength threw"
                + " java.lang.ClassCastException; calls in which it is needed do not match");
  }

  @Test
  void invalidClasses() {
    assertThat(comparators.resolverFor(point).comparator("com.acme.Missing")).isNull();
    assertThat(comparators.resolverFor(point).comparator("com.acme.Missing")).isNull();
    assertThat(found(NoComparator.class)).isNull();
    assertThat(found(Closed.class)).isNull();

    assertThat(messages)
        .containsExactly(
            "quote: the comparator com.acme.Missing cannot be made; calls in which it is needed do"
                + " not match",
            "quote: the comparator io.understudy.agent.evidence.ComparatorLoaderTest$NoComparator does"
                + " not implement java.util.function.BiPredicate; calls in which it is needed do"
                + " not match",
            "quote: the comparator io.understudy.agent.evidence.ComparatorLoaderTest$Closed cannot be"
                + " made; calls in which it is needed do not match");
  }

  @Test
  void undeployedControl() {
    ComparatorLoader unloaded = new ComparatorLoader(p -> null, new IsolatedLoaders(), log());

    assertThat(unloaded.resolverFor(point).comparator(SameLength.class.getName())).isNull();
  }

  /** Two texts are equal if they have the same length. */
  public static final class SameLength implements BiPredicate<Object, Object> {
    @Override
    public boolean test(Object control, Object candidate) {
      return ((String) control).length() == ((String) candidate).length();
    }
  }

  /** Requires the thread's context class loader, as many libraries do. */
  public static final class HasLoader implements BiPredicate<Object, Object> {
    @Override
    public boolean test(Object control, Object candidate) {
      return Thread.currentThread().getContextClassLoader()
          == ComparatorLoaderTest.class.getClassLoader();
    }
  }

  /** No comparator. */
  public static final class NoComparator {}

  /** Has a private constructor. */
  public static final class Closed implements BiPredicate<Object, Object> {
    private Closed() {}

    @Override
    public boolean test(Object control, Object candidate) {
      return true;
    }
  }
}
