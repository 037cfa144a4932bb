package io.understudy.compare.accept;

import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a path has come in the path pattern of each acceptance, as a set of positions. Below two
 * paths with the same set the same acceptances may cover differences. Not thread-safe.
 */
final class AcceptancePlaces {
  private final List<Acceptance> acceptances;

  /** The first position of each pattern; a pattern has one position more than steps. */
  private final int[] first;

  /** The places of paths that were asked for, and of no paths between them. */
  private final Map<Path, BitSet> known = new IdentityHashMap<>();

  AcceptancePlaces(List<Acceptance> acceptances) {
    this.acceptances = acceptances;
    this.first = new int[acceptances.size() + 1];
    for (int i = 0; i < acceptances.size(); i++) {
      first[i + 1] = first[i] + steps(i).size() + 1;
    }
  }

  /** Returns the positions that a path has reached; the result must not change. */
  BitSet of(Path path) {
    Deque<Path> below = new ArrayDeque<>();
    BitSet place = null;
    for (Path at = path; at != null && place == null; at = at.parent()) {
      place = known.get(at);
      if (place == null && at.parent() != null) {
        below.push(at);
      }
    }
    if (place == null) {
      place = new BitSet();
      for (int i = 0; i < acceptances.size(); i++) {
        reach(place, i, 0);
      }
    }
    for (Path at : below) {
      place = next(place, at.text());
    }
    known.put(path, place);
    return place;
  }

  private BitSet next(BitSet from, String step) {
    BitSet to = new BitSet();
    for (int i = 0; i < acceptances.size(); i++) {
      List<String> steps = steps(i);
      for (int at = 0; at < steps.size(); at++) {
        if (!from.get(first[i] + at)) {
          continue;
        }
        if (steps.get(at).equals("**")) {
          reach(to, i, at);
        } else if (PathPattern.isMatch(steps.get(at), step)) {
          reach(to, i, at + 1);
        }
      }
    }
    return to;
  }

  private void reach(BitSet place, int acceptance, int at) {
    List<String> steps = steps(acceptance);
    place.set(first[acceptance] + at);
    // A ** also matches no step.
    for (int i = at; i < steps.size() && steps.get(i).equals("**"); i++) {
      place.set(first[acceptance] + i + 1);
    }
  }

  private List<String> steps(int acceptance) {
    return acceptances.get(acceptance).where().path().steps();
  }
}
