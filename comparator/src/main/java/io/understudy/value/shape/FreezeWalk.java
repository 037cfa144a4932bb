package io.understudy.value.shape;

import io.understudy.value.FingerprintTable;
import io.understudy.value.IdentityLog;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.ArrayDeque;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One walk that freezes a graph. Goes down by recursion while that is shallow; what lies deeper is
 * put on a list and frozen afterwards from the top of the stack, which is possible because a frozen
 * object may be referred to before it has its parts. Not thread-safe.
 */
final class FreezeWalk {
  /** Deep enough for nearly every graph, shallow enough for a stack that is nearly used up. */
  private static final int DEEPEST = 48;

  private static final Deque<Object> NOTHING = new ArrayDeque<>(1); // Never written to.

  private final Meter meter;
  private final Shapes shapes;
  private final boolean lenient;
  private final IdentityLog seen = new IdentityLog();
  private final FingerprintTable records = new FingerprintTable();
  private Deque<Object> later = NOTHING;
  private int depth;

  /** The class met last, and its shape: elements of one collection are mostly of one class. */
  private @Nullable Class<?> lastClass;

  private @Nullable Shape lastShape;

  FreezeWalk(Meter meter, Shapes shapes, boolean lenient) {
    this.meter = meter;
    this.shapes = shapes;
    this.lenient = lenient;
  }

  /** Freezes the object that the graph starts with. */
  Object root(Object live) throws Uncapturable {
    Shape shape = shapes.of(live);
    if (shapes.areKept(shape)) {
      return live;
    }
    Object root = value(live, shape);
    while (!later.isEmpty()) {
      Object object = later.pop();
      Frozen frozen = (Frozen) later.pop();
      frozen.shape().freeze(object, frozen, this);
    }
    return root;
  }

  /** Freezes a part of any kind. */
  @Nullable Object part(@Nullable Object live) throws Uncapturable {
    if (live == null) {
      return null;
    }
    if (live instanceof String) {
      return text(live);
    }
    if (live instanceof Frozen) {
      return live;
    }
    Shape shape = lastShape;
    if (shape == null || live.getClass() != lastClass) {
      shape = shapes.ofInstances(live.getClass());
      lastClass = live.getClass();
      lastShape = shape;
    }
    return ofClass(live, shape);
  }

  /** Counts a text that is kept by reference, but held on to. */
  @Nullable Object text(@Nullable Object text) throws Uncapturable {
    if (text != null) {
      meter.bytes(BYTES_OF_A_TEXT);
      meter.text((String) text);
    }
    return text;
  }

  Object value(Object live, Shape shape) throws Uncapturable {
    if (shape.kind() == Kind.SCALAR) {
      meter.bytes(shape.bytes(live));
      Object kept = scalar(live, shape);
      if (kept instanceof String && !(live instanceof CharSequence)) {
        text(kept); // Made of something else; its length could not be told before.
      }
      return kept;
    }
    if (live instanceof Frozen) {
      return live;
    }
    if (shape instanceof RecordShape) {
      return record(live, (RecordShape) shape);
    }
    Object known = seen.get(live, shape.lane);
    if (known != null) {
      return known;
    }
    meter.node(BYTES_OF_A_NODE);
    Frozen frozen = new Frozen(shape);
    seen.add(live, frozen, shape.lane);
    contents(live, frozen, shape);
    return frozen;
  }

  /** Its leaves come first: they tell whether it was met before, and may be all of it. */
  private Object record(Object live, RecordShape shape) throws Uncapturable {
    Object[] parts = new Object[shape.size(live)];
    long tally = shape.leaves(live, parts);
    Frozen frozen = new Frozen(shape);
    frozen.fill(parts);
    Object known = records.putIfAbsent(live, frozen, ScalarFields.fingerprint(tally));
    if (known != null) {
      return known;
    }
    meter.node(BYTES_OF_A_NODE + shape.bytes() + Character.BYTES * ScalarFields.characters(tally));
    if (!shape.isComplete(tally)) {
      contents(live, frozen, shape);
    }
    return frozen;
  }

  private void contents(Object live, Frozen frozen, Shape shape) throws Uncapturable {
    if (depth == DEEPEST) {
      if (later == NOTHING) {
        later = new ArrayDeque<>();
      }
      later.push(frozen);
      later.push(live);
      return;
    }
    depth++;
    shape.freeze(live, frozen, this);
    depth--;
  }

  /** Header and two fields of a {@link Frozen}, header of its array, a place in the log. */
  private static final int BYTES_OF_A_NODE = 56;

  static final int BYTES_OF_A_TEXT = 40;

  /** The shape of objects of a class, as this walk sees it. */
  Shape ofInstances(Class<?> type) {
    return shapes.ofInstances(type);
  }

  /** Freezes an object, given the shape of its class. */
  Object ofClass(Object live, Shape shape) throws Uncapturable {
    if (shape.immutable() || shapes.areKept(shape)) {
      return live;
    }
    return value(live, shape.at(live, shapes));
  }

  private Object scalar(Object live, Shape shape) throws Uncapturable {
    try {
      return shape.keep(live);
    } catch (RuntimeException | Error thrown) {
      Frozen frozen = new Frozen(shape);
      unreadable(frozen, reason(shape.typeName(), thrown));
      return frozen;
    }
  }

  /** Counts what a node takes beside itself. */
  void meter(int nodes, long bytes) throws Uncapturable {
    meter.nodes(nodes, bytes);
  }

  /**
   * Counts {@code size} elements or entries that are about to be read, so that memory is bounded
   * before it is taken.
   */
  int expected(int size) throws Uncapturable {
    meter.nodes(size, 8L * size);
    records.expect(size);
    return size;
  }

  /**
   * Something cannot be read: the end of a strict run, an opaque part of a lenient one.
   *
   * @param reason one clause
   */
  void unreadable(Frozen frozen, String reason) throws Uncapturable {
    if (!lenient) {
      throw new Uncapturable(reason);
    }
    frozen.unreadable(new OpaqueShape(frozen.typeName(), reason));
  }

  /**
   * Why reading an object of a class failed: by what methods of the application threw. What may be
   * our own or the JVM's is thrown on.
   */
  static String reason(String typeName, Throwable thrown) {
    if (thrown instanceof VirtualMachineError || thrown instanceof LinkageError) {
      throw (Error) thrown;
    }
    if (thrown instanceof Accessors.Unreadable && thrown.getCause() != null) {
      return reason(typeName, thrown.getCause());
    }
    if (thrown instanceof Uncapturable) {
      return ((Uncapturable) thrown).reason();
    }
    if (thrown instanceof ConcurrentModificationException) {
      return typeName + " was changed while it was read";
    }
    return "reading " + typeName + " threw " + thrown.getClass().getName();
  }
}
