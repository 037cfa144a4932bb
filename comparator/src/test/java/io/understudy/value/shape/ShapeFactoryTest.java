package io.understudy.value.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Scalar;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shapes that {@link ShapeFactory} makes, used for classes of a small library. */
class ShapeFactoryTest {
  private static final String NAME = Thing.class.getName();

  /** An object of the library; its class is read with the shape under test. */
  static final class Thing {
    final @Nullable Object content;
    boolean loaded = true;

    Thing(@Nullable Object content) {
      this.content = content;
    }
  }

  private static Object content(Object thing) {
    return java.util.Objects.requireNonNull(((Thing) thing).content);
  }

  /** Finds shapes when {@link Thing} has the given shape, and collections are read plainly. */
  private static Shapes shapes(Shape ofThing) {
    return new Shapes(
        new ShapeSource() {
          @Override
          public @Nullable Shape ofValue(Class<?> type) {
            return type == Thing.class ? ofThing : null;
          }

          @Override
          public @Nullable Shape ofProxy(Class<?> type, Set<String> names) {
            return null;
          }

          @Override
          public @Nullable Shape ofLibrary(Class<?> type, Set<String> names) {
            return null;
          }

          @Override
          public @Nullable Shape ofLazy(Class<?> type, Set<String> names, Shape loaded) {
            return null;
          }

          @Override
          public boolean isBag(Set<String> names) {
            return false;
          }
        },
        new CollectionReader() {
          @Override
          public Function<Object, ? extends Collection<?>> elementsOf(Class<?> type) {
            return live -> (Collection<?>) live;
          }

          @Override
          public Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entriesOf(
              Class<?> type) {
            return live -> ((Map<?, ?>) live).entrySet();
          }
        },
        Integer.MAX_VALUE);
  }

  private static Object freeze(Shape shape, Object live) throws Uncapturable {
    return shapes(shape).freeze(live, new Meter(Bounds.DEFAULT), false);
  }

  private static String reason(Shape shape, Object live) {
    try {
      return "frozen " + freeze(shape, live);
    } catch (Uncapturable uncapturable) {
      return uncapturable.reason();
    }
  }

  @Test
  void scalar() throws Uncapturable {
    Shape shape = ShapeFactory.scalar(Thing.class, Scalar.NUMBER, thing -> content(thing));
    Thing seven = new Thing(7);

    assertThat(shape.kind()).isEqualTo(Kind.SCALAR);
    assertThat(shape.scalar()).isEqualTo(Scalar.NUMBER);
    assertThat(shape.plain(seven)).isEqualTo(7);
    assertThat(shape.itself(seven)).isSameAs(seven);
    assertThat(shape.keep(seven)).isSameAs(seven);
    assertThat(shape.family()).isEqualTo(NAME);
    assertThat(shape.immutable()).isTrue();
    assertThat(shape.sharable()).isTrue();
    assertThat(freeze(shape, seven)).isSameAs(seven);
    assertThat(shape).hasToString(NAME + " (SCALAR)");
  }

  @Test
  void scalarOfAFamily() {
    Shape shape = ShapeFactory.scalar(Thing.class, String.class, thing -> content(thing));

    assertThat(shape.scalar()).isEqualTo(Scalar.OTHER);
    assertThat(shape.family()).isEqualTo("java.lang.String");
  }

  @Test
  void record() throws Uncapturable {
    List<Function<Object, @Nullable Object>> accessors = new ArrayList<>();
    accessors.add(thing -> content(thing));
    accessors.add(thing -> null);
    List<String> names = Arrays.asList("content", "nothing");
    Shape shape = ShapeFactory.record(NAME, names, accessors);
    Frozen frozen = (Frozen) freeze(shape, new Thing("c"));

    assertThat(frozen.kind()).isEqualTo(Kind.RECORD);
    assertThat(frozen.name(1)).isEqualTo("nothing");
    assertThat(frozen.part(0)).isEqualTo("c");
    assertThat(shape.part(frozen, 0)).isEqualTo("c");
    assertThat(frozen.part(1)).isNull();
    assertThat(shape.sharable()).isFalse();
    assertThat(ShapeFactory.sharableRecord(NAME, names, accessors).sharable()).isTrue();
    assertThat(reason(shape, new Thing(null)))
        .isEqualTo("reading " + NAME + " threw java.lang.NullPointerException");
  }

