package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.align.ElementMatching;
import io.understudy.compare.align.HashBuckets;
import io.understudy.compare.rule.RuleNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of two multisets are equal, one to one, and as many of them as can be.
 *
 * <p>Equal elements share a hash, so they are sought only among those. Where no tolerance holds,
 * equality is transitive and the first equal partner is as good as any. Where one holds it is not
 * (1 is near 2, 2 is near 3), and a partner must be given up again if that lets another element
 * find one: see {@link TolerantPairing}.
 */
final class MultisetPairing {
  private static final int NONE = -1;

  /** For each element of the control its partner's place, or -1. */
  final int[] partner;

  /** Which pairs are alone with their hash: likely equal, still to be compared. */
  final boolean[] likely;

  private final Walk walk;
  private final @Nullable Object[] control;
  private final @Nullable Object[] candidate;
  private final @Nullable RuleNode node;

  private MultisetPairing(
      Walk walk,
      @Nullable Object[] control,
      @Nullable Object[] candidate,
      @Nullable RuleNode node) {
    this.walk = walk;
    this.control = control;
    this.candidate = candidate;
    this.node = node;
    this.partner = new int[control.length];
    this.likely = new boolean[control.length];
    Arrays.fill(partner, NONE);
  }

  /**
   * Pairs elements under the rules of {@code node}.
   *
   * @throws TooMany when that would take too many trial comparisons
   */
  static MultisetPairing of(
      Walk walk,
      @Nullable Object[] control,
      @Nullable Object[] candidate,
      @Nullable RuleNode node) {
    MultisetPairing pairing = new MultisetPairing(walk, control, candidate, node);
    int givenUp = walk.trials.refusedCount();
    if (node != null && node.tolerant) {
      pairing.pairTolerant();
    } else {
      pairing.pairTransitive();
    }
    // A trial inside a trial may have been refused, and taken for a difference.
    if (walk.trials.refusedCount() > givenUp) {
      throw new TooMany();
    }
    return pairing;
  }

  /** Whether some element has its partner at another place. */
  boolean isReordered() {
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] != NONE && partner[i] != i) {
        return true;
      }
    }
    return false;
  }

  /** Which places of the candidate are the partner of some element. */
  boolean[] taken() {
    return ElementMatching.taken(partner, candidate.length);
  }

  private void pairTransitive() {
    long[] hashes = RuleHashes.ofControl(false, walk.ids).ofAll(control, node);
    HashBuckets mine = new HashBuckets(hashes);
    HashBuckets theirs =
        new HashBuckets(RuleHashes.ofCandidate(false, walk.ids).ofAll(candidate, node));
    for (int i = 0; i < control.length; i++) {
      Object element = control[i];
      likely[i] = mine.countUpTo2(hashes[i]) == 1 && theirs.countUpTo2(hashes[i]) == 1;
      partner[i] =
          likely[i]
              ? theirs.take(hashes[i], j -> true)
              : theirs.take(hashes[i], j -> walk.trials.areEqual(element, candidate[j], node));
    }
  }

  private void pairTolerant() {
    Map<Long, TolerantPairing> groups = new LinkedHashMap<>();
    // What a rule by type says of an object depends on its partner too: no hash can know.
    boolean typed = node != null && node.types != null;
    long[] mine =
        typed
            ? new long[control.length]
            : RuleHashes.ofControl(true, walk.ids).ofAll(control, node);
    long[] theirs =
        typed
            ? new long[candidate.length]
            : RuleHashes.ofCandidate(true, walk.ids).ofAll(candidate, node);
    for (int i = 0; i < mine.length; i++) {
      groups.computeIfAbsent(mine[i], hash -> new TolerantPairing(this)).control.add(i);
    }
    for (int j = 0; j < theirs.length; j++) {
      TolerantPairing group = groups.get(theirs[j]);
      if (group != null) {
        group.candidate.add(j);
      }
    }
    int hits = walk.hits.mark();
    groups.values().forEach(TolerantPairing::pair);
    if (walk.hits.isCounting()) {
      // Trials of pairs that were given up counted too: those that stay are compared once more.
      walk.hits.truncate(hits);
      for (int i = 0; i < likely.length; i++) {
        likely[i] = partner[i] != NONE;
      }
    }
  }

  /** Whether two elements are equal, found by a trial comparison. */
  boolean areEqual(int i, int j) {
    return walk.trials.areEqual(control[i], candidate[j], node);
  }

  /** An element of the control. */
  @Nullable Object control(int i) {
    return control[i];
  }

  /** An element of the candidate. */
  @Nullable Object candidate(int j) {
    return candidate[j];
  }

  /** The rules for the elements. */
  @Nullable RuleNode node() {
    return node;
  }

  /** The ids that the comparison has met; null where no rule is about ids. */
  @Nullable IdBindings ids() {
    return walk.ids;
  }

  /** The mode of the comparison. */
  ComparisonMode mode() {
    return walk.mode;
  }

  /** Pairing would take too many trial comparisons; says so without a stack trace. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what cannot be said. */
    static final String REASON =
        "too many elements that only a trial comparison tells apart: give them a key";

    TooMany() {
      super(REASON, null, false, false);
    }
  }
}
