package io.understudy.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A {@code java.util.Map} of any origin, read by its entries. */
final class MapShape extends Shape {
  private final Shape beside;

  private final Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries;

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
    super(Kind.MAP, typeName);
    this.beside = beside;
    this.entries = entries;
    this.ordered = ordered;
  }

  /** Maps whose order counts. */
  static MapShape ofOrdered(
      String typeName,
      Function<Object, ? extends Collection<? extends Map.Entry<?, ?>>> entries) {
    return new MapShape(typeName, Beside.NOTHING, entries, true);
  }

  @Override
  public boolean isOrdered() {
    return ordered;
  }

  @Override
  public Shape beside() {
    return beside;
  }

  @Override
  public int size(Object object) {
    return object instanceof Frozen ? ((Frozen) object).size() : entries.apply(object).size();
  }

  @Override
  public Elements elements(Object object) {
    return object instanceof Frozen
        ? Elements.of((Frozen) object)
        : Elements.overEntries(entries.apply(object).iterator());
  }

  @Override
  void freeze(Object live, Frozen frozen, Freezing run) throws Uncapturable {
    try {
      frozen.fill(entries(entries.apply(live), run));
      Beside.freeze(this, live, frozen, run);
    } catch (RuntimeException | Error thrown) {
      run.unreadable(frozen, Freezing.reason(typeName(), thrown));
    }
  }

  private static @Nullable Object[] entries(
      Collection<? extends Map.Entry<?, ?>> live, Freezing run) throws Uncapturable {
    @Nullable Object[] parts = new @Nullable Object[2 * run.expected(live.size())];
    int n = 0;
    for (Map.Entry<?, ?> entry : live) {
      if (n == parts.length) {
        parts = Arrays.copyOf(parts, n + 2 * run.expected(n / 2 + 1));
      }
      parts[n] = run.part(entry.getKey());
      parts[n + 1] = run.part(entry.getValue());
      n += 2;
    }
    return n == parts.length ? parts : Arrays.copyOf(parts, n);
  }
}