  @Test
  void optional() throws Uncapturable {
    Shape shape = ShapeFactory.optional(Thing.class, thing -> ((Thing) thing).content);

    assertThat(shape.size(new Thing("c"))).isEqualTo(1);
    assertThat(shape.size(new Thing(null))).isZero();
    assertThat(((Frozen) freeze(shape, new Thing("c"))).part(0)).isEqualTo("c");
    assertThat(((Frozen) freeze(shape, new Thing(null))).size()).isZero();
    Elements elements = shape.elements(new Thing("c"));
    assertThat(elements.next()).isTrue();
    assertThat(elements.value()).isEqualTo("c");
    assertThat(elements.next()).isFalse();
    assertThat(shape.elements(new Thing(null)).next()).isFalse();
  }

  @Test
  void opaque() {
    assertThat(reason(ShapeFactory.opaque(NAME, "why"), new Thing(1))).isEqualTo("why");
    assertThat(ShapeFactory.opaque(NAME, "why").reason()).isEqualTo("why");
  }

  @Test
  void standIn() throws Uncapturable {
    Shape shape = ShapeFactory.standIn(NAME, thing -> ((Thing) thing).content);

    assertThat(freeze(shape, new Thing("text"))).isEqualTo("text");
    assertThat(((Frozen) freeze(shape, new Thing(null))).kind()).isEqualTo(Kind.OPTIONAL);
    Frozen list = (Frozen) freeze(shape, new Thing(Arrays.asList(1, 2)));
    assertThat(list.kind()).isEqualTo(Kind.LIST);
    assertThat(list.typeName()).isEqualTo(NAME);
    assertThat(shape.isByMethods()).isTrue();
    assertThat(shape.sharable()).isFalse();
    assertThat(shape.reason()).isEqualTo(NAME + " cannot be copied");
    assertThat(ShapeFactory.sharableStandIn(NAME, thing -> null).sharable()).isTrue();
  }

  private static Object nested(int depth) {
    Object content = "x";
    for (int i = 0; i < depth; i++) {
      content = new Thing(content);
    }
    return content;
  }

  @Test
  void chainOfStandInsIsFollowedEightTimes() throws Uncapturable {
    Shape shape = ShapeFactory.standIn(NAME, thing -> ((Thing) thing).content);

    assertThat(freeze(shape, nested(8))).isEqualTo("x");
    assertThat(reason(shape, nested(9))).isEqualTo(NAME + " stands for itself");
  }

  @Test
  void standInForAFrozenObjectIsOpaque() {
    Shape shape = ShapeFactory.standIn(NAME, thing -> ((Thing) thing).content);

    assertThat(reason(shape, new Thing(Frozen.unread("a.B", "why"))))
        .isEqualTo(NAME + " stands for a frozen object");
  }

  @Test
  void standInThatThrows() {
    Shape failing =
        ShapeFactory.standIn(
            NAME,
            thing -> {
              throw new IllegalArgumentException("value 4711");
            });
    Shape missing =
        ShapeFactory.standIn(
            NAME,
            thing -> {
              throw new NoClassDefFoundError("com.acme.Gone");
            });

    assertThat(reason(failing, new Thing(1)))
        .isEqualTo("reading " + NAME + " threw java.lang.IllegalArgumentException");
    assertThat(reason(missing, new Thing(1)))
        .isEqualTo("reading " + NAME + " threw java.lang.NoClassDefFoundError");
  }

