package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A map of any library, read by its entries. */
final class MapShape extends CollectionShape {
  private final boolean ordered;

  /**
   * Sets how maps are read: by the function that returns the entries of one.
   *
   * @param foreign whether that runs code outside of the JDK; null if it never does
   */
  MapShape(
      String typeName,
      Shape extraFields,
      Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries,
      @Nullable Predicate<Object> foreign) {
    this(typeName, extraFields, entries, foreign, false);
  }

  private MapShape(
      String typeName,
      Shape extraFields,
      Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries,
      @Nullable Predicate<Object> foreign,
      boolean ordered) {
    super(Kind.MAP, typeName, extraFields, entries, foreign);
    this.ordered = ordered;
  }

  /** Maps in which the order of the entries counts. */
  static MapShape ofOrdered(
      String typeName, Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries) {
    return new MapShape(typeName, ExtraFields.NOTHING, entries, Shape::hasForeignMethods, true);
  }

  @Override
  public boolean isOrdered() {
    return ordered;
  }

  @Override
  @SuppressWarnings("unchecked") // The contents of a map are entries.
  Elements elements(Iterator<?> contents) {
    return Elements.overEntries((Iterator<Map.Entry<?, ?>>) contents);
  }

  /** {@inheritDoc} Their order: key, value, key, value. */
  @Override
  @Nullable Object[] parts(Collection<?> live, FreezeWalk walk) throws Uncapturable {
    @Nullable Object[] parts = new @Nullable Object[2 * walk.reserve(live.size())];
    int n = 0;
    for (Object each : live) {
      if (n == parts.length) {
        parts = Arrays.copyOf(parts, n + 2 * walk.reserve(n / 2 + 1));
      }
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
      parts[n] = walk.freezePart(entry.getKey());
      parts[n + 1] = entry.getValue();
      n += 2;
    }
    parts = n == parts.length ? parts : Arrays.copyOf(parts, n);
    walk.freezeRow(parts, 1, 2);
    return parts;
  }
}
