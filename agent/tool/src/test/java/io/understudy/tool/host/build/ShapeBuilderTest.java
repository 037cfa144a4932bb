package io.understudy.tool.host.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableLimits;
import io.understudy.portable.PortableReader;
import io.understudy.portable.PortableWriter;
import io.understudy.value.named.NamedShapes;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShapeBuilderTest {
  private static final Differ VALUE = Differ.with(Rules.none());

  /** The parameters of the candidates of these tests. */
  @SuppressWarnings({"unused", "EffectivelyPrivate"})
  private static final class Targets {
    void ofObject(Object o) {}

    void ofNode(Node o) {}

    void ofTwin(Twin o) {}

    void ofInts(int[] o) {}

    void ofLongs(List<Long> o) {}

    void ofPage(Page<Node> o) {}

    void ofMap(Map<RoundingMode, Set<String>> o) {}

    void ofSorted(SortedMap<String, Integer> o) {}

    void ofLinked(LinkedList<String> o) {}

    void ofOptional(Optional<Node> o) {}

    void ofRunnable(Runnable o) {}

    void ofInt(int o) {}

    void ofBase(Base o) {}
  }

  private static class Base {
    private final String hidden;

    Base(String hidden) {
      this.hidden = hidden;
    }
  }

  private static final class Node extends Base {
    private final String hidden;
    private @Nullable Node next;
    private int[] numbers = {1, 2};

    Node(String text) {
      super("base " + text);
      this.hidden = text;
    }
  }

  /** Has the parts of a node, and another name. */
  private static final class Twin {
    private @Nullable String hidden;
    private @Nullable Twin next;
    private long[] numbers = {};
  }

  private static final class Source {
    private final String hidden = "s";
    private @Nullable Source next;
    private final int[] numbers = {3};
  }

  private static final class Page<T> {
    private final List<T> items = new ArrayList<>();
    private T first;

    Page(T first) {
      this.first = first;
      items.add(first);
    }
  }

  private static @Nullable Object built(@Nullable Object value, String target)
      throws PortableFormException, UnfitValueException {
    byte[] bytes = PortableWriter.write(value, PortableLimits.DEFAULT);
    Object read = PortableReader.read(bytes, PortableLimits.DEFAULT, new NamedShapes());
    for (Method method : Targets.class.getDeclaredMethods()) {
      if (method.getName().equals(target)) {
        return new ShapeBuilder()
            .build(new @Nullable Object[] {read}, method.getGenericParameterTypes())[0];
      }
    }
    throw new IllegalArgumentException(target);
  }

  private static Object equalAfter(Object value, String target)
      throws PortableFormException, UnfitValueException {
    Object built = Objects.requireNonNull(built(value, target));
    assertThat(VALUE.compare(value, built).differences()).isEmpty();
    return built;
  }

  private static void refuses(Object value, String target, String message) {
    assertThatThrownBy(() -> built(value, target))
        .isInstanceOf(UnfitValueException.class)
        .hasMessageContaining(message);
  }

  @Test
  void sameClassWithHiddenFieldsAndCycles() throws Exception {
    Node node = new Node("n");
    node.next = new Node("next");
    node.next.next = node;

    Node built = (Node) equalAfter(node, "ofNode");

    assertThat(Objects.requireNonNull(built.next).next).isSameAs(built);
    assertThat(((Base) built).hidden).isEqualTo("base n");
  }

  @Test
  void otherClassByShapeWithWiderNumbers() throws Exception {
    Source source = new Source();
    source.next = source;

    Twin built = (Twin) equalAfter(source, "ofTwin");

    assertThat(built.next).isSameAs(built);
    assertThat(built.numbers).containsExactly(3L);
  }

  @Test
  void typeVariablesAreResolved() throws Exception {
    Node node = new Node("n");

    Page<?> built = (Page<?>) equalAfter(new Page<>(node), "ofPage");

    assertThat(built.first).isInstanceOf(Node.class).isSameAs(built.items.get(0));
  }

  @Test
  void collections() throws Exception {
    Map<RoundingMode, Set<String>> map = new HashMap<>();
    map.put(RoundingMode.UP, new HashSet<>(Arrays.asList("a", "b")));
    Map<String, Integer> sorted = new TreeMap<>(Collections.reverseOrder());
    sorted.put("a", 1);
    sorted.put("b", 2);

    equalAfter(map, "ofMap");
    assertThat(((SortedMap<?, ?>) equalAfter(sorted, "ofSorted")).firstKey()).isEqualTo("b");
    equalAfter(new LinkedList<>(Arrays.asList("x")), "ofLinked");
    equalAfter(new ArrayList<>(Arrays.asList("x")), "ofLinked");
    equalAfter(Arrays.asList(1, 2), "ofLongs");
    equalAfter(new int[] {1, 2}, "ofInts");
    equalAfter(Arrays.asList(1, 2), "ofInts");
    equalAfter(Optional.of(new Node("n")), "ofOptional");
  }

  @Test
  void unmodifiableListStaysSo() throws Exception {
    Object built = equalAfter(Collections.unmodifiableList(Arrays.asList("a")), "ofObject");

    assertThatThrownBy(() -> ((List<?>) built).remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void orderOfAHashTableIsKept() throws Exception {
    Map<String, Integer> large = new HashMap<>(1024);
    Map<String, Integer> small = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      large.put("key" + i * 7919, i);
      small.put("key" + i * 7919, i);
    }

    assertThat(new ArrayList<>(((Map<?, ?>) equalAfter(large, "ofObject")).keySet()))
        .isEqualTo(new ArrayList<>(large.keySet()));
    assertThat(new ArrayList<>(((Map<?, ?>) equalAfter(small, "ofObject")).keySet()))
        .isEqualTo(new ArrayList<>(small.keySet()));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    refuses(new Node("n"), "ofObject", "/arguments/0: wanted java.lang.Object, found ");
    refuses(new Node("n"), "ofRunnable", "wanted java.lang.Runnable");
    refuses(new Node("n"), "ofTwin", "no such part in " + Twin.class.getName());
    refuses(new Source(), "ofNode", "(a class without a constructor without parameters)");
    refuses(new Node("n"), "ofBase", "which is a subclass of it");
    refuses(1L << 40, "ofInt", "wanted int, found java.lang.Long");
    refuses(Arrays.asList(1, null), "ofInts", "/arguments/0/1: wanted int, found null");
    refuses(RoundingMode.UP, "ofObject", "found java.math.RoundingMode");
    refuses(new TreeMap<Object, Object>((a, b) -> 0), "ofSorted", "java.util.TreeMap");
  }

  @Test
  void scalars() {
    assertThat(Scalars.as(BigDecimal.class, 5)).isEqualTo(new BigDecimal("5"));
    assertThat(Scalars.as(int.class, new BigDecimal("5.00"))).isEqualTo(5);
    assertThat(Scalars.as(int.class, new BigDecimal("5.01"))).isNull();
    assertThat(Scalars.as(long.class, BigInteger.ONE.shiftLeft(63))).isNull();
    assertThat(Scalars.as(byte.class, 128)).isNull();
    assertThat(Scalars.as(double.class, 1L << 53)).isEqualTo(9007199254740992.0);
    assertThat(Scalars.as(double.class, (1L << 53) + 1)).isNull();
    assertThat(Scalars.as(float.class, 0.1)).isNull();
    assertThat(Scalars.as(float.class, Double.NaN)).isEqualTo(Float.NaN);
    assertThat(Scalars.as(int.class, -0.0)).isNull();
    assertThat(Scalars.as(BigDecimal.class, 0.1)).isNull();
    assertThat(Scalars.as(BigDecimal.class, 0.5)).isEqualTo(new BigDecimal("0.5"));
    assertThat(Scalars.as(BigInteger.class, new BigDecimal(BigInteger.ONE, -2_000_000_000)))
        .isNull();
    assertThat(Scalars.as(char.class, "a")).isNull();
    assertThat(Scalars.as(String.class, 1)).isNull();
    assertThat(Scalars.as(Instant.class, new Date(5))).isEqualTo(Instant.ofEpochMilli(5));
    assertThat(Scalars.as(Date.class, Instant.ofEpochSecond(0, 1))).isNull();
    assertThat(Scalars.as(LocalDate.class, new Date(5))).isNull();
    UUID id = new UUID(1, 2);
    assertThat(Scalars.as(UUID.class, id)).isEqualTo(id);
    assertThat(Scalars.as(Object.class, 1)).isEqualTo(1);
    assertThat(Scalars.as(Comparable.class, "a")).isEqualTo("a");
  }

  @Test
  void namedScalars() throws Exception {
    for (Object each :
        Arrays.asList(
            RoundingMode.HALF_UP, Currency.getInstance("EUR"), new Timestamp(1_234_567_890_123L))) {
      byte[] bytes = PortableWriter.write(each, PortableLimits.DEFAULT);
      Object read =
          Objects.requireNonNull(
              PortableReader.read(bytes, PortableLimits.DEFAULT, new NamedShapes()));
      assertThat(Scalars.as(each.getClass(), read)).isEqualTo(each);
      assertThat(Scalars.as(ZonedDateTime.class, read)).isNull();
      assertThat(Scalars.as(String.class, read)).isNull();
    }
  }

  @Property
  void numbersKeepTheirValueOrDoNotFit(@ForAll double number, @ForAll long whole) {
    for (Class<?> target :
        new Class<?>[] {
          int.class, long.class, float.class, double.class, BigDecimal.class, BigInteger.class
        }) {
      for (Object value : new Object[] {number, whole, BigDecimal.valueOf(number)}) {
        Object built = Scalars.as(target, value);
        if (built != null) {
          assertThat(VALUE.compare(value, built).differences()).isEmpty();
        }
      }
    }
  }
}
