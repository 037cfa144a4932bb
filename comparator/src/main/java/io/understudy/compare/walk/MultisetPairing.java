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
 * A largest one-to-one pairing of equal elements of two multisets.
 *
 * <p>Equal elements share a hash, so only elements with the same hash are tried. Without a
 * tolerance, equality is transitive, and any equal partner is as good as another. With a tolerance
 * it is not (1 is near 2, 2 is near 3), and an element must change its partner if that lets another
 * element find one: see {@link TolerantPairing}.
 */
final class MultisetPairing {
  private static final int NONE = -1;

  /** For each element of the control its partner's index, or -1. */
  final int[] partner;

  /**
   * Whether the pair of an element is the only one with its hash: probably equal, not yet compared.
   */
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
   * @throws TooManyTrials when that needs too many trial comparisons
   */
  static MultisetPairing of(
      Walk walk,
      @Nullable Object[] control,
      @Nullable Object[] candidate,
      @Nullable RuleNode node) {
    MultisetPairing pairing = new MultisetPairing(walk, control, candidate, node);
    int refused = walk.trials.refusedCount();
    if (node != null && node.tolerant) {
      pairing.pairTolerant();
    } else {
      pairing.pairTransitive();
    }
    // A trial inside a trial may have been refused, which looks like a difference.
    if (walk.trials.refusedCount() > refused) {
      throw new TooManyTrials();
    }
    return pairing;
  }

  /** Whether some element has its partner at another index. */
  boolean isReordered() {
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] != NONE && partner[i] != i) {
        return true;
      }
    }
    return false;
  }

  /** Returns for each index of the candidate whether its element is the partner of another. */
  boolean[] taken() {
    return ElementMatching.taken(partner, candidate.length);
  }

  private void pairTransitive() {
    long[] hashes = RuleHashes.ofControl(false, walk.ids).ofAll(control, node);
    HashBuckets controlBuckets = new HashBuckets(hashes);
    HashBuckets candidateBuckets =
        new HashBuckets(RuleHashes.ofCandidate(false, walk.ids).ofAll(candidate, node));
    for (int i = 0; i < control.length; i++) {
      Object element = control[i];
      likely[i] =
          controlBuckets.countUpTo2(hashes[i]) == 1 && candidateBuckets.countUpTo2(hashes[i]) == 1;
      partner[i] =
          likely[i]
              ? candidateBuckets.take(hashes[i], j -> true)
              : candidateBuckets.take(
                  hashes[i], j -> walk.trials.areEqual(element, candidate[j], node));
    }
  }

  private void pairTolerant() {
    Map<Long, TolerantPairing> groups = new LinkedHashMap<>();
    // Which rule by type applies to an object depends on its partner too, so hashes do not help.
    boolean typed = node != null && node.types != null;
    long[] controlHashes =
        typed
            ? new long[control.length]
            : RuleHashes.ofControl(true, walk.ids).ofAll(control, node);
    long[] candidateHashes =
        typed
            ? new long[candidate.length]
            : RuleHashes.ofCandidate(true, walk.ids).ofAll(candidate, node);
    for (int i = 0; i < controlHashes.length; i++) {
      groups.computeIfAbsent(controlHashes[i], hash -> new TolerantPairing(this)).control.add(i);
    }
    for (int j = 0; j < candidateHashes.length; j++) {
      TolerantPairing group = groups.get(candidateHashes[j]);
      if (group != null) {
        group.candidate.add(j);
      }
    }
    int hits = walk.hits.mark();
    groups.values().forEach(TolerantPairing::pair);
    if (walk.hits.isCounting()) {
      // Trials of discarded pairs counted too: discard all hits, and compare the final pairs again.
      walk.hits.truncate(hits);
      for (int i = 0; i < likely.length; i++) {
        likely[i] = partner[i] != NONE;
      }
    }
  }

  /** Whether a trial comparison finds two elements equal. */
  boolean areEqual(int i, int j) {
    return walk.trials.areEqual(control[i], candidate[j], node);
  }

  /** Returns an element of the control. */
  @Nullable Object control(int i) {
    return control[i];
  }

  /** Returns an element of the candidate. */
  @Nullable Object candidate(int j) {
    return candidate[j];
  }

  /** The rules for the elements. */
  @Nullable RuleNode node() {
    return node;
  }

  /** The pairs of ids of the comparison; null where there is no rule for ids. */
  @Nullable IdBindings ids() {
    return walk.ids;
  }

  /** The mode of the comparison. */
  ComparisonMode mode() {
    return walk.mode;
  }

  /** Pairing needs too many trial comparisons. Has no stack trace. */
  static final class TooManyTrials extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The reason in the difference that is reported. */
    static final String REASON =
        "too many elements that only a trial comparison tells apart: give them a key";

    TooManyTrials() {
      super(REASON, null, false, false);
    }
  }
}
