package io.understudy.compare.rule;

import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules by type that apply to a pair of objects. It caches the result for each class, and
 * refers to the shapes of classes weakly, so that their loaders stay collectable. Thread-safe.
 */
final class TypeRules {
  private static final int SLOTS = 512;

  /** The type names that occur in rules. */
  private final Set<String> stated;

  private final Map<List<String>, Match> matches = new ConcurrentHashMap<>();
  private final Match none = new Match(Collections.emptyList(), false);
  private final AtomicReferenceArray<@Nullable CachedMatch> cache =
      new AtomicReferenceArray<>(SLOTS);

  private TypeRules(Set<String> stated) {
    this.stated = stated;
  }

  /** Returns the rules by type; null when there are none. */
  static @Nullable TypeRules among(List<Rule> rules) {
    Set<String> stated = new LinkedHashSet<>();
    for (Rule rule : rules) {
      if (rule.scope.typeName() != null) {
        stated.add(rule.scope.typeName());
      }
    }
    return stated.isEmpty() ? null : new TypeRules(stated);
  }

  /**
   * The types of an object that occur in rules. The number of different matches depends on the
   * rules, not on the data.
   */
  static final class Match {
    /** The closest first. */
    final List<String> types;

    /** Whether the first is the object's class itself. */
    private final boolean exact;

    Match(List<String> types, boolean exact) {
      this.types = types;
      this.exact = exact;
    }
  }

  /** The match of one class. */
  private static final class CachedMatch {
    final WeakReference<Shape> shape;
    final Match match;

    CachedMatch(Shape shape, Match match) {
      this.shape = new WeakReference<>(shape);
      this.match = match;
    }
  }

  /** Returns the match of an object; an empty one for null. */
  Match of(@Nullable Object object) {
    if (object == null) {
      return none;
    }
    Shape shape = StandardShapes.of(object);
    int slot = (System.identityHashCode(shape) * 0x9E3779B9) >>> 23;
    CachedMatch cached = cache.get(slot);
    if (cached == null || cached.shape.get() != shape) {
      cached = new CachedMatch(shape, match(shape));
      cache.set(slot, cached);
    }
    return cached.match;
  }

  private Match match(Shape shape) {
    List<String> types = new ArrayList<>();
    for (String name : shape.typeNames()) {
      if (stated.contains(name)) {
        types.add(name);
      }
    }
    if (types.isEmpty()) {
      return none;
    }
    boolean exact = types.get(0).equals(shape.typeName());
    List<String> key = new ArrayList<>(types);
    key.add(Boolean.toString(exact));
    return matches.computeIfAbsent(key, each -> new Match(types, exact));
  }

  /**
   * Returns the types of both sides, the closest first: the classes themselves, then supertypes; of
   * each, the control's come first.
   */
  static List<String> joined(Match control, Match candidate) {
    Set<String> types = new LinkedHashSet<>();
    types.addAll(control.exact ? control.types.subList(0, 1) : Collections.emptyList());
    types.addAll(candidate.exact ? candidate.types.subList(0, 1) : Collections.emptyList());
    types.addAll(control.types);
    types.addAll(candidate.types);
    return new ArrayList<>(types);
  }
}
