package io.understudy.value.shape;

import io.understudy.value.FingerprintTable;
import io.understudy.value.IdentityLog;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Tally;
import io.understudy.value.ThreadDeaths;
import io.understudy.value.Uncapturable;
import io.understudy.value.contents.SizedIterables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One walk that freezes a graph of objects. Not thread-safe.
 *
 * <p>It recurses down to a fixed depth. Deeper objects are put on a list and frozen later from that
 * list. This works because other frozen objects may refer to a frozen object before it has its
 * parts.
 */
final class FreezeWalk {
  /** Deep enough for nearly every graph; small enough for a thread whose stack is nearly full. */
  private static final int MAX_DEPTH = 48;

  private static final List<PrivateCopies.LastSteps> NO_STEPS = Collections.emptyList();

  private static final Deque<Object> NOTHING = new ArrayDeque<>(1); // Stays empty.

  private final Meter meter;
  private final Shapes shapes;
  private final boolean lenient;

  /** Copies what is not read now; null if this walk runs code of the application. */
  private final @Nullable PrivateCopies privateCopies;

  private PrivateCopies.@Nullable Session session;

  /** The objects to read later; null while there are none. */
  private @Nullable List<LatePart> lateParts;

  /** The last steps of the copies. */
  private List<PrivateCopies.LastSteps> lastSteps = NO_STEPS;

  private final IdentityLog copies = new IdentityLog();
  private final FingerprintTable records = new FingerprintTable();
  private Deque<Object> deferred = NOTHING;
  private int depth;

  /** The last class and its shape: most elements of one collection have the same class. */
  private @Nullable Class<?> lastClass;

  private @Nullable Shape lastShape;

  /**
   * Starts a walk.
   *
   * @param privateCopies copies the objects that can be read only by code outside of the JDK, for a
   *     walk on a thread of the application; null if this walk may run such code
   */
  FreezeWalk(Meter meter, Shapes shapes, boolean lenient, @Nullable PrivateCopies privateCopies) {
    this.meter = meter;
    this.shapes = shapes;
    this.lenient = lenient;
    this.privateCopies = privateCopies;
  }

  /**
   * Freezes the root of the graph.
   *
   * @return the frozen root, or a {@link Deferral} if some parts must be read later
   */
  Object freeze(Object live) throws Uncapturable {
    Object root = freezeRoot(live);
    PrivateCopies.Session begun = session;
    if (begun != null) {
      addLastSteps(begun);
    }
    List<LatePart> late = lateParts;
    return late == null ? root : new Deferral(root, late, lastSteps, shapes, lenient);
  }

  Object freezeRoot(Object live) throws Uncapturable {
    Shape shape = live instanceof Frozen ? shapes.of(live) : shapes.ofInstances(live.getClass());
    if (shapes.areKept(shape)) {
      return live;
    }
    Object root =
        isLate(live, shape) ? freezeLater(live, shape) : freezeValue(live, shape.at(live, shapes));
    while (!deferred.isEmpty()) {
      Object object = deferred.pop();
      Frozen frozen = (Frozen) deferred.pop();
      frozen.shape().freeze(object, frozen, this);
    }
    return root;
  }

  /** Freezes a part of any kind, or null. */
  @Nullable Object freezePart(@Nullable Object live) throws Uncapturable {
    if (live == null) {
      return null;
    }
    if (live instanceof String) {
      return freezeText(live);
    }
    return live instanceof Frozen ? live : freezeOfClass(live, ofClass(live));
  }

  private Shape ofClass(Object live) {
    Shape shape = lastShape;
    if (shape == null || live.getClass() != lastClass) {
      shape = shapes.ofInstances(live.getClass());
      lastClass = live.getClass();
      lastShape = shape;
    }
    return shape;
  }

  /**
   * Replaces parts of any kind by their frozen forms.
   *
   * @param row has the parts at the indexes {@code from}, {@code from + step} and so on
   */
  void freezeRow(@Nullable Object[] row, int from, int step) throws Uncapturable {
    for (int at = from; at < row.length; ) {
      Object live = row[at];
      int next = at;
      if (live != null && !(live instanceof String || live instanceof Frozen)) {
        Shape shape = ofClass(live);
        if (shape instanceof RecordShape && !shapes.areKept(shape)) {
          next = ((RecordShape) shape).reader().row(row, at, step, records, meter);
        }
      }
      if (next == at) {
        row[at] = freezePart(live);
        next += step;
      }
      at = next;
    }
  }

  /** Meters a text that is kept by reference, because the frozen form keeps it in memory. */
  @Nullable Object freezeText(@Nullable Object text) throws Uncapturable {
    if (text != null) {
      meter.bytes(BYTES_OF_A_TEXT);
      meter.text((String) text);
    }
    return text;
  }

  Object freezeValue(Object live, Shape shape) throws Uncapturable {
    if (shape.kind() == Kind.SCALAR) {
      meter.bytes(shape.bytes(live));
      Object kept = keepScalar(live, shape);
      if (kept instanceof String && !(live instanceof CharSequence)) {
        freezeText(kept); // A text made from another value, whose length was unknown until now.
      }
      return kept;
    }
    if (live instanceof Frozen) {
      return live;
    }
    if (shape instanceof RecordShape) {
      return freezeRecord(live, (RecordShape) shape);
    }
    Object known = copies.get(live, shape.lane);
    if (known != null) {
      return known;
    }
    meter.node(BYTES_OF_A_NODE);
    Frozen frozen = new Frozen(shape);
    copies.add(live, frozen, shape.lane);
    freezeContents(live, frozen, shape);
    return frozen;
  }

