package io.understudy.value.shape;

import io.understudy.value.Origin;
import io.understudy.value.Tally;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the leaves of a class: the fields that hold small immutable values. Computes one number
 * from the leaves of an object, its {@link Tally}.
 */
public final class ScalarFields {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final int FINGERPRINT_SHIFT = Tally.FINGERPRINT_SHIFT;

  private static final int MOST_KEYS = 2;

  /** The rank of fields that never contribute to the fingerprint. */
  private static final int UNUSED = 3;

  private ScalarFields() {}

  /** The leaves among the fields, in the same order. */
  public static List<Field> among(Collection<Field> fields) {
    List<Field> leaves = new ArrayList<>();
    int open = 0;
    for (Field field : fields) {
      if (isClosed(field.getType()) || (isOpen(field) && open++ < Tally.MOST_EXCEPTIONS)) {
        leaves.add(field);
      }
    }
    return leaves;
  }

  /** Whether a leaf of this declared type may hold an exception. */
  public static boolean mayExcept(Field leaf) {
    return !isClosed(leaf.getType());
  }

  // Neither method looks up a shape: a thread may already be looking for this one from there.
  private static boolean isClosed(Class<?> declared) {
    return declared.isPrimitive()
        || declared.isEnum()
        || (Modifier.isFinal(declared.getModifiers()) && ImmutableScalars.of(declared) != null);
  }

  /** Whether the declared type is immutable but can be extended, such as BigDecimal. */
  private static boolean isOpen(Field field) {
    Class<?> declared = field.getType();
    return !Modifier.isAbstract(declared.getModifiers())
        && Origin.isJdk(declared)
        && ImmutableScalars.of(declared) != null;
  }

  /**
   * The handle {@code (owner) -> long} that computes the tally of an object.
   *
   * @param owner the class of the objects
   * @param fields its instance fields, opened: leaves and others
   */
  public static MethodHandle tally(Class<?> owner, Collection<Field> fields)
      throws ReflectiveOperationException {
    List<Field> keys = keyFields(fields);
    List<MethodHandle> parts = new ArrayList<>();
    for (Field leaf : among(fields)) {
      if (leaf.getType() == String.class) {
        parts.add(part(leaf, owner, keys.contains(leaf) ? "text" : "length", String.class));
      } else if (mayExcept(leaf)) {
        MethodHandle exception = helper("exception", Class.class, Object.class);
        parts.add(
            MethodHandles.filterReturnValue(
                getter(leaf, owner, Object.class), exception.bindTo(leaf.getType())));
      }
    }
    for (Field field : keys) {
      Class<?> type = field.getType();
      if (type.isPrimitive()) {
        parts.add(part(field, owner, "key", long.class));
      } else if (type != String.class) {
        parts.add(part(field, owner, "key", type == LocalDate.class ? type : Object.class));
      }
    }
    return parts.isEmpty()
        ? MethodHandles.dropArguments(MethodHandles.constant(long.class, 0L), 0, owner)
        : sum(parts);
  }

  /**
   * The handle {@code (owner) -> long} that computes the part of the tally that comes from fields
   * that are no leaves; null if there are none. A copy that has its leaves only lacks this part.
   */
  public static @Nullable MethodHandle tallyOfOthers(Class<?> owner, Collection<Field> fields)
      throws ReflectiveOperationException {
    List<Field> leaves = among(fields);
    List<MethodHandle> parts = new ArrayList<>();
    for (Field field : keyFields(fields)) {
      if (!leaves.contains(field)) {
        parts.add(part(field, owner, "key", Object.class));
      }
    }
    return parts.isEmpty() ? null : sum(parts);
  }

  /** Joins two handles {@code (owner) -> long}: the sum, of one object each. */
  public static MethodHandle sum(MethodHandle first, MethodHandle second)
      throws ReflectiveOperationException {
    return MethodHandles.filterArguments(helper("plus", long.class, long.class), 0, first, second);
  }

  /** The fields from which the fingerprint is computed. */
  private static List<Field> keyFields(Collection<Field> fields) {
    List<Field> keys = new ArrayList<>();
    for (int rank = 0; rank < UNUSED; rank++) {
      for (Field field : fields) {
        if (rank(field) == rank && keys.size() < MOST_KEYS) {
          keys.add(field);
        }
      }
    }
    return keys;
  }

  // Numbers have the lowest rank: one may be a counter that other threads change.
  private static int rank(Field field) {
    Class<?> type = field.getType();
    if (Modifier.isVolatile(field.getModifiers())) {
      return UNUSED;
    }
    if (type == int.class || type == long.class) {
      return 2;
    }
    if (type == Object.class || type == Serializable.class || type == Comparable.class) {
      return 1; // The compiled type of a key field that is declared with a type variable.
    }
    return type == String.class
            || type == Long.class
            || type == Integer.class
            || type == UUID.class
            || type == LocalDate.class
            || type == LocalDateTime.class
            || type == Instant.class
        ? 0
        : UNUSED;
  }

  private static MethodHandle part(Field field, Class<?> owner, String how, Class<?> as)
      throws ReflectiveOperationException {
    return MethodHandles.filterReturnValue(getter(field, owner, as), helper(how, as));
  }

  private static MethodHandle getter(Field field, Class<?> owner, Class<?> as)
      throws IllegalAccessException {
    return LOOKUP.unreflectGetter(field).asType(MethodType.methodType(as, owner));
  }

  private static MethodHandle helper(String name, Class<?>... parameters)
      throws ReflectiveOperationException {
    return LOOKUP.findStatic(
        ScalarFields.class, name, MethodType.methodType(long.class, parameters));
  }

  // Adds in halves, for the reason given in HandleSequence.
  private static MethodHandle sum(List<MethodHandle> parts) throws ReflectiveOperationException {
    int n = parts.size();
    if (n == 1) {
      return parts.get(0);
    }
    MethodHandle first = sum(parts.subList(0, n / 2));
    MethodHandle second = sum(parts.subList(n / 2, n));
    MethodHandle both = sum(first, second);
    return MethodHandles.permuteArguments(both, first.type(), 0, 0);
  }

  static long plus(long first, long second) {
    return first + second;
  }

  static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** The length, and a fingerprint of the last three characters, where keys differ most. */
  static long text(@Nullable String text) {
    return text == null ? 0 : text.length() + ((long) end(text) << FINGERPRINT_SHIFT);
  }

  private static int end(String text) {
    int last = text.length() - 1;
    return last < 2
        ? last
        : text.charAt(last) + (text.charAt(last - 1) << 5) + (text.charAt(last - 2) << 10);
  }

  static long exception(Class<?> declared, @Nullable Object value) {
    return value == null || value.getClass() == declared ? 0 : 1L << Tally.EXCEPTION_SHIFT;
  }

  static long key(long value) {
    return (value ^ (value >>> 32)) << FINGERPRINT_SHIFT;
  }

  static long key(@Nullable LocalDate value) {
    return value == null ? 0 : (long) value.hashCode() << FINGERPRINT_SHIFT;
  }

  static long key(@Nullable Object value) {
    if (value instanceof String) {
      return (long) end((String) value) << FINGERPRINT_SHIFT;
    }
    return value instanceof Long
            || value instanceof Integer
            || value instanceof UUID
            || value instanceof LocalDateTime
            || value instanceof Instant
        ? (long) value.hashCode() << FINGERPRINT_SHIFT
        : 0;
  }
}
