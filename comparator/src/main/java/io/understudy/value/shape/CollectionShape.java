package io.understudy.value.shape;

import io.understudy.value.Kind;
import io.understudy.value.Uncapturable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A {@code java.util.Collection} of any origin, read by its elements; a map by its entries. */
class CollectionShape extends Shape {
  private final Shape beside;

  private final Function<Object, ? extends Collection<?>> contents;

  /** Collections, and how their elements are found; they need be none of {@code java.util}. */
  CollectionShape(
      Kind kind,
      String typeName,
      Shape beside,
      Function<Object, ? extends Collection<?>> contents) {
    super(kind, typeName);
    this.beside = beside;
    this.contents = contents;
  }

  @Override
  public final Shape beside() {
    return beside;
  }

  @Override
  public final int size(Object object) {
    return object instanceof Frozen ? ((Frozen) object).size() : contents.apply(object).size();
  }

  @Override
  public final Elements elements(Object object) {
    return object instanceof Frozen
        ? Elements.of((Frozen) object)
        : walk(contents.apply(object).iterator());
  }

  @Override
  final void freeze(Object live, Frozen frozen, FreezeWalk run) throws Uncapturable {
    try {
      frozen.fill(parts(contents.apply(live), run));
      ExtraFields.freeze(this, live, frozen, run);
    } catch (RuntimeException | Error thrown) {
      run.unreadable(frozen, FreezeWalk.reason(typeName(), thrown));
    }
  }

  /** Walks the contents of a live object. */
  Elements walk(Iterator<?> contents) {
    return Elements.over(contents);
  }

  /** The parts of the frozen form. */
  // The size is a hint only: other threads may be at work, and each element is metered.
  @Nullable Object[] parts(Collection<?> live, FreezeWalk run) throws Uncapturable {
    @Nullable Object[] parts = new @Nullable Object[run.expected(live.size())];
    int n = 0;
    for (Iterator<?> each = live.iterator(); each.hasNext(); n++) {
      if (n == parts.length) {
        parts = Arrays.copyOf(parts, n + run.expected(n + 1));
      }
      parts[n] = run.part(each.next());
    }
    return n == parts.length ? parts : Arrays.copyOf(parts, n);
  }
}
