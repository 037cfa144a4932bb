package io.understudy.agent.ids;

import io.understudy.compare.identity.IdPaths;
import io.understudy.compare.identity.IdSearch;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Translates the ids in arrays, collections and maps. An immutable collection is replaced by an
 * unmodifiable collection with the translated contents. Stateless.
 */
final class ContentTranslation {
  private ContentTranslation() {}

  /** Returns the replacement of an object that has parts or elements. */
  static Object translate(ArgumentTranslation translation, Object live, IdPaths.Place place)
      throws TranslationException {
    if (live.getClass().isArray()) {
      array(translation, live, place);
      return live;
    }
    Object other = live;
    if (live instanceof List) {
      other = list(translation, (List<?>) live, place);
    } else if (live instanceof Collection) {
      other = collection(translation, (Collection<?>) live, place);
    } else if (live instanceof Map) {
      other = map(translation, (Map<?, ?>) live, place);
    }
    return other == live ? FieldTranslation.translate(translation, live, place) : other;
  }

  private static void array(ArgumentTranslation translation, Object array, IdPaths.Place place)
      throws TranslationException {
    Class<?> type = array.getClass().getComponentType();
    for (int i = 0; i < Array.getLength(array); i++) {
      IdPaths.Place element = place.element(i);
      if (element != null) {
        Object live = Array.get(array, i);
        Object other = translation.value(array, i, live, element, type);
        if (other != live) {
          Array.set(array, i, other);
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // each element is put back, or replaced by an id
  private static Object list(ArgumentTranslation translation, List<?> list, IdPaths.Place place)
      throws TranslationException {
    List<@Nullable Object> others = new ArrayList<>(list.size());
    boolean changed = false;
    for (Object live : list) {
      int i = others.size();
      Object other = translation.value(list, i, live, place.element(i), Object.class);
      others.add(other);
      changed |= other != live;
    }
    if (!changed) {
      return list;
    }
    try {
      ListIterator<@Nullable Object> all = ((List<@Nullable Object>) list).listIterator();
      for (Object other : others) {
        if (all.next() != other) {
          all.set(other);
        }
      }
      return list;
    } catch (UnsupportedOperationException fixed) {
      return Collections.unmodifiableList(others);
    }
  }

  /** Adds all elements again, since another id may change the hash of an element. */
  @SuppressWarnings("unchecked") // each element is put back, or replaced by an id
  private static Object collection(
      ArgumentTranslation translation, Collection<?> live, IdPaths.Place place)
      throws TranslationException {
    if (new IdSearch().in(live, place).found().isEmpty()) {
      return live;
    }
    List<@Nullable Object> others = new ArrayList<>(live.size());
    for (Object element : live) {
      int i = others.size();
      others.add(translation.value(live, i, element, place.element(i), Object.class));
    }
    try {
      live.clear();
      ((Collection<@Nullable Object>) live).addAll(others);
      return live;
    } catch (UnsupportedOperationException fixed) {
      return live instanceof Set
          ? Collections.unmodifiableSet(new LinkedHashSet<>(others))
          : Collections.unmodifiableCollection(others);
    }
  }

  @SuppressWarnings("unchecked") // each value is put back, or replaced by an id
  private static Object map(ArgumentTranslation translation, Map<?, ?> live, IdPaths.Place place)
      throws TranslationException {
    Map<@Nullable Object, @Nullable Object> others = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<?, ?> entry : live.entrySet()) {
      Object key = entry.getKey();
      String label = IdSearch.label(key);
      Object value = entry.getValue();
      Object other = translation.value(live, label, value, place.step(label), Object.class);
      others.put(key, other);
      changed |= other != value;
    }
    if (!changed) {
      return live;
    }
    try {
      for (Map.Entry<?, ?> entry : live.entrySet()) {
        ((Map.Entry<?, @Nullable Object>) entry).setValue(others.get(entry.getKey()));
      }
      return live;
    } catch (UnsupportedOperationException fixed) {
      return Collections.unmodifiableMap(others);
    }
  }
}