  @Test
  void errorOfTheJvmIsPassedOn() {
    Shape overflow =
        ShapeFactory.standIn(
            NAME,
            thing -> {
              throw new OutOfMemoryError("test");
            });

    assertThatThrownBy(() -> freeze(overflow, new Thing(1))).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void shapePerObject() throws Uncapturable {
    Shape one = ShapeFactory.scalar(Thing.class, Scalar.NUMBER, thing -> 1);
    Shape none = ShapeFactory.opaque(NAME, "empty");
    Shape shape =
        ShapeFactory.perObject(NAME, true, thing -> ((Thing) thing).content == null ? none : one);
    Thing full = new Thing("c");

    assertThat(freeze(shape, full)).isSameAs(full);
    assertThat(reason(shape, new Thing(null))).isEqualTo("empty");
    assertThat(shape.sharable()).isTrue();
    assertThat(shape.isByMethods()).isTrue();
    assertThat(shape.dependsOnObject()).isFalse();
    assertThat(shape.reason()).isEqualTo(NAME + " cannot be copied");
    assertThat(
            reason(
                ShapeFactory.perObject(
                    NAME,
                    false,
                    thing -> {
                      throw new IllegalStateException();
                    }),
                full))
        .isEqualTo("reading " + NAME + " threw java.lang.IllegalStateException");
  }

  @Test
  void lazyObject() throws Uncapturable {
    Shape loaded = ShapeFactory.optional(Thing.class, thing -> ((Thing) thing).content);
    Shape shape = ShapeFactory.lazy(loaded, thing -> ((Thing) thing).loaded, "not loaded");
    Thing lazy = new Thing("c");
    lazy.loaded = false;
    Frozen unloaded = (Frozen) freeze(shape, lazy);

    assertThat(unloaded.kind()).isEqualTo(Kind.OPAQUE);
    assertThat(unloaded.reason()).isEqualTo("not loaded");
    assertThat(((Frozen) freeze(shape, new Thing("c"))).part(0)).isEqualTo("c");
    assertThat(shape.dependsOnObject()).isTrue();
    assertThat(shape.isByMethods()).isFalse();
    assertThat(shape.sharable()).isFalse();
    assertThat(((Frozen) freeze(shape, Arrays.asList(lazy, 1))).size()).isEqualTo(2);
  }

  @Test
  void collectionAndMap() throws Uncapturable {
    Shape list = ShapeFactory.collection(Kind.SET, NAME, thing -> (Collection<?>) content(thing));
    Function<Object, Collection<Map.Entry<Object, Object>>> entries =
        thing -> Collections.singletonMap((Object) "k", content(thing)).entrySet();
    Frozen frozen = (Frozen) freeze(ShapeFactory.map(NAME, entries), new Thing(5));

    assertThat(((Frozen) freeze(list, new Thing(Arrays.asList(1, 2)))).size()).isEqualTo(2);
    assertThat(list.kind()).isEqualTo(Kind.SET);
    assertThat(reason(list, new Thing("no collection")))
        .isEqualTo("reading " + NAME + " threw java.lang.ClassCastException");
    assertThat(frozen.key(0)).isEqualTo("k");
    assertThat(frozen.part(0)).isEqualTo(5);
    assertThat(ShapeFactory.map(NAME, entries).isOrdered()).isFalse();
    assertThat(ShapeFactory.orderedMap(NAME, entries).isOrdered()).isTrue();
  }

  @Test
  void classThatIsNoRowSet() {
    assertThat(ShapeFactory.rowSet(Thing.class)).isNull();
  }

  @Test
  void accessorsOfAnotherKind() {
    Shape opaque = ShapeFactory.opaque(NAME, "why");

    assertThat(opaque.names()).isEmpty();
    assertThat(opaque.scalar()).isEqualTo(Scalar.NONE);
    assertThat(opaque.size(new Thing(1))).isZero();
    assertThat(opaque.primitives(new Thing(1))).isNull();
    assertThat(opaque.elements(new Thing(1)).next()).isFalse();
    assertThat(opaque.isOrdered()).isFalse();
    assertThat(opaque.immutable()).isFalse();
    assertThat(opaque.bytes(new Thing(1))).isZero();
    assertThat(opaque.beside().names()).isEmpty();
    assertThat(opaque.lasting()).isSameAs(opaque);
    assertThatThrownBy(() -> opaque.part(new Thing(1), 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(NAME + " is a OPAQUE and has no named parts");
    assertThatThrownBy(() -> opaque.keep(new Thing(1)))
        .hasMessage(NAME + " is a OPAQUE, not a scalar");
    assertThat(ShapeFactory.scalar(Thing.class, Scalar.TEXT, t -> t).reason()).isEmpty();
  }

  @Test
  void schemaShapesAreCachedByIdentity() {
    SchemaShapes cache = new SchemaShapes();
    Object key = new Object();
    Shape first = cache.of(key, made -> ShapeFactory.opaque(NAME, "first"));

    assertThat(cache.of(key, made -> ShapeFactory.opaque(NAME, "second"))).isSameAs(first);
    assertThat(cache.of(new Object(), made -> ShapeFactory.opaque(NAME, "other")).reason())
        .isEqualTo("other");
    for (int i = 0; i < 1_000; i++) {
      Object other = new Object();
      assertThat(cache.of(other, made -> ShapeFactory.opaque(NAME, "x")).reason()).isEqualTo("x");
    }
    assertThat(cache.of(key, made -> ShapeFactory.opaque(NAME, "again")).reason())
        .isIn("first", "again");
  }
}
