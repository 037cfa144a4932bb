package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.Vector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Laws of freezing over random graphs with shared references and cycles. */
class FreezerPropertiesTest {
  static final class Node {
    final int id;
    String name;
    @Nullable Object left;
    @Nullable Object right;

    Node(int id) {
      this.id = id;
      this.name = "n" + id;
    }
  }

  /** A random graph of this many nodes; the same for the same arguments. */
  private static List<Object> graph(int size, int seed) {
    Random random = new Random(seed);
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(node(random.nextInt(9), i));
    }
    for (Object each : all) {
      link(each, all, random);
    }
    return all;
  }

  @SuppressWarnings("JdkObsolete")
  private static Object node(int sort, int id) {
    switch (sort) {
      case 0:
        return new ArrayList<>();
      case 1:
        return new LinkedHashMap<>();
      case 2:
        return new Object[3];
      case 3:
        return new int[] {id, -id};
      case 4:
        return new StringBuilder("b" + id);
      case 5:
        return new Date(id);
      case 6:
        return new Vector<>();
      default:
        return new Node(id);
    }
  }

  @SuppressWarnings("unchecked") // Lists and maps of objects.
  private static void link(Object node, List<Object> all, Random random) {
    Object a = all.get(random.nextInt(all.size()));
    Object b = all.get(random.nextInt(all.size()));
    if (node instanceof List) {
      ((List<Object>) node).addAll(Arrays.asList(a, b, random.nextInt(5)));
    } else if (node instanceof Map) {
      ((Map<Object, Object>) node).put("a", a);
      ((Map<Object, Object>) node).put(random.nextInt(5), b);
    } else if (node instanceof Object[]) {
      ((Object[]) node)[random.nextInt(3)] = a;
    } else if (node instanceof Node) {
      ((Node) node).left = a;
      ((Node) node).right = random.nextBoolean() ? Optional.of(b) : b;
    }
  }

  /** Changes every mutable object of a graph. */
  private static void change(List<Object> all) {
    for (Object each : all) {
      if (each instanceof Collection) {
        ((Collection<?>) each).clear();
      } else if (each instanceof Map) {
        ((Map<?, ?>) each).clear();
      } else if (each instanceof Object[]) {
        Arrays.fill((Object[]) each, "changed");
      } else if (each instanceof int[]) {
        Arrays.fill((int[]) each, 4711);
      } else if (each instanceof StringBuilder) {
        ((StringBuilder) each).setLength(0);
      } else if (each instanceof Date) {
        ((Date) each).setTime(4711);
      } else if (each instanceof Node) {
        ((Node) each).name = "changed";
        ((Node) each).left = null;
      }
    }
  }

  private static Object freeze(Object live, Meter meter) throws Uncapturable {
    return Objects.requireNonNull(Freezer.freeze(live, meter));
  }

  private static Object freeze(Object live) throws Uncapturable {
    return freeze(live, new Meter(Bounds.DEFAULT));
  }

  @Property(tries = 300)
  void frozenGraphIsIndependentOfTheLiveOne(
      @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @IntRange(max = 10_000) int seed)
      throws Uncapturable {
    List<Object> live = graph(size, seed);
    Object frozen = freeze(live);
    change(live);
    live.clear();

    assertThat(differences(frozen, graph(size, seed))).isEmpty();
  }

  @Property(tries = 300)
  void frozenGraphIsEqualToTheLiveOne(
      @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @IntRange(max = 10_000) int seed)
      throws Uncapturable {
    List<Object> live = graph(size, seed);
    Object frozen = freeze(live);

    assertThat(differences(frozen, live)).isEmpty();
    assertThat(differences(live, frozen)).isEmpty();
    assertThat(freeze(frozen)).isSameAs(frozen);
  }

  private static String differences(Object control, Object candidate) {
    io.understudy.compare.Comparison comparison =
        Differ.with(Rules.none()).compare(control, candidate);
    return comparison.isEqual() ? "" : comparison.toString();
  }

  /** Objects of the live graph and frozen objects correspond one to one. */
  @Property(tries = 300)
  void sharedObjectsStayShared(
      @ForAll @IntRange(min = 1, max = 200) int size, @ForAll @IntRange(max = 10_000) int seed)
      throws Uncapturable {
    List<Object> live = graph(size, seed);
    Frozen frozen = (Frozen) freeze(live);
    Map<Object, Object> copies = new IdentityHashMap<>();
    Map<Object, Object> originals = new IdentityHashMap<>();
    int containers = 0;
    for (int i = 0; i < live.size(); i++) {
      Object original = live.get(i);
      Object copy = Objects.requireNonNull(frozen.part(i));
      if (copy instanceof Frozen) {
        assertThat(copies.put(original, copy)).isNull();
        assertThat(originals.put(copy, original)).isNull();
        containers++;
      }
    }

    assertThat(copies).hasSize(containers);
    checkParts(live, frozen, copies);
  }

  private static void checkParts(List<Object> live, Frozen frozen, Map<Object, Object> copies) {
    for (int i = 0; i < live.size(); i++) {
      Object original = live.get(i);
      if (original instanceof Node) {
        Object left = ((Node) original).left;
        Object copy = ((Frozen) Objects.requireNonNull(frozen.part(i))).part(2);
        if (left != null && copies.containsKey(left)) {
          assertThat(copy).isSameAs(copies.get(left));
        }
      }
    }
  }

  /** A frozen graph refers to no mutable object of the live one. */
  @Property(tries = 200)
  void frozenGraphRefersToNoLiveObject(
      @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @IntRange(max = 10_000) int seed)
      throws Uncapturable {
    List<Object> live = graph(size, seed);
    Set<Object> mutable = Collections.newSetFromMap(new IdentityHashMap<>());
    mutable.add(live);
    mutable.addAll(live);

    for (Object each : reachable(freeze(live))) {
      assertThat(mutable.contains(each)).isFalse();
    }
  }

  private static Set<Object> reachable(Object root) {
    Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Object> open = new ArrayList<>(Collections.singletonList(root));
    while (!open.isEmpty()) {
      Object at = open.remove(open.size() - 1);
      if (found.add(at) && at instanceof Frozen) {
        Frozen frozen = (Frozen) at;
        for (int i = 0; i < frozen.size(); i++) {
          addIfPresent(frozen.part(i), open);
          if (frozen.kind() == Kind.MAP) {
            addIfPresent(frozen.key(i), open);
          }
        }
      }
    }
    return found;
  }

  private static void addIfPresent(@Nullable Object part, List<Object> open) {
    if (part != null) {
      open.add(part);
    }
  }

  @Property(tries = 100)
  void costDoesNotDependOnTheMode(
      @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @IntRange(max = 10_000) int seed)
      throws Uncapturable {
    Meter strict = new Meter(Bounds.DEFAULT);
    Meter lenient = new Meter(Bounds.DEFAULT);
    Freezer.freeze(graph(size, seed), strict);
    Freezer.freezeLeniently(graph(size, seed), lenient);

    assertThat(lenient.nodes()).isEqualTo(strict.nodes());
    assertThat(lenient.bytes()).isEqualTo(strict.bytes());
    assertThat(new LinkedHashSet<>(Arrays.asList(strict.nodes() > 0, strict.bytes() > 0)))
        .containsExactly(true);
  }
}
