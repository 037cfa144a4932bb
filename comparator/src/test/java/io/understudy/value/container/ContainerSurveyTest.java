package io.understudy.value.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every public class of some libraries that can be created without arguments and filled: two
 * containers with other content are never equal; two with the same content are equal, whatever
 * their history, or opaque.
 */
class ContainerSurveyTest {
  private static final Differ DIFFER = Differ.with(Rules.none());

  /** What the survey of one library found. */
  private static final class Survey {
    final List<String> faults = new ArrayList<>();
    int compared;
    int opaque;

    void compareAll(Class<?> type, ContainerFilling filling) throws Exception {
      Object three = filling.filled(0, 2, 3);
      Object other = filling.filled(0, 2, 4);
      if (isSame(three, other)) {
        return; // It keeps nothing, or not these elements.
      }
      expect(type, "other content", three, other, result -> !isEqual(result));
      expect(type, "the same", three, filling.filled(0, 2, 3), this::isEqualOrOpaque);
      Object changed = filling.withOtherValue(0, 2, 3);
      if (changed != null && !three.equals(changed)) {
        expect(type, "another value", three, changed, result -> !isEqual(result));
      }
      Object used = filling.used(0, 2, 3);
      if (used != null) {
        expect(type, "removed elements", three, used, this::isEqualOrOpaque);
      }
      Object reordered = reordered(filling);
      if (reordered != null && three.equals(reordered)) {
        expect(type, "another order", three, reordered, this::isEqualOrOpaque);
      }
      compared++;
      opaque += isOpaque(DIFFER.compare(three, other)) ? 1 : 0;
    }

    private static @Nullable Object reordered(ContainerFilling filling) {
      try {
        return filling.filled(3, 0, 2);
      } catch (ReflectiveOperationException | RuntimeException refused) {
        return null;
      }
    }

    private static boolean isSame(Object one, Object other) {
      return one.equals(other) && one.toString().equals(other.toString());
    }

    private void expect(
        Class<?> type, String what, Object one, Object other, Predicate<Comparison> expected)
        throws Uncapturable {
      if (!expected.test(DIFFER.compare(one, other))) {
        faults.add(type.getName() + ": " + what + ": " + DIFFER.compare(one, other).differences());
      }
      Comparison frozen = DIFFER.compare(frozen(one), frozen(other));
      if (!expected.test(frozen)) {
        faults.add(type.getName() + ": " + what + ", frozen: " + frozen.differences());
      }
    }

    private static Outcome frozen(Object live) throws Uncapturable {
      return Outcome.returned(Freezer.freezeLeniently(live, new Meter(Bounds.DEFAULT)));
    }

    private static boolean isEqual(Comparison comparison) {
      return comparison.isEqual();
    }

    private boolean isEqualOrOpaque(Comparison comparison) {
      return comparison.isEqual() || isOpaque(comparison);
    }

    private static boolean isOpaque(Comparison comparison) {
      return !comparison.isEqual()
          && comparison.differences().get(0).kind() == DifferenceKind.OPAQUE
          && !comparison.differences().get(0).reason().isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "com.google.common.collect.Range, com.google.common., 8, 0",
    "org.apache.commons.collections.Bag, org.apache.commons.collections., 43, 0",
    "org.apache.commons.collections4.Bag, org.apache.commons.collections4., 30, 0",
    "org.eclipse.collections.impl.list.mutable.FastList, org.eclipse.collections.impl., 125, 3",
    "com.gs.collections.impl.list.mutable.FastList, com.gs.collections.impl., 125, 3",
    "it.unimi.dsi.fastutil.ints.IntArrayList, it.unimi.dsi.fastutil., 125, 0",
    "com.carrotsearch.hppc.IntArrayList, com.carrotsearch.hppc., 107, 0",
    "gnu.trove.list.array.TIntArrayList, gnu.trove., 90, 0",
    "scala.Option, scala.collection., 29, 1",
    "groovy.lang.GString, groovy.util., 3, 0",
    "org.agrona.DirectBuffer, org.agrona.collections., 10, 0",
    "kotlin.Pair, kotlin., 3, 0"
  })
  void everyContainer(String member, String packages, int least, int opaque) throws Exception {
    Class<?> known = Class.forName(member, false, getClass().getClassLoader());
    survey(LibraryJar.of(member, known), packages, least, opaque);
  }

  @ParameterizedTest
  @CsvSource({
    "hppc-0.9.1.jar, com.carrotsearch.hppc., 107, 0",
    "scala-library-2.12.20.jar, scala.collection., 43, 1",
    "trove4j-2.0.4.jar, gnu.trove., 60, 0"
  })
  void everyContainerOfAnotherVersion(String jar, String packages, int least, int opaque)
      throws Exception {
    File file = new File("target/libraries", jar);
    ClassLoader platform = ClassLoader.getSystemClassLoader().getParent();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {file.toURI().toURL()}, platform)) {
      survey(LibraryJar.of(jar, file, loader), packages, least, opaque);
    }
  }

  private static void survey(LibraryJar library, String packages, int least, int opaque)
      throws Exception {
    Survey survey = new Survey();
    for (Class<?> type : library.creatable(packages)) {
      ContainerFilling filling = hasState(type) ? ContainerFilling.of(type) : null;
      if (filling != null) {
        survey.compareAll(type, filling);
      }
    }
    assertThat(survey.faults).isEmpty();
    assertThat(survey.compared).as("classes of " + library.name()).isGreaterThanOrEqualTo(least);
    assertThat(survey.opaque).as("opaque of " + library.name()).isLessThanOrEqualTo(opaque);
  }

  private static boolean hasState(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (Arrays.stream(at.getDeclaredFields())
          .anyMatch(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()))) {
        return true;
      }
    }
    return false;
  }
}
