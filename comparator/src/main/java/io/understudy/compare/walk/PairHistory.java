package io.understudy.compare.walk;

import io.understudy.compare.DifferenceListener;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of objects that a walk has compared or is comparing, each under its rules. In small
 * graphs a pair is looked up among the ancestors. In large or deep graphs every pair is stored, so
 * that shared objects do not make the walk exponential.
 *
 * <p>A pair that is skipped counts as equal at its second place. That is right as long as some
 * difference of the comparison is not accepted, since the first place has the differences. Where
 * all differences are accepted, the walk repeats itself {@link #distinguishPlaces by place}: a pair
 * is then skipped only where the same acceptances apply.
 */
final class PairHistory {
  /** Up to this depth the ancestors are searched one by one; beyond, every pair is stored. */
  private static final int MAX_SEARCHED = 24;

  /** From this number of pairs on, every pair is stored. */
  private static final int STORED_FROM = 20_000;

  /** Control, candidate and rules of each pair that is being compared, the outermost first. */
  private @Nullable Object[] ancestors = new Object[3 * 6];

  private int height;
  private int pairs;
  private @Nullable PairTable visited;
  private boolean hasSkipped;

  /** Knows which acceptances apply where; null where places do not count. */
  private @Nullable DifferenceListener places;

  private Map<RuledPlace, RuledPlace> ruledPlaces = Collections.emptyMap();

  /** Rules and acceptances of one place. */
  private static final class RuledPlace {
    private final @Nullable RuleNode node;
    private final Object place;

    RuledPlace(@Nullable RuleNode node, Object place) {
      this.node = node;
      this.place = place;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof RuledPlace
          && node == ((RuledPlace) other).node
          && place.equals(((RuledPlace) other).place);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(node) + place.hashCode();
    }
  }

  /** The number of pairs that are being compared. */
  int depth() {
    return height;
  }

  /** Compares the pairs again at places where other acceptances apply. */
  void distinguishPlaces(DifferenceListener listener) {
    places = listener;
    ruledPlaces = new HashMap<>();
  }

  /** Whether pairs are compared again at places where other acceptances apply. */
  boolean isByPlace() {
    return places != null;
  }

  /** Whether a pair was not added, so that it counted as equal. */
  boolean hasSkipped() {
    return hasSkipped;
  }

  /** Returns the rules under which a pair at the current path is stored; null for none. */
  @Nullable Object rulesAt(Path path, @Nullable RuleNode node) {
    RuledPlace place = new RuledPlace(node, Objects.requireNonNull(places).placeOf(path));
    RuledPlace known = ruledPlaces.putIfAbsent(place, place);
    return known == null ? place : known;
  }

  /**
   * Adds a pair; returns false when it is being compared, or has been compared.
   *
   * @param rules the node of the rules, or what {@link #rulesAt} returned
   */
  boolean add(Object c, Object d, @Nullable Object rules) {
    boolean isNew = isNew(c, d, rules);
    hasSkipped |= !isNew;
    return isNew;
  }

  private boolean isNew(Object c, Object d, @Nullable Object rules) {
    if (visited == null) {
      if (isAncestor(c, d, rules)) {
        return false;
      }
      if (++pairs < STORED_FROM && height < MAX_SEARCHED) {
        return true;
      }
    }
    return pairTable().add(c, d, rules);
  }

  /** Whether a pair is being compared or, as far as pairs are stored, has been compared. */
  boolean contains(Object c, Object d, @Nullable Object rules) {
    return visited == null ? isAncestor(c, d, rules) : visited.contains(c, d, rules);
  }

  private boolean isAncestor(Object c, Object d, @Nullable Object rules) {
    for (int i = 3 * height - 3; i >= 0; i -= 3) {
      if (ancestors[i] == c && ancestors[i + 1] == d && ancestors[i + 2] == rules) {
        return true;
      }
    }
    return false;
  }

  /** Counts the elements of a set as pairs, since their objects may have many references. */
  void addElements(int count) {
    pairs = (int) Math.min(STORED_FROM, pairs + (long) count);
  }

  void enter(Object c, Object d, @Nullable Object node) {
    if (3 * height == ancestors.length) {
      ancestors = Arrays.copyOf(ancestors, 2 * ancestors.length);
    }
    ancestors[3 * height] = c;
    ancestors[3 * height + 1] = d;
    ancestors[3 * height + 2] = node;
    height++;
  }

  void leave() {
    height--;
  }

  /** Stores every pair from now on. */
  void remember() {
    pairTable();
  }

  /** Returns the table of all pairs; it starts with the ancestors. */
  private PairTable pairTable() {
    PairTable table = visited;
    if (table == null) {
      table = new PairTable();
      for (int i = 0; i < 3 * height; i += 3) {
        Object control = ancestors[i];
        Object candidate = ancestors[i + 1];
        if (control != null && candidate != null) {
          table.add(control, candidate, ancestors[i + 2]);
        }
      }
      visited = table;
    }
    return table;
  }

  /**
   * Starts a trial. By place, pairs of the walk and of earlier trials do not count in it, since
   * they may have differences that are accepted elsewhere.
   *
   * @return a value for {@link #endTrial}
   */
  @Nullable PairTable beginTrial() {
    PairTable outer = visited;
    if (places != null) {
      visited = null;
      pairTable();
    }
    return outer;
  }

  /** Ends the trial that {@link #beginTrial} started. */
  void endTrial(@Nullable PairTable outer) {
    if (places != null) {
      visited = outer;
    }
  }

  /** A mark for {@link #truncate}. */
  int mark() {
    return visited == null ? -1 : visited.size();
  }

  /**
   * Removes the pairs added since a mark, whose differences were discarded: they are compared
   * again.
   */
  void truncate(int mark) {
    if (visited != null && mark < 0) {
      visited = null;
    } else if (visited != null) {
      visited.truncate(mark);
    }
  }

  /**
   * A pair whose comparison is deferred, with its path; the path is null where no differences are
   * listed.
   */
  static final class Deferred {
    final @Nullable Path path;
    final Object control;
    final Object candidate;
    final @Nullable RuleNode node;

    /** The rules under which the pair is stored. */
    final @Nullable Object rules;

    /** The number of objects above the pair. */
    final int level;

    Deferred(
        @Nullable Path path,
        Object control,
        Object candidate,
        @Nullable RuleNode node,
        @Nullable Object rules,
        int level) {
      this.rules = rules;
      this.level = level;
      this.path = path;
      this.control = control;
      this.candidate = candidate;
      this.node = node;
    }
  }
}
