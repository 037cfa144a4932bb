package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.shape.Shapes;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Classes with fields of any type and modifier, which are not accessible and have loaders of their
 * own: the reader of the frequent class makes the same frozen objects as the first one.
 */
class FrequentClassesTest {
  private static final Class<?>[] TYPES = {
    boolean.class,
    byte.class,
    short.class,
    char.class,
    int.class,
    long.class,
    float.class,
    double.class,
    String.class,
    BigDecimal.class,
    LocalDate.class,
    Instant.class,
    UUID.class,
    TimeUnit.class,
    Integer.class,
    Long.class,
    Object.class,
    Serializable.class,
    Comparable.class,
    Number.class,
    Date.class,
    int[].class,
    List.class
  };

  private static final int[] MODIFIERS = {
    0, Modifier.PRIVATE, Modifier.PROTECTED, Modifier.FINAL, Modifier.VOLATILE, Modifier.TRANSIENT
  };

  private final Shapes slow = StandardShapes.shapes(Integer.MAX_VALUE);
  private final Shapes fast = StandardShapes.shapes(1);

  /** A class with fields of random types, which may have the names of its parent's fields. */
  private static Class<?> type(
      Random random, String name, int modifiers, int fields, Class<?> parent) {
    DynamicType.Builder<?> builder =
        new ByteBuddy().subclass(parent).name("com.acme." + name).modifiers(modifiers);
    for (int i = 0; i < fields; i++) {
      Class<?> type = TYPES[random.nextInt(TYPES.length)];
      builder = builder.defineField("f" + i, type, MODIFIERS[random.nextInt(MODIFIERS.length)]);
    }
    return builder
        .make()
        .load(parent.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
        .getLoaded();
  }

  private static @Nullable Object value(Random random, Class<?> type) {
    int i = random.nextInt(8);
    if (type == boolean.class) {
      return i == 0;
    } else if (type == byte.class) {
      return (byte) -i;
    } else if (type == short.class) {
      return (short) -i;
    } else if (type == char.class) {
      return (char) i;
    } else if (type == float.class) {
      return i == 0 ? -0.0f : i / 3f;
    } else if (type == double.class) {
      return i == 0 ? Double.NaN : i / 3.0;
    } else if (type == int.class) {
      return -i;
    } else if (type == long.class) {
      return Long.MIN_VALUE + i;
    } else if (i == 0) {
      return null;
    }
    return reference(random, type, i);
  }

  private static Object reference(Random random, Class<?> type, int i) {
    Object[] values = {
      "text" + i,
      i,
      (long) i,
      random.nextInt(4) == 0 ? new RecordGraph.Odd(i) : BigDecimal.valueOf(i, 1),
      LocalDate.ofEpochDay(i),
      Instant.ofEpochSecond(i),
      new UUID(i, 1),
      TimeUnit.values()[i % 7],
      new Date(i),
      new int[] {i},
      new ArrayList<Object>(Collections.nCopies(i, new RecordGraph.Line(i)))
    };
    Object value = values[random.nextInt(values.length)];
    while (!type.isInstance(value)) {
      value = values[random.nextInt(values.length)];
    }
    return value;
  }

  private static Object make(Random random, Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object made = constructor.newInstance();
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        field.setAccessible(true);
        field.set(made, value(random, field.getType()));
      }
    }
    return made;
  }

  @Property(tries = 200)
  void sameFrozenObjects(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int inherited,
      @ForAll @IntRange(max = 40) int declared)
      throws Exception {
    Random random = new Random(seed);
    Class<?> parent = type(random, "Parent", Modifier.PUBLIC, inherited, Holder.class);
    Class<?> type = type(random, "Child", 0, declared, parent);
    List<Object> row = new ArrayList<>();
    for (int i = random.nextInt(300); i >= 0; i--) {
      boolean isKnown = !row.isEmpty() && random.nextInt(8) == 0;
      row.add(isKnown ? row.get(random.nextInt(row.size())) : make(random, type));
    }
    Object graph = Collections.singletonMap("row", row);
    fast.freeze(graph, new Meter(Bounds.DEFAULT), false);
    assertThat(fast.compile(each -> each == type ? row.get(0) : null)).isPositive();
    Meter slowMeter = new Meter(Bounds.DEFAULT);
    Meter fastMeter = new Meter(Bounds.DEFAULT);
    FrozenTwins.check(slow.freeze(graph, slowMeter, false), fast.freeze(graph, fastMeter, false));
    assertThat(fastMeter.nodes()).isEqualTo(slowMeter.nodes());
    assertThat(fastMeter.bytes()).isEqualTo(slowMeter.bytes());
  }

  /** The first superclass. */
  public static class Holder {
    @Nullable Object part;
  }
}
