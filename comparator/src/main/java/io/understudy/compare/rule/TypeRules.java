package io.understudy.compare.rule;

import io.understudy.value.PathPattern;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
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

  /** The class names without wildcards that occur in rules. */
  private final Set<String> stated = new HashSet<>();

  /** The class names with wildcards that occur in rules, the longest first. */
  private final List<String> patterns = new ArrayList<>();

  /** The pairs of types that occur in rules. */
  private final List<RuleScope> pairs = new ArrayList<>();

  private final Map<List<String>, Match> matches = new ConcurrentHashMap<>();
  private final Match none = new Match(Collections.emptyList(), 0);
  private final AtomicReferenceArray<@Nullable CachedMatch> cache =
      new AtomicReferenceArray<>(SLOTS);

  private TypeRules(Set<RuleScope> scopes) {
    for (RuleScope scope : scopes) {
      if (scope.typeNames().size() > 1) {
        pairs.add(scope);
      }
      for (String name : scope.typeNames()) {
        if (!PathPattern.isWild(name)) {
          stated.add(name);
        } else if (!patterns.contains(name)) {
          patterns.add(name);
        }
      }
    }
    patterns.sort(Comparator.comparing(String::length).reversed());
  }

  /** Returns the rules by type; null when there are none. */
  static @Nullable TypeRules among(List<Rule> rules) {
    Set<RuleScope> scopes = new LinkedHashSet<>();
    for (Rule rule : rules) {
      if (rule.scope.typeName() != null) {
        scopes.add(rule.scope);
      }
    }
    return scopes.isEmpty() ? null : new TypeRules(scopes);
  }

  /**
   * The types of an object that occur in rules. The number of different matches depends on the
   * rules, not on the data.
   */
  static final class Match {
    /** The closest first. */
    final List<String> types;

    /** How many of them stand for the object's class itself. */
    private final int own;

    Match(List<String> types, int own) {
      this.types = types;
      this.own = own;
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
    String itself = shape.typeName();
    List<String> types = new ArrayList<>();
    if (stated.contains(itself)) {
      types.add(itself);
    }
    for (String pattern : patterns) {
      if (PathPattern.isMatch(pattern, itself)) {
        types.add(pattern);
      }
    }
    int own = types.size();
    for (String name : shape.typeNames()) {
      if (stated.contains(name) && !name.equals(itself)) {
        types.add(name);
      }
    }
    if (types.isEmpty()) {
      return none;
    }
    List<String> key = new ArrayList<>(types);
    key.add(Integer.toString(own));
    return matches.computeIfAbsent(key, each -> new Match(types, own));
  }

  /**
   * Returns the types of both sides, the closest first: pairs of types, the classes themselves,
   * then supertypes; of each, the control's come first.
   */
  List<String> joined(Match control, Match candidate) {
    Set<String> types = new LinkedHashSet<>();
    pairs.stream()
        .filter(pair -> distance(pair, control, candidate) >= 0)
        .sorted(Comparator.comparing(pair -> distance(pair, control, candidate)))
        .forEach(pair -> types.add(pair.toString()));
    types.addAll(control.types.subList(0, control.own));
    types.addAll(candidate.types.subList(0, candidate.own));
    types.addAll(control.types);
    types.addAll(candidate.types);
    return new ArrayList<>(types);
  }

  /** Returns how far a pair of types is from those of two objects; -1 where it does not apply. */
  private static int distance(RuleScope pair, Match control, Match candidate) {
    int ofControl = control.types.indexOf(pair.typeNames().get(0));
    int ofCandidate = candidate.types.indexOf(pair.typeNames().get(1));
    return ofControl < 0 || ofCandidate < 0 ? -1 : ofControl + ofCandidate;
  }
}
