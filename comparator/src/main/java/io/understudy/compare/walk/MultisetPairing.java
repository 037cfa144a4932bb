package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.align.ElementMatching;
import io.understudy.compare.align.HashBuckets;
import io.understudy.compare.refine.StepBudget;
import io.understudy.compare.rule.RuleNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** The steps of all trials for one pair of multisets, before colours are computed. */
  private static final int TRIAL_STEPS = 1 << 14;

  /** From this number of pairs on, the elements of a group are told apart by colours. */
  private static final int LARGE = 4_096;

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
    pairing.pairKnown();
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
    int[][] known =
        walk.trials.hasColors() ? walk.trials.colorings().of(control, candidate, node) : null;
    if (known != null) {
      pairByColors(known);
      if (isAnyFree()) {
        pairRemaining(RuleHashes.ofBoth(walk, false, null, control, candidate, node));
      }
      return;
    }
    long[][] hashes = RuleHashes.ofBoth(walk, false, walk.ids, control, candidate, node);
    HashBuckets controls = new HashBuckets(hashes[0]);
    HashBuckets candidates = new HashBuckets(hashes[1]);
    boolean isAmbiguous = false;
    for (int i = 0; i < control.length; i++) {
      int equal = candidates.countUpTo2(hashes[0][i]);
      likely[i] = equal == 1 && controls.countUpTo2(hashes[0][i]) == 1;
      isAmbiguous |= equal > 0 && !likely[i];
      if (likely[i]) {
        partner[i] = candidates.take(hashes[0][i], j -> true);
      }
    }
    int[] found = isAmbiguous ? partnersByTrials(hashes[0], candidates) : partner;
    if (found != null) {
      System.arraycopy(found, 0, partner, 0, found.length);
      return;
    }
    int[][] colors = walk.trials.colorings().of(control, candidate, node);
    if (colors != null) {
      pairByColors(colors);
      pairRemaining(hashes);
      return;
    }
    HashBuckets all = new HashBuckets(hashes[1]);
    for (int i = 0; i < control.length; i++) {
      int at = i;
      if (!likely[i]) {
        partner[i] = all.take(hashes[0][i], j -> areEqual(at, j));
      }
    }
  }

  private boolean isAnyFree() {
    return candidate.length != control.length || Arrays.stream(partner).anyMatch(j -> j == NONE);
  }

  /**
   * Returns the partners of elements, where those that share their hash with others are paired by
   * trial comparisons; null when that takes many steps.
   */
  private int @Nullable [] partnersByTrials(long[] hashes, HashBuckets candidates) {
    int[] found = partner.clone();
    int depth = walk.steps.depth();
    long outer = walk.budget.beginTrial(TRIAL_STEPS);
    try {
      for (int i = 0; i < found.length; i++) {
        int at = i;
        if (!likely[i]) {
          found[i] = candidates.take(hashes[i], j -> areEqual(at, j));
        }
      }
      return found;
    } catch (StepBudget.TrialEnded end) {
      walk.steps.truncate(depth);
      return null;
    } finally {
      walk.budget.endTrial(outer);
    }
  }

  private void pairByColors(int[][] colors) {
    HashBuckets buckets = new HashBuckets(longs(colors)[1]);
    // Colours say that elements are equal, but not which rules make them equal.
    boolean isCounted = node != null && walk.hits.isCounting();
    for (int i = 0; i < control.length; i++) {
      if (!likely[i]) {
        partner[i] = buckets.take(colors[0][i], j -> true);
        likely[i] = isCounted && partner[i] != NONE;
      }
    }
  }

  /** Pairs elements that differ but share their hash, so that the difference is at a deep level. */
  private void pairRemaining(long[][] hashes) {
    pairKnown();
    List<Integer> free = walk.isListing() ? free(taken()) : Collections.emptyList();
    HashBuckets buckets = new HashBuckets(free.stream().mapToLong(j -> hashes[1][j]).toArray());
    for (int i = 0; i < control.length && !free.isEmpty(); i++) {
      Object element = control[i];
      if (partner[i] == NONE) {
        int at =
            buckets.take(hashes[0][i], k -> walk.trials.mayPair(element, candidate[free.get(k)]));
        partner[i] = at == NONE ? NONE : free.get(at);
        likely[i] = at != NONE;
      }
    }
  }

  private static List<Integer> free(boolean[] taken) {
    List<Integer> free = new ArrayList<>(0);
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        free.add(j);
      }
    }
    return free;
  }

  /**
   * Pairs elements that are being compared with each other, or have been compared: the parents of
   * children. They count as equal here, and their differences there.
   */
  private void pairKnown() {
    List<Integer> left = new ArrayList<>(0);
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] == NONE) {
        left.add(i);
      }
    }
    List<Integer> right = left.isEmpty() ? left : free(taken());
    if ((long) left.size() * right.size() > LARGE) {
      return;
    }
    for (int i : left) {
      walk.steps.pushIndex(i);
      for (Iterator<Integer> others = right.iterator(); partner[i] == NONE && others.hasNext(); ) {
        int j = others.next();
        if (walk.isKnownPair(control[i], candidate[j], node)) {
          partner[i] = j;
          likely[i] = true;
          others.remove();
        }
      }
      walk.steps.pop();
    }
  }

  private void pairTolerant() {
    // Which rule by type applies to an object depends on its partner too, so hashes do not help.
    boolean typed = node != null && node.types != null;
    long[][] hashes =
        typed
            ? new long[][] {new long[control.length], new long[candidate.length]}
            : RuleHashes.ofBoth(walk, true, walk.ids, control, candidate, node);
    Collection<TolerantPairing> groups = groups(hashes);
    if (isAnyAbove(1, groups)) {
      // The rules that make equality not transitive may not matter for these elements.
      int[][] colors = walk.trials.colorings().of(control, candidate, node);
      if (colors != null) {
        pairByColors(colors);
        if (isAnyFree()) {
          pairRemaining(RuleHashes.ofBoth(walk, false, walk.ids, control, candidate, node));
        }
        return;
      }
    }
    if (!typed && isAnyAbove(LARGE, groups)) {
      // Elements that are equal at the levels that are hashed: tell them apart at deeper levels.
      int[][] colors = walk.trials.colorings().loosely(control, candidate, node);
      groups = colors == null ? groups : groups(longs(colors));
    }
    int hits = walk.hits.mark();
    groups.forEach(TolerantPairing::pair);
    if (walk.hits.isCounting()) {
      // Trials of discarded pairs counted too: discard all hits, and compare the final pairs again.
      walk.hits.truncate(hits);
      for (int i = 0; i < likely.length; i++) {
        likely[i] = partner[i] != NONE;
      }
    }
  }

  private static long[][] longs(int[][] colors) {
    return Arrays.stream(colors)
        .map(each -> Arrays.stream(each).asLongStream().toArray())
        .toArray(long[][]::new);
  }

  private Collection<TolerantPairing> groups(long[][] hashes) {
    Map<Long, TolerantPairing> groups = new LinkedHashMap<>();
    for (int i = 0; i < control.length; i++) {
      groups.computeIfAbsent(hashes[0][i], hash -> new TolerantPairing(this)).control.add(i);
    }
    for (int j = 0; j < candidate.length; j++) {
      TolerantPairing group = groups.get(hashes[1][j]);
      if (group != null) {
        group.candidate.add(j);
      }
    }
    return groups.values();
  }

  private static boolean isAnyAbove(int pairs, Collection<TolerantPairing> groups) {
    return groups.stream()
        .anyMatch(group -> (long) group.control.size() * group.candidate.size() > pairs);
  }

  /** Whether a trial comparison finds two elements equal. */
  boolean areEqual(int i, int j) {
    walk.steps.pushIndex(i);
    boolean equal = walk.trials.areEqual(control[i], candidate[j], node);
    walk.steps.pop();
    return equal;
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

  /** Returns strict hashes of the elements at these indexes of both sides. */
  long[][] strictHashes(List<Integer> controls, List<Integer> candidates) {
    return RuleHashes.ofBoth(
        walk,
        false,
        walk.ids,
        MultisetComparison.elementsAt(control, controls),
        MultisetComparison.elementsAt(candidate, candidates),
        node);
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
