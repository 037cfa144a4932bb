package io.understudy.value.view;

import io.understudy.value.Kind;
import io.understudy.value.Origin;
import io.understudy.value.RacyReads;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.unlocked.ContainerReader;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wrappers of the JDK by what is inside: synchronized, unmodifiable, checked, reversed.
 */
final class UnlockedWrappers {
  private static final String PREFIX = "java.util.Collections$";
  private static final String[] FIELDS = {"c", "m", "q", "s", "base", "list", "this$0"};

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
      return PersistentContents.of(type);
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
        || name.equals("java.util.ReverseOrderSortedSetView")
        || name.equals("java.util.ReverseOrderSortedMapView")
        || name.equals("java.util.LinkedList$ReverseOrderLinkedListView")
        || name.equals("java.util.LinkedHashMap$ReversedLinkedHashMapView")
        || name.equals("java.util.LinkedHashSet$1ReverseLinkedHashSetView")
        || name.equals("java.util.concurrent.CopyOnWriteArrayList$Reversed");
  }

  /** The reader of wrappers; null if the class is no wrapper or cannot be read. */
  static @Nullable ContainerReader of(Class<?> type) {
    RacyReads.Ref inside = inside(type);
    return inside == null
        ? null
        : ContainerReader.of(contents(type, inside), live -> isForeign(live, inside));
  }

  private static boolean isForeign(Object live, RacyReads.Ref inside) {
    Object content = inside.get(live);
    if (content == null) {
      return false; // Reading it fails, without a call.
    }
    if (LAYERS.get(live.getClass()).inside == null) {
      return Unlocked.isForeign(content);
    }
    Object at = innermost(content, false);
    return at != null && Unlocked.isForeign(at);
  }

  private static Function<Object, Collection<?>> contents(Class<?> type, RacyReads.Ref inside) {
    if (isSetOfMap(type.getName())) {
      return live -> MapViews.keys(Unlocked.entries((Map<?, ?>) readable(inside.get(live), live)));
    }
    boolean map = Map.class.isAssignableFrom(type);
    if (isReversed(type.getName())) {
      return map
          ? live ->
              new ReversedContents(Unlocked.entries((Map<?, ?>) readable(inside.get(live), live)))
          : live -> new ReversedContents(elements(readable(inside.get(live), live)));
    }
    return map
        ? live -> Unlocked.entries((Map<?, ?>) innermost(readable(inside.get(live), live)))
        : live -> elements(readable(inside.get(live), live));
  }

  private static Collection<?> elements(Object inside) {
    return Unlocked.elements((Collection<?>) innermost(inside));
  }

  private static Object innermost(Object inside) {
    return Objects.requireNonNull(innermost(inside, true));
  }

  /**
   * Unwraps nested wrappers that have the same elements; a loop, because they may be many. Returns
   * null if an object has nothing inside, unless that is checked.
   */
  private static @Nullable Object innermost(Object inside, boolean checked) {
    Object at = inside;
    for (RacyReads.Ref next = LAYERS.get(at.getClass()).inside;
        next != null;
        next = LAYERS.get(at.getClass()).inside) {
      Object content = next.get(at);
      if (checked) {
        at = readable(content, at);
      } else if (content == null) {
        return null;
      } else {
        at = content;
      }
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
}
