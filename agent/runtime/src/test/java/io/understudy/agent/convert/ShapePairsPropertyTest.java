package io.understudy.agent.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.MappingConfig;
import io.understudy.compare.walk.Differ;
import io.understudy.compare.rule.Rules;
import io.understudy.rig.ShapePairs;
import io.understudy.rig.Sources;
import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.shape.Frozen;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.Views;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Converted and frozen again, an object equals its source under the comparator, over generated
 * pairs of classes in two loaders.
 */
final class ShapePairsPropertyTest {
  private static final int VALUES = 5;
  private static final String CONTROL = "shapes";
  private static final boolean HAS_RECORDS =
      !System.getProperty("java.specification.version").startsWith("1.")
          && Integer.parseInt(System.getProperty("java.specification.version")) >= 17;

  @Property(tries = 12)
  void convertedEqualsItsSource(@ForAll long seed) throws Exception {
    // Classes of both sides have the same names in every second run.
    String nextPackage = seed % 2 == 0 ? CONTROL : "next";
    String foreign = nextPackage.equals(CONTROL) ? "none." : CONTROL + ".";
    ShapePairs pairs = new ShapePairs(seed, HAS_RECORDS ? 17 : 8, CONTROL, nextPackage);
    Path directory = Files.createTempDirectory("pairs");
    try (URLClassLoader control = loader(directory.resolve("control"), 8, pairs.controlSources());
        URLClassLoader candidate =
            loader(
                directory.resolve("candidate"),
                HAS_RECORDS ? 17 : 8,
                pairs.candidateSources())) {
      Method from = echo(control, CONTROL);
      Method to = echo(candidate, nextPackage);
      ArgumentConverter converter =
          ArgumentConverter.of(
              from, to, MappingConfig.NONE, Views.standard(), candidate, (i, a, b) -> false);
      Method make = control.loadClass(CONTROL + ".Values").getMethod("make", long.class);
      for (int i = 0; i < VALUES; i++) {
        Object source = make.invoke(null, seed + i);
        Object made = converter.convert(new Object[] {source}, null)[0];
        assertThat(Objects.requireNonNull(made).getClass()).isEqualTo(to.getReturnType());
        Object before = freeze(source);
        Object after = freeze(made);
        Differ.with(Rules.none()).compare(before, after).assertEqual();
        sameObjects(before, after, new IdentityHashMap<>(), new IdentityHashMap<>(), foreign);

        // From its frozen form, as for the arguments after a call.
        Object again = converter.convertAfter(new Object[] {before})[0];
        Differ.with(Rules.none()).compare(before, freeze(again)).assertEqual();
      }
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static URLClassLoader loader(Path into, int release, String[] sources) throws Exception {
    Sources.compile(into, release, "", sources);
    return new URLClassLoader(new URL[] {into.toUri().toURL()}, null);
  }

  private static Method echo(ClassLoader loader, String of) throws Exception {
    Class<?> type = loader.loadClass(of + ".C0");
    return loader.loadClass(of + ".Service").getMethod("echo", type);
  }

  private static Object freeze(Object live) throws Exception {
    return Freezer.freeze(live, new Meter(Bounds.DEFAULT));
  }

  /** What is one object on one side is one object on the other. */
  private static void sameObjects(
      Object a, Object b, Map<Object, Object> partners, Map<Object, Object> back, String foreign) {
    if (!(a instanceof Frozen) || !(b instanceof Frozen)) {
      return;
    }
    Frozen one = (Frozen) a;
    Frozen other = (Frozen) b;
    if (one.kind() == Kind.OPTIONAL || other.kind() == Kind.OPTIONAL) {
      sameObjects(content(one), content(other), partners, back, foreign);
      return;
    }
    if (one.typeName().equals(other.typeName())) {
      assertThat(one.typeName()).as("not converted").doesNotStartWith(foreign);
    }
    Object partner = partners.put(one, other);
    Object origin = back.put(other, one);
    assertThat(partner == null || partner == other).as("one object became two: " + one).isTrue();
    assertThat(origin == null || origin == one).as("two objects became one: " + one).isTrue();
    if (partner != null || one.kind() == Kind.SET || one.kind() == Kind.MAP) {
      return;
    }
    for (int i = 0; i < one.size(); i++) {
      int at = one.kind() == Kind.RECORD ? other.shape().names().indexOf(one.name(i)) : i;
      sameObjects(one.part(i), other.part(at), partners, back, foreign);
    }
  }

  private static Object content(Frozen frozen) {
    return frozen.kind() != Kind.OPTIONAL ? frozen : frozen.size() == 0 ? "" : frozen.part(0);
  }
}
