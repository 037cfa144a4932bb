package io.understudy.value.view;

import io.understudy.value.Kind;
import io.understudy.value.Origin;
import io.understudy.value.RacyReads;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wrappers of the JDK by what is inside: synchronized, unmodifiable, checked, reversed.
 */
final class UnlockedWrappers {
  private static final String PREFIX = "java.util.Collections$";
  private static final String[] FIELDS = {"c", "m", "q", "base"};

  private static final RemovableClassValue<Layer> LAYERS =
      new RemovableClassValue<Layer>() {
        @Override
        protected Layer compute(Class<?> type) {
          String name = type.getName();
          return new Layer(isSetOfMap(name) || isReversed(name) ? null : inside(type));
        }
      };

  private UnlockedWrappers() {}

  /** The field that holds the object inside; null if the class is no wrapper or cannot be read. */
  static RacyReads.@Nullable Ref inside(Class<?> type) {
    if (!isWrapper(type.getName())) {
      return null;
    }
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (String name : FIELDS) {
        RacyReads.Ref inside = RacyReads.refField(at, name);
        if (inside != null) {
          return inside;
        }
      }
    }
    return null;
  }

  private static boolean isWrapper(String name) {
    return name.startsWith(PREFIX + "Synchronized")
        || name.startsWith(PREFIX + "Unmodifiable")
        || name.startsWith(PREFIX + "Checked")
        || isSetOfMap(name)
        || name.equals(PREFIX + "AsLIFOQueue")
        || isReversed(name);
  }

  private static boolean isSetOfMap(String name) {
    return name.equals(PREFIX + "SetFromMap") || name.equals(PREFIX + "SequencedSetFromMap");
  }

  private static boolean isReversed(String name) {
    return name.startsWith("java.util.ReverseOrderListView")
        || name.equals("java.util.ReverseOrderDequeView")
        || name.equals("java.util.concurrent.CopyOnWriteArrayList$Reversed");
  }

  /** The function that reads wrappers; null if the class is no wrapper or cannot be read. */
  static @Nullable Function<Object, Collection<?>> of(Class<?> type) {
    RacyReads.Ref inside = inside(type);
    if (inside == null) {
      return null;
    }
    if (isSetOfMap(type.getName())) {
      return live -> new Keys(Unlocked.entries((Map<?, ?>) readable(inside.get(live), live)));
    }
    if (isReversed(type.getName())) {
      return live -> new Reversed(elements(readable(inside.get(live), live)));
    }
    return Map.class.isAssignableFrom(type)
        ? live -> Unlocked.entries((Map<?, ?>) innermost(readable(inside.get(live), live)))
        : live -> elements(readable(inside.get(live), live));
  }

  private static Collection<?> elements(Object inside) {
    return Unlocked.elements((Collection<?>) innermost(inside));
  }

  /** Unwraps nested wrappers that have the same elements; a loop, because they may be many. */
  private static Object innermost(Object inside) {
    Object at = inside;
    for (RacyReads.Ref next = LAYERS.get(at.getClass()).inside;
        next != null;
        next = LAYERS.get(at.getClass()).inside) {
      at = readable(next.get(at), at);
    }
    return at;
  }

  /** A wrapper class that has the same elements as the object inside; holds the field to read. */
  private static final class Layer {
    final RacyReads.@Nullable Ref inside;

    Layer(RacyReads.@Nullable Ref inside) {
      this.inside = inside;
    }
  }

  /** Checks that the object inside can be read; reading a lazy collection would load it. */
  private static Object readable(@Nullable Object inside, Object wrapper) {
    if (inside == null) {
      throw new IllegalStateException(wrapper.getClass().getName() + " has nothing inside");
    }
    if (!Origin.isJdk(inside.getClass())) {
      Shape shape = StandardShapes.of(inside);
      if (shape.kind() == Kind.OPAQUE) {
        throw new Accessors.UnreadableException(new Uncapturable(shape.reason()));
      }
    }
    return inside;
  }

  /** The keys of some entries. */
  private static final class Keys extends AbstractCollection<@Nullable Object> {
    private final Collection<Map.Entry<?, ?>> entries;

    Keys(Collection<Map.Entry<?, ?>> entries) {
      this.entries = entries;
    }

    @Override
    public int size() {
      return entries.size();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
      Iterator<Map.Entry<?, ?>> each = entries.iterator();
      return new Iterator<@Nullable Object>() {
        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public @Nullable Object next() {
          return each.next().getKey();
        }
      };
    }
  }

  /** Elements from the last to the first. */
  private static final class Reversed extends AbstractCollection<@Nullable Object> {
    private final Collection<?> elements;

    Reversed(Collection<?> elements) {
      this.elements = elements;
    }

    @Override
    public int size() {
      return elements.size();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
      List<@Nullable Object> all = new ArrayList<>(elements);
      Collections.reverse(all);
      return all.iterator();
    }
  }
}
