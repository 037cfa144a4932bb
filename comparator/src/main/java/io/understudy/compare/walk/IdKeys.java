package io.understudy.compare.walk;

import io.understudy.compare.identity.Id;
import io.understudy.compare.rule.RuleNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keys of elements that are, or contain, generated ids: two elements have the same key when their
 * ids are a pair in the run. An element whose id is new has no key, and is paired by its other
 * parts.
 */
final class IdKeys {
  private final @Nullable IdBindings ids;

  /** For each part of the key its namespace; null where it is not an id. */
  private final @Nullable String[] namespaces;

  private final boolean any;

  private IdKeys(@Nullable IdBindings ids, @Nullable String[] namespaces, boolean any) {
    this.ids = ids;
    this.namespaces = namespaces;
    this.any = any;
  }

  static IdKeys of(Walk walk, List<String> keys, @Nullable RuleNode element) {
    @Nullable String[] namespaces = new @Nullable String[keys.size()];
    boolean any = false;
    for (int i = 0; i < namespaces.length; i++) {
      RuleNode part = RuleNode.below(element, keys.get(i));
      namespaces[i] = part == null ? null : part.identity;
      any |= namespaces[i] != null;
    }
    return new IdKeys(walk.ids, namespaces, any);
  }

  /** Replaces each id of a key by the control's id; returns ABSENT where an id has no pair. */
  @Nullable Object key(@Nullable Object key, boolean ofCandidate) {
    IdBindings known = ids;
    if (!any || known == null || key == PartLookup.ABSENT) {
      return key;
    }
    if (namespaces.length == 1) {
      return part(known, namespaces[0], key, ofCandidate);
    }
    List<@Nullable Object> parts = new ArrayList<>();
    for (Object part : (List<?>) Objects.requireNonNull(key)) {
      Object translated = part(known, namespaces[parts.size()], part, ofCandidate);
      if (translated == PartLookup.ABSENT) {
        return translated;
      }
      parts.add(translated);
    }
    return parts;
  }

  private static @Nullable Object part(
      IdBindings ids, @Nullable String namespace, @Nullable Object part, boolean ofCandidate) {
    Id id = namespace == null ? null : Id.of(part);
    if (namespace == null || id == null) {
      return part;
    }
    Id control = ids.controlIdOf(namespace, id, ofCandidate);
    return control == null ? PartLookup.ABSENT : control.text();
  }
}