  /** Reads the leaves first: their fingerprint finds an object that was frozen before. */
  private Object freezeRecord(Object live, RecordShape shape) throws Uncapturable {
    @Nullable Object[] parts = new @Nullable Object[shape.size(live)];
    long tally = shape.reader().leaves(live, parts);
    Frozen frozen = new Frozen(shape);
    frozen.fill(parts);
    Object known = records.putIfAbsent(live, frozen, Tally.fingerprint(tally));
    if (known != null) {
      return known;
    }
    meter.node(BYTES_OF_A_NODE + shape.bytes() + Character.BYTES * Tally.characters(tally));
    if (!shape.isComplete(tally)) {
      freezeContents(live, frozen, shape);
    }
    return frozen;
  }

  private void freezeContents(Object live, Frozen frozen, Shape shape) throws Uncapturable {
    if (depth == MAX_DEPTH) {
      if (deferred == NOTHING) {
        deferred = new ArrayDeque<>();
      }
      deferred.push(frozen);
      deferred.push(live);
      return;
    }
    depth++;
    shape.freeze(live, frozen, this);
    depth--;
  }

  /** Bytes of a {@link Frozen}: its header and two fields, its array's header, a log entry. */
  static final int BYTES_OF_A_NODE = 56;

  static final int BYTES_OF_A_TEXT = 40;

  /** The shape that objects of a class have in this walk. */
  Shape ofInstances(Class<?> type) {
    return shapes.ofInstances(type);
  }

  /** Freezes an object, given the shape of its class. */
  Object freezeOfClass(Object live, Shape shape) throws Uncapturable {
    if (shape.immutable() || shapes.areKept(shape)) {
      return live;
    }
    return isLate(live, shape)
        ? freezeLater(live, shape)
        : freezeValue(live, shape.at(live, shapes));
  }

  private boolean isLate(Object live, Shape shape) {
    return privateCopies != null && shape.isForeign(live, shapes);
  }

  /** Keeps an object, or a private copy of it, to be read by another thread. */
  private Object freezeLater(Object live, Shape shape) throws Uncapturable {
    Object known = copies.get(live, shape.lane);
    if (known != null) {
      return known;
    }
    meter.node(BYTES_OF_A_NODE);
    LatePart part;
    try {
      part = new LatePart(shape.sharable() ? live : copy(live));
    } catch (Uncapturable failure) {
      if (!lenient) {
        throw failure;
      }
      return Frozen.unread(live.getClass().getName(), failure.reason());
    }
    copies.add(live, part, shape.lane);
    if (lateParts == null) {
      lateParts = new ArrayList<>();
    }
    lateParts.add(part);
    return part;
  }

  private Object copy(Object live) throws Uncapturable {
    PrivateCopies from = Objects.requireNonNull(privateCopies);
    if (lenient) {
      PrivateCopies.Session own = from.begin(meter); // A failed copy spoils only its own session.
      Object copy = own.copy(live);
      addLastSteps(own);
      return copy;
    }
    PrivateCopies.Session begun = session;
    if (begun == null) {
      begun = from.begin(meter);
      session = begun;
    }
    return begun.copy(live);
  }

  private void addLastSteps(PrivateCopies.Session of) throws Uncapturable {
    PrivateCopies.LastSteps steps = of.finish();
    if (steps != null) {
      if (lastSteps == NO_STEPS) {
        lastSteps = new ArrayList<>(1);
      }
      lastSteps.add(steps);
    }
  }

  /** Stands for an object in the frozen graph until it is read. */
  static final class LatePart {
    final Object copy;
    @Nullable Object frozen;

    LatePart(Object copy) {
      this.copy = copy;
    }
  }

  private Object keepScalar(Object live, Shape shape) throws Uncapturable {
    try {
      return shape.keep(live);
    } catch (RuntimeException | Error thrown) {
      Frozen frozen = new Frozen(shape);
      reportUnreadable(frozen, failure(shape.typeName(), thrown));
      return frozen;
    }
  }

  /** Meters nodes and bytes in addition to those of an object. */
  void count(int nodes, long bytes) throws Uncapturable {
    meter.nodes(nodes, bytes);
  }

  /**
   * Meters {@code size} elements or entries before they are read, so that the bound is checked
   * before memory is allocated.
   */
  int reserve(int size) throws Uncapturable {
    meter.nodes(size, 8L * size);
    records.expect(size);
    return size;
  }

  /**
   * Reports an object that cannot be read. A strict walk ends; a lenient one makes the object
   * opaque.
   *
   * @param reason one clause without values
   */
  void reportUnreadable(Frozen frozen, String reason) throws Uncapturable {
    if (!lenient) {
      throw new Uncapturable(reason);
    }
    frozen.setUnreadable(new OpaqueShape(frozen.typeName(), reason));
  }

  /**
   * Why reading an object of a class failed: names the exception that a method of the application
   * threw. Rethrows errors that may come from the agent or the JVM.
   */
  static String failure(String typeName, Throwable thrown) {
    if (thrown instanceof VirtualMachineError || thrown instanceof LinkageError) {
      throw (Error) thrown;
    }
    ThreadDeaths.rethrow(thrown);
    if (thrown instanceof Accessors.UnreadableException && thrown.getCause() != null) {
      return failure(typeName, thrown.getCause());
    }
    if (thrown instanceof Uncapturable) {
      return ((Uncapturable) thrown).reason();
    }
    if (thrown instanceof SizedIterables.SizeMismatchException) {
      return typeName + " iterates over another number of elements than its size";
    }
    if (thrown instanceof ConcurrentModificationException) {
      return typeName + " was changed while it was read";
    }
    return "reading " + typeName + " threw " + thrown.getClass().getName();
  }
}
