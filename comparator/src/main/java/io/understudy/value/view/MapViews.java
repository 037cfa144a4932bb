package io.understudy.value.view;

import io.understudy.value.Origin;
import io.understudy.value.RacyReads;
import io.understudy.value.unlocked.ContainerReader;
import io.understudy.value.unlocked.FieldReaders;
import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the views of maps, and sets that keep their elements in a map. Their methods call the map,
 * which may have a class of the application.
 */
final class MapViews {
  /** The part of an entry that is an element of the view. */
  private enum Part {
    KEY,
    VALUE,
    ENTRY
  }

  private static final Map<String, Part> VIEWS = new HashMap<>();

  static {
    for (String map :
        Arrays.asList(
            "TreeMap$", "concurrent.ConcurrentSkipListMap$", "concurrent.ConcurrentHashMap$")) {
      String view = map.endsWith("HashMap$") ? "View" : "";
      VIEWS.put("java.util." + map + "KeySet" + view, Part.KEY);
      VIEWS.put("java.util." + map + "Values" + view, Part.VALUE);
      VIEWS.put("java.util." + map + "EntrySet" + view, Part.ENTRY);
    }
    VIEWS.put("java.util.AbstractMap$1", Part.KEY);
    VIEWS.put("java.util.AbstractMap$2", Part.VALUE);
  }

  private MapViews() {}

  /** The reader of views or of submaps; null for every other class. */
  static @Nullable ContainerReader of(Class<?> type) {
    ContainerReader submap = SubMaps.of(type);
    if (submap != null) {
      return submap;
    }
    Part part = VIEWS.get(type.getName());
    Class<?> owner = type;
    if (TreeSet.class.isAssignableFrom(type)) {
      part = Part.KEY;
      owner = TreeSet.class;
    } else if (ConcurrentSkipListSet.class.isAssignableFrom(type)) {
      part = Part.KEY;
      owner = ConcurrentSkipListSet.class;
    }
    RacyReads.Ref map = part == null ? null : map(owner);
    return part == null || map == null ? null : view(type, map, part);
  }

  private static RacyReads.@Nullable Ref map(Class<?> type) {
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (String name : new String[] {"m", "map", "this$0"}) {
        RacyReads.Ref found = RacyReads.refField(at, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static ContainerReader view(Class<?> type, RacyReads.Ref map, Part part) {
    boolean ownMethods = Origin.isJdk(type);
    return ContainerReader.of(
        live -> {
          Map<?, ?> inside = inside(map, live);
          return ownMethods && FieldReaders.isQuiet(inside.getClass())
              ? (Collection<?>) live
              : new Projection(Unlocked.entries(inside), part);
        },
        live -> {
          Object inside = map.get(live);
          return inside != null && Unlocked.isForeign(inside);
        });
  }

  private static Map<?, ?> inside(RacyReads.Ref map, Object live) {
    Object inside = map.get(live);
    if (inside == null) {
      throw new IllegalStateException(live.getClass().getName() + " has no map inside");
    }
    return (Map<?, ?>) inside;
  }

  /** The keys, the values or all of some entries. */
  private static final class Projection extends AbstractCollection<@Nullable Object> {
    private final Collection<Map.Entry<?, ?>> entries;
    private final Part part;

    Projection(Collection<Map.Entry<?, ?>> entries, Part part) {
      this.entries = entries;
      this.part = part;
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
          Map.Entry<?, ?> entry = each.next();
          if (part == Part.ENTRY) {
            return entry;
          }
          return part == Part.KEY ? entry.getKey() : entry.getValue();
        }
      };
    }
  }

  /** The keys of some entries. */
  static Collection<?> keys(Collection<Map.Entry<?, ?>> entries) {
    return new Projection(entries, Part.KEY);
  }
}
