package io.understudy.value.shape;

import io.understudy.value.HandleSequence;
import io.understudy.value.Kind;
import io.understudy.value.Tally;
import io.understudy.value.Uncapturable;
import io.understudy.value.compiled.ReaderParts;
import io.understudy.value.compiled.RecordReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of the application, read by its fields. The leaves (see {@link ScalarFields}) are read
 * first, because their fingerprint tells objects apart; the other fields follow. One method handle
 * reads the leaves and one reads the others; each joins one step per field. A {@link RecordReader}
 * calls them.
 */
final class RecordShape extends Shape {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType STEP =
      MethodType.methodType(void.class, Object.class, FreezeWalk.class, Object[].class);

  /** The same step, for callers in another package. */
  private static final MethodType REST =
      MethodType.methodType(void.class, Object.class, Object.class, Object[].class);

  private static final MethodType LEAVES =
      MethodType.methodType(long.class, Object[].class, Object.class);

  private final List<String> names;
  private final MethodHandle[] getters;
  private final int bytes;
  private final BitSet transients = new BitSet(0);

  /** Whether all parts are leaves. */
  private final boolean flat;

  /** The thread that compiles a faster one replaces it. */
  private volatile RecordReader reader;

  private RecordShape(
      Class<?> type, List<String> names, MethodHandle[] getters, List<Field> parts, Shapes shapes)
      throws ReflectiveOperationException {
    super(Kind.RECORD, type.getName());
    this.names = Collections.unmodifiableList(names);
    this.getters = getters;
    for (int i = 0; i < parts.size(); i++) {
      if (Modifier.isTransient(parts.get(i).getModifiers())) {
        transients.set(i);
      }
    }
    List<Field> leafFields = new ArrayList<>(ScalarFields.among(parts));
    leafFields.removeIf(leaf -> shapes.isViewed(leaf.getType()));
    List<Field> others = new ArrayList<>(parts);
    others.removeAll(leafFields);
    this.flat = others.isEmpty();
    int texts = 0;
    for (Field leaf : leafFields) {
      texts += leaf.getType() == String.class ? 1 : 0;
      if (ScalarFields.mayExcept(leaf)) {
        others.add(leaf);
      }
    }
    this.bytes = 4 * parts.size() + FreezeWalk.BYTES_OF_A_TEXT * texts;
    ReaderParts reading =
        new ReaderParts(
            type,
            parts.size(),
            leaves(type, parts, leafFields),
            join(type, parts, others, shapes),
            Frozen.maker(this),
            flat,
            FreezeWalk.BYTES_OF_A_NODE + bytes);
    this.reader = shapes.readers().first(reading, next -> reader = next);
  }

  /**
   * The shape of a class of the application.
   *
   * @param parts the fields that are its parts, opened
   * @param shapes the shapes of the parts
   */
  static Shape of(Class<?> type, List<Field> parts, Shapes shapes)
      throws ReflectiveOperationException {
    MethodHandle[] getters = new MethodHandle[parts.size()];
    for (int i = 0; i < getters.length; i++) {
      MethodHandle getter = LOOKUP.unreflectGetter(parts.get(i));
      getters[i] = getter.asType(MethodType.methodType(Object.class, Object.class));
    }
    return new RecordShape(type, RecordFields.names(parts), getters, parts, shapes);
  }

  /** Joins the steps that freeze the chosen fields; null when there are none. */
  private static @Nullable MethodHandle join(
      Class<?> owner, List<Field> parts, List<Field> chosen, Shapes shapes)
      throws ReflectiveOperationException {
    List<MethodHandle> steps = new ArrayList<>();
    for (Field field : chosen) {
      MethodHandle frozen = FieldFreezer.of(field.getType(), getter(owner, field), shapes);
      MethodHandle step = // (Object[], owner, FreezeWalk)
          MethodHandles.collectArguments(setter(parts.indexOf(field)), 1, frozen);
      steps.add(MethodHandles.permuteArguments(step, STEP.changeParameterType(0, owner), 2, 0, 1));
    }
    return steps.isEmpty() ? null : HandleSequence.inSequence(steps).asType(REST);
  }

  /**
   * The handle {@code (Object[], Object owner) -> long}: stores the leaves, returns their tally.
   */
  private static MethodHandle leaves(Class<?> owner, List<Field> parts, List<Field> leaves)
      throws ReflectiveOperationException {
    MethodHandle tally =
        MethodHandles.dropArguments(ScalarFields.tally(owner, parts), 0, Object[].class);
    List<MethodHandle> steps = new ArrayList<>();
    // References first, right behind the allocation of the array: they need no barriers there.
    // Boxing a primitive may branch.
    List<Field> sorted = new ArrayList<>(leaves);
    sorted.sort(Comparator.comparing(leaf -> leaf.getType().isPrimitive()));
    for (Field leaf : sorted) {
      MethodHandle set = setter(parts.indexOf(leaf));
      steps.add(MethodHandles.filterArguments(set, 1, getter(owner, leaf)));
    }
    MethodHandle all =
        steps.isEmpty()
            ? tally
            : MethodHandles.foldArguments(tally, HandleSequence.inSequence(steps));
    return all.asType(LEAVES);
  }

  private static MethodHandle getter(Class<?> owner, Field field) throws IllegalAccessException {
    return LOOKUP.unreflectGetter(field).asType(MethodType.methodType(Object.class, owner));
  }

  /** The handle {@code (Object[], Object) -> void} that sets element {@code i}. */
  private static MethodHandle setter(int i) {
    return MethodHandles.insertArguments(MethodHandles.arrayElementSetter(Object[].class), 1, i);
  }

  @Override
  boolean isForeign(Object live, Shapes shapes) {
    return false;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public boolean isTransient(int i) {
    return transients.get(i);
  }

  @Override
  public int size(Object object) {
    return getters.length;
  }

  @Override
  public @Nullable Object part(Object record, int i) {
    if (record instanceof Frozen) {
      return ((Frozen) record).part(i);
    }
    try {
      return (@Nullable Object) getters[i].invokeExact(record);
    } catch (Throwable impossible) {
      throw new IllegalStateException(typeName() + "." + names.get(i), impossible);
    }
  }

  /** Estimated bytes of a frozen object, without its header and the characters of its texts. */
  int bytes() {
    return bytes;
  }

  /** Reads the objects of this shape. */
  RecordReader reader() {
    return reader;
  }

  /** Whether an object with this tally has no parts except its leaves. */
  boolean isComplete(long tally) {
    return flat && !Tally.hasExceptions(tally);
  }

  /** Freezes the parts. Leaves that are stored already are not read again. */
  @Override
  void freeze(Object live, Frozen frozen, FreezeWalk walk) throws Uncapturable {
    RecordReader current = reader;
    @Nullable Object[] parts = (@Nullable Object[]) frozen.array();
    if (parts.length < getters.length) {
      parts = new @Nullable Object[getters.length];
      frozen.fill(parts);
      walk.count(0, bytes + Character.BYTES * Tally.characters(current.leaves(live, parts)));
    }
    current.rest(live, walk, parts);
  }
}
