package io.understudy.compare.walk;

import io.understudy.compare.walk.SampleTypes.Box;
import io.understudy.compare.walk.SampleTypes.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Equality and the number of differences without shortcuts: by recursion, by exact decimals, and by
 * trying every pairing. For small values without cycles.
 */
final class NaiveComparison {
  private final BigDecimal tolerance;
  private final boolean unordered;

  NaiveComparison(String tolerance, boolean unordered) {
    this.tolerance = new BigDecimal(tolerance);
    this.unordered = unordered;
  }

  boolean areEqual(@Nullable Object control, @Nullable Object candidate) {
    int hollow = hollow(control);
    if (hollow > 1 || hollow(candidate) > 1) {
      return hollow == hollow(candidate);
    }
    Object a = content(control);
    Object b = content(candidate);
    if (a == null || b == null) {
      return a == b;
    }
    if (isNaN(a) || isNaN(b)) {
      return isNaN(a) && isNaN(b);
    }
    if (a instanceof Number && b instanceof Number) {
      return decimal(a).subtract(decimal(b)).abs().compareTo(tolerance) <= 0;
    }
    if (isText(a) && isText(b)) {
      return a.toString().equals(b.toString());
    }
    if (a instanceof Set && b instanceof Set) {
      return isPermutation(new ArrayList<>((Set<?>) a), new ArrayList<>((Set<?>) b));
    }
    if (isList(a) && isList(b)) {
      return unordered ? isPermutation(list(a), list(b)) : inOrder(list(a), list(b));
    }
    if (a instanceof Map && b instanceof Map) {
      return sameEntries((Map<?, ?>) a, (Map<?, ?>) b);
    }
    if (a instanceof Box && b instanceof Box) {
      return areEqual(((Box) a).content, ((Box) b).content);
    }
    if (a instanceof Pair && b instanceof Pair) {
      return areEqual(((Pair) a).left, ((Pair) b).left)
          && areEqual(((Pair) a).right, ((Pair) b).right);
    }
    return a.getClass() == b.getClass() && a.equals(b);
  }

  /** The nesting depth of empty Optionals; 0 for a value. */
  private static int hollow(@Nullable Object value) {
    int depth = 0;
    Object content = value;
    while (content instanceof Optional) {
      content = ((Optional<?>) content).orElse(null);
      depth++;
    }
    return content == null ? depth : 0;
  }

  private static @Nullable Object content(@Nullable Object value) {
    Object content = value;
    while (content instanceof Optional) {
      content = ((Optional<?>) content).orElse(null);
    }
    return content instanceof Date ? ((Date) content).toInstant() : content;
  }

  private static boolean isNaN(Object value) {
    return value.equals(Double.NaN) || value.equals(Float.NaN);
  }

  private static boolean isText(Object value) {
    return value instanceof CharSequence || value instanceof Character || value instanceof Enum;
  }

  private static boolean isList(Object value) {
    return value instanceof List || value instanceof Object[];
  }

  private static List<Object> list(Object value) {
    return value instanceof List
        ? new ArrayList<>((Collection<?>) value)
        : Arrays.asList((Object[]) value);
  }

  static BigDecimal decimal(Object number) {
    return number instanceof Double || number instanceof Float
        ? new BigDecimal(((Number) number).doubleValue())
        : new BigDecimal(number.toString());
  }

  private boolean inOrder(List<?> a, List<?> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      if (i >= a.size() || i >= b.size() || !areEqual(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean sameEntries(Map<?, ?> a, Map<?, ?> b) {
    boolean same = a.keySet().equals(b.keySet());
    for (Object key : a.keySet()) {
      same = same && areEqual(a.get(key), b.get(key));
    }
    return same;
  }

  private boolean isPermutation(List<?> a, List<?> b) {
    return a.size() == b.size() && pairs(a, b, new boolean[b.size()], 0);
  }

  private boolean pairs(List<?> a, List<?> b, boolean[] taken, int i) {
    if (i == a.size()) {
      return true;
    }
    for (int j = 0; j < b.size(); j++) {
      if (!taken[j] && areEqual(a.get(i), b.get(j))) {
        taken[j] = true;
        if (pairs(a, b, taken, i + 1)) {
          return true;
        }
        taken[j] = false;
      }
    }
    return false;
  }

  /**
   * Counts the leaves that differ between two values of the same shape, without lists of different
   * lengths.
   */
  int count(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Map && b instanceof Map) {
      int count = 0;
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) a).entrySet()) {
        count +=
            ((Map<?, ?>) b).containsKey(entry.getKey())
                ? count(entry.getValue(), ((Map<?, ?>) b).get(entry.getKey()))
                : 1;
      }
      for (Object key : ((Map<?, ?>) b).keySet()) {
        count += ((Map<?, ?>) a).containsKey(key) ? 0 : 1;
      }
      return count;
    }
    if (a instanceof Pair && b instanceof Pair) {
      return count(((Pair) a).left, ((Pair) b).left) + count(((Pair) a).right, ((Pair) b).right);
    }
    if (a instanceof Box && b instanceof Box) {
      return count(((Box) a).content, ((Box) b).content);
    }
    return areEqual(a, b) ? 0 : 1;
  }
}
