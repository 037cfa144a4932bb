package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A {@code java.util.Map} of any origin, read by its entries. */
final class MapShape extends CollectionShape {
  private final boolean ordered;

  /** Maps, and how their entries are found. */
  MapShape(
      String typeName,
      Shape beside,
      Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries) {
    this(typeName, beside, entries, false);
  }

  private MapShape(
      String typeName,
      Shape beside,
      Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries,
      boolean ordered) {
    super(Kind.MAP, typeName, beside, entries);
    this.ordered = ordered;
  }

  /** Maps whose order counts. */
  static MapShape ofOrdered(
      String typeName, Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries) {
    return new MapShape(typeName, ExtraFields.NOTHING, entries, true);
  }

  @Override
  public boolean isOrdered() {
    return ordered;
  }

  @Override
  @SuppressWarnings("unchecked") // Of entries.
  Elements walk(Iterator<?> contents) {
    return Elements.overEntries((Iterator<Map.Entry<?, ?>>) contents);
  }

  /** Key, value, key, value. */
  @Override
  @Nullable Object[] parts(Collection<?> live, FreezeWalk run) throws Uncapturable {
    @Nullable Object[] parts = new @Nullable Object[2 * run.expected(live.size())];
    int n = 0;
    for (Object each : live) {
      if (n == parts.length) {
        parts = Arrays.copyOf(parts, n + 2 * run.expected(n / 2 + 1));
      }
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
      parts[n] = run.part(entry.getKey());
      parts[n + 1] = run.part(entry.getValue());
      n += 2;
    }
    return n == parts.length ? parts : Arrays.copyOf(parts, n);
  }
}
