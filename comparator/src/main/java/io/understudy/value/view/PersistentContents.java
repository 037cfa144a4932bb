package io.understudy.value.view;

import io.understudy.value.Origin;
import io.understudy.value.RacyReads;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the field in which a collection of a persistence library keeps its loaded contents. So they
 * are read without the methods of the library.
 */
final class PersistentContents {
  private static final String ECLIPSELINK = "org.eclipse.persistence.indirection.";

  /** The names of the fields, by library. */
  private static final Map<String, List<String>> FIELDS = new HashMap<>();

  static {
    FIELDS.put("org.hibernate.collection.", Arrays.asList("bag", "values", "list", "set", "map"));
    FIELDS.put(ECLIPSELINK, Arrays.asList("delegate"));
  }

  private PersistentContents() {}

  /** The field; null if the class is none of these collections, or the field cannot be read. */
  static RacyReads.@Nullable Ref of(Class<?> type) {
    if (Origin.isJdk(type)
        || !(Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type))) {
      return null;
    }
    Set<String> names = Origin.names(type);
    if (!names.contains("org.hibernate.collection.spi.PersistentCollection")
        && !names.contains(ECLIPSELINK + "IndirectContainer")
        && !names.contains(ECLIPSELINK + "IndirectCollection")) {
      return null;
    }
    for (Class<?> at = type; at != null && !Origin.isJdk(at); at = at.getSuperclass()) {
      for (Map.Entry<String, List<String>> library : FIELDS.entrySet()) {
        if (at.getName().startsWith(library.getKey())) {
          RacyReads.Ref found = field(at, library.getValue());
          if (found != null) {
            return found;
          }
        }
      }
    }
    return null;
  }

  private static RacyReads.@Nullable Ref field(Class<?> owner, List<String> names) {
    for (String name : names) {
      RacyReads.Ref found = RacyReads.fieldOfLibrary(owner, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
