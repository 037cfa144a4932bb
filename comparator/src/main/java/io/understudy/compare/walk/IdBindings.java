package io.understudy.compare.walk;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.identity.Counterpart;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.Identities;
import io.understudy.value.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of ids in one comparison. Each is checked against the pairs of the run and of this
 * comparison. At the end of the comparison the pairs that are certain are bound in the run. Pairs
 * of trial comparisons are discarded. Not thread-safe.
 */
final class IdBindings {
  static final String TAKEN = Difference.ID_TAKEN;
  static final String TAKEN_HERE = Difference.ID_TAKEN_HERE;
  static final String FORGOTTEN = "the pair of one of these ids was forgotten";

  private final Identities identities;
  private final List<Pair> pairs = new ArrayList<>(2);
  private final Map<String, Map<Id, Pair>> byControl = new HashMap<>(2);
  private final Map<String, Map<Id, Pair>> byCandidate = new HashMap<>(2);
  private int guessDepth;

  IdBindings(Identities identities) {
    this.identities = identities;
  }

  /** Two ids without another counterpart so far. */
  private static final class Pair {
    final String namespace;
    final Id control;
    final Id candidate;
    final Path path;
    boolean isCertain;

    Pair(String namespace, Id control, Id candidate, Path path, boolean isCertain) {
      this.namespace = namespace;
      this.control = control;
      this.candidate = candidate;
      this.path = path;
      this.isCertain = isCertain;
    }
  }

  /**
   * Returns the relation of two ids. Two ids that are new in the run become a pair, unless this
   * comparison has paired one of them with another: then they stay {@code FREE}.
   */
  Identities.Relation relate(String namespace, Id control, Id candidate, PathStack at) {
    Identities.Relation known = identities.relation(namespace, control, candidate);
    if (known != Identities.Relation.FREE) {
      return known;
    }
    Pair controlPair = of(byControl, namespace).get(control);
    Pair candidatePair = of(byCandidate, namespace).get(candidate);
    if (controlPair != null || candidatePair != null) {
      return controlPair == candidatePair
          ? Identities.Relation.PAIRED
          : disputed(controlPair, candidatePair);
    }
    Pair pair = new Pair(namespace, control, candidate, at.path(), guessDepth == 0);
    pairs.add(pair);
    of(byControl, namespace).put(control, pair);
    of(byCandidate, namespace).put(candidate, pair);
    return Identities.Relation.PAIRED;
  }

  /** Neither pair is certain any more, so neither is bound. */
  private static Identities.Relation disputed(
      @Nullable Pair controlPair, @Nullable Pair candidatePair) {
    if (controlPair != null) {
      controlPair.isCertain = false;
    }
    if (candidatePair != null) {
      candidatePair.isCertain = false;
    }
    return Identities.Relation.FREE;
  }

  private static Map<Id, Pair> of(Map<String, Map<Id, Pair>> all, String namespace) {
    return all.computeIfAbsent(namespace, n -> new HashMap<>());
  }

  /**
   * Returns the control's id for an id of either side, where the run has a pair; otherwise null.
   * Two ids with different results are not a pair.
   */
  @Nullable Id controlIdOf(String namespace, Id id, boolean ofCandidate) {
    if (ofCandidate) {
      return identities.controlOf(namespace, id);
    }
    boolean paired = identities.counterpart(namespace, id).state() == Counterpart.State.PAIRED;
    return paired ? id : null;
  }

  /** Starts a comparison of elements whose pairing is a guess: its ids are not bound. */
  void beginGuess() {
    guessDepth++;
  }

  /** Ends the comparison that {@link #beginGuess} started. */
  void endGuess() {
    guessDepth--;
  }

  /** A mark for {@link #truncate}. */
  int mark() {
    return pairs.size();
  }

  /** Discards the pairs since a mark. */
  void truncate(int mark) {
    while (pairs.size() > mark) {
      Pair last = pairs.remove(pairs.size() - 1);
      of(byControl, last.namespace).remove(last.control);
      of(byCandidate, last.namespace).remove(last.candidate);
    }
  }

  /**
   * Binds the pairs of a whole comparison. A pair inside an element of a list is left out where the
   * element differs or moved: the element may have been compared with a wrong partner.
   */
  void bind(Comparison comparison) {
    for (Pair pair : pairs) {
      if (pair.isCertain && isUndisputed(element(pair.path), comparison)) {
        identities.bind(pair.namespace, pair.control, pair.candidate);
      }
    }
  }

  private static boolean isUndisputed(@Nullable Path element, Comparison comparison) {
    if (element == null || comparison.isEqual()) {
      return true;
    }
    if (comparison.count() > comparison.differences().size()) {
      return false;
    }
    for (Difference difference : comparison.differences()) {
      boolean moved = difference.kind() == DifferenceKind.ORDER;
      if (moved && difference.path().equals(element.parent())) {
        return false;
      }
      for (Path at = difference.path(); at != null; at = at.parent()) {
        if (at.equals(element)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns the innermost element of a list on a path; null for none. */
  private static @Nullable Path element(Path path) {
    for (Path at = path; at != null; at = at.parent()) {
      Path above = at.parent();
      if (at.step() == Path.Step.INDEX && above != null && !isArguments(above)) {
        return at;
      }
    }
    return null;
  }

  private static boolean isArguments(Path path) {
    return path.equals(Path.root().part("arguments"));
  }
}
