package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.jdk.layout.Sentinels;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.agent.snapshot.plan.PlanSource;
import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.nio.Buffer;
import java.util.AbstractMap.SimpleEntry;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Plans of JDK classes that hold one element or a few: optionals, atomics, map entries. Stateless.
 */
final class JdkHolders {
  private JdkHolders() {}

  /** Returns the plan of a holder class; null for other classes. */
  static @Nullable Plan of(Class<?> type, PlanSource plans) throws Uncapturable {
    if (Buffer.class.isAssignableFrom(type)) {
      return new BufferPlan();
    }
    if (isXmlDate(type)) {
      return new FunctionPlan(XmlDateCopy::of);
    }
    if (type == Object.class) {
      return new FunctionPlan(live -> Sentinels.is(live) ? live : new Object());
    }
    if (type == OptionalInt.class || type == OptionalLong.class || type == OptionalDouble.class) {
      return Plan.REFERENCE;
    }
    if (type == Optional.class) {
      return new FixedPlan(type);
    }
    if (type == AtomicReference.class) {
      return new AtomicReferencePlan();
    }
    if (type == AtomicReferenceArray.class) {
      return new AtomicReferenceArrayPlan();
    }
    if (type == AtomicIntegerArray.class) {
      return new NumberArrayPlan(
          4, live -> ((AtomicIntegerArray) live).length(), JdkHolders::copyInts);
    }
    if (type == AtomicLongArray.class) {
      return new NumberArrayPlan(
          8, live -> ((AtomicLongArray) live).length(), JdkHolders::copyLongs);
    }
    if (CompletableFuture.class.isAssignableFrom(type)) {
      return future();
    }
    return Map.Entry.class.isAssignableFrom(type) ? entry(type, plans) : null;
  }

  /**
   * Returns the plan of a completed future, also of an application class: its copy is a plain
   * future.
   */
  static Plan future() {
    return ContentsPlan.changing(
        (live, walk) -> new @Nullable Object[] {readValue((CompletableFuture<?>) live)},
        copies -> CompletableFuture.completedFuture(copies[0]));
  }

  // By name, since not every JVM has the module of this class.
  private static boolean isXmlDate(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getName().equals("javax.xml.datatype.XMLGregorianCalendar")) {
        return true;
      }
    }
    return false;
  }

  private static Plan entry(Class<?> type, PlanSource plans) throws Uncapturable {
    String name = type.getName();
    if (type == SimpleImmutableEntry.class || name.equals("java.util.KeyValueHolder")) {
      return new FixedPlan(type);
    }
    if (type == SimpleEntry.class || name.startsWith("java.util.Collections$")) {
      return new FieldsPlan(type, plans);
    }
    Plan node = EntryPlan.of(type, plans);
    // Other entries belong to an iterator or a map; their copies are independent.
    return node != null
        ? node
        : ContentsPlan.changing(
            JdkHolders::readEntry, copies -> new SimpleEntry<>(copies[0], copies[1]));
  }

  private static @Nullable Object[] readEntry(Object live, CopyWalk walk) {
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) live;
    return new @Nullable Object[] {entry.getKey(), entry.getValue()};
  }

  private static Object copyInts(Object live) {
    AtomicIntegerArray from = (AtomicIntegerArray) live;
    AtomicIntegerArray to = new AtomicIntegerArray(from.length());
    for (int i = 0; i < from.length(); i++) {
      to.set(i, from.get(i));
    }
    return to;
  }

  private static Object copyLongs(Object live) {
    AtomicLongArray from = (AtomicLongArray) live;
    AtomicLongArray to = new AtomicLongArray(from.length());
    for (int i = 0; i < from.length(); i++) {
      to.set(i, from.get(i));
    }
    return to;
  }

  private static @Nullable Object readValue(CompletableFuture<?> live) throws Uncapturable {
    Shape shape = StandardShapes.of(live);
    if (shape.kind() == Kind.OPAQUE) {
      throw new Uncapturable(shape.reason());
    }
    Elements value = shape.elements(live);
    return value.next() ? value.value() : null;
  }

  /** Copies an array of numbers, after its size is metered. */
  private static final class NumberArrayPlan extends Plan {
    private final int bytes;
    private final ToIntFunction<Object> length;
    private final UnaryOperator<Object> copy;

    NumberArrayPlan(int bytes, ToIntFunction<Object> length, UnaryOperator<Object> copy) {
      this.bytes = bytes;
      this.length = length;
      this.copy = copy;
    }

    @Override
    public Object shell(Object live, CopyWalk walk) throws Uncapturable {
      walk.meterBytes((long) bytes * length.applyAsInt(live));
      return copy.apply(live);
    }
  }
}
