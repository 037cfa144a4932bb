package io.understudy.agent.ids;

import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.IdPaths;
import io.understudy.compare.identity.IdSearch;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces ids in private copies of arguments: in place if the holder is mutable, else by building
 * the holder again. Afterwards it checks that the arguments hold exactly the expected ids. If they
 * do not, the candidate is not called with them. Not thread-safe; used once.
 */
final class ArgumentTranslation {
  private static final int DEEPEST = 256;

  private final Map<String, Map<Id, Id>> changed;

  /**
   * The replacement of each visited object, or the object itself, by the place where it was
   * visited.
   */
  private final Map<Object, Map<IdPaths.Place, Object>> replacements = new IdentityHashMap<>();

  /** The replacements that an object in a cycle refers to already. */
  private final Set<Object> usedEarly = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The slots that hold an id of the candidate already, since two places may lead to one slot. */
  private final Map<Object, Set<Object>> translatedSlots = new IdentityHashMap<>();

  private int depth;

  /** Takes, by namespace, the ids that differ for the candidate, with the candidate's ids. */
  ArgumentTranslation(Map<String, Map<Id, Id>> changed) {
    this.changed = changed;
  }

  /** Translates all arguments, in their array. */
  void translate(@Nullable Object[] arguments, PointIds point) throws TranslationException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      IdPaths.Place place = point.argument(i);
      if (argument == null || place == null) {
        continue;
      }
      String namespace = place.namespace();
      Id id = namespace == null ? null : Id.of(argument);
      if (namespace != null && id != null) {
        // The candidate's form of the id; the call converts it to the parameter type.
        arguments[i] = translated(namespace, id).plain();
      } else {
        Map<String, Set<Id>> expected = expected(argument, place);
        Object other = value(arguments, i, argument, place, Object.class);
        if (other == null || !new IdSearch().in(other, place).found().equals(expected)) {
          throw new TranslationException(
              "not all ids in a " + argument.getClass().getName() + " could be translated");
        }
        arguments[i] = other;
      }
    }
  }

  private Map<String, Set<Id>> expected(Object argument, IdPaths.Place place) {
    Map<String, Set<Id>> expected = new HashMap<>();
    new IdSearch()
        .in(argument, place)
        .found()
        .forEach(
            (namespace, ids) -> {
              Set<Id> all = expected.computeIfAbsent(namespace, n -> new HashSet<>());
              ids.forEach(id -> all.add(translated(namespace, id)));
            });
    return expected;
  }

  private Id translated(String namespace, Id id) {
    Map<Id, Id> ids = changed.get(namespace);
    return ids == null ? id : ids.getOrDefault(id, id);
  }

  /**
   * Returns the replacement of a value: the value itself if it needs none.
   *
   * @param holder the object that holds the value
   * @param slot the slot in the holder; equal for the same slot
   * @param declared the type of the slot
   */
  @Nullable Object value(
      Object holder,
      Object slot,
      @Nullable Object live,
      IdPaths.@Nullable Place place,
      Class<?> declared)
      throws TranslationException {
    if (live == null || place == null) {
      return live;
    }
    String namespace = place.namespace();
    Id id = namespace == null ? null : Id.of(live);
    if (namespace != null && id != null) {
      Id other = translated(namespace, id);
      return isFirstVisit(holder, slot) && !other.equals(id)
          ? IdValue.fill(other, live, declared)
          : live;
    }
    if (live instanceof Optional) {
      Object content = ((Optional<?>) live).orElse(null);
      Object other = value(holder, slot, content, place, Object.class);
      return other == content ? live : Optional.ofNullable(other);
    }
    return place.leadsOn() ? inside(live, place) : live;
  }

  /** Announces the replacement of an object before its parts are visited. */
  void announce(Object live, IdPaths.Place place, Object replacement) {
    replacements.computeIfAbsent(live, l -> new HashMap<>()).put(place, replacement);
  }

  /** Whether another object refers to an {@linkplain #announce announced} replacement. */
  boolean isUsed(Object replacement) {
    return usedEarly.contains(replacement);
  }

  private boolean isFirstVisit(Object holder, Object slot) {
    return translatedSlots.computeIfAbsent(holder, h -> new HashSet<>()).add(slot);
  }

  private Object inside(Object live, IdPaths.Place place) throws TranslationException {
    Map<IdPaths.Place, Object> known = replacements.computeIfAbsent(live, l -> new HashMap<>());
    Object before = known.putIfAbsent(place, live);
    if (before != null) {
      if (before != live) {
        usedEarly.add(before);
      }
      return before;
    }
    if (++depth > DEEPEST) {
      throw new TranslationException(
          "ids lie more than " + DEEPEST + " levels deep in an argument");
    }
    Object other;
    try {
      other = ContentTranslation.translate(this, live, place);
    } catch (RuntimeException | LinkageError thrown) {
      throw new TranslationException(
          "putting an id into a "
              + live.getClass().getName()
              + " threw "
              + thrown.getClass().getName());
    }
    depth--;
    known.put(place, other);
    return other;
  }
}
