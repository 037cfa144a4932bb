package io.understudy.compare.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts over many comparisons how often each rule mattered, and how many leaves the ignoring rules
 * hide. Thread-safe, without locks.
 *
 * <p>Hits are exact: the places where a rule applied and mattered. Hidden leaves are sampled, in
 * the first comparison and in each 64th after it: all leaves of both outcomes are counted then, and
 * those below ignored places.
 */
public final class RuleCounts {
  /** One of so many comparisons is in the sample. */
  private static final int SAMPLE_INTERVAL = 64;

  private final List<Rule> rules;
  private final AtomicLongArray hits;
  private final AtomicLongArray hidden;
  private final AtomicLong leaves = new AtomicLong();
  private final AtomicLong comparisons = new AtomicLong();

  private RuleCounts(Rules rules) {
    this.rules = rules.all();
    this.hits = new AtomicLongArray(this.rules.size());
    this.hidden = new AtomicLongArray(this.rules.size());
  }

  /** Creates counts that start at zero, for comparisons under these rules or equal ones. */
  public static RuleCounts of(Rules rules) {
    return new RuleCounts(rules);
  }

  /**
   * Returns how often each rule mattered: it ignored a value, it made values equal that differ
   * without it, the order of elements differed, or a renamed part was found. The key is the rule's
   * line in {@link Rules#describe()}; every rule has an entry, also with 0. Unmodifiable.
   */
  public Map<String, Long> hits() {
    Map<String, Long> all = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      all.put(rules.get(i).line, hits.get(i));
    }
    return Collections.unmodifiableMap(all);
  }

  /**
   * Returns how many leaves each ignoring rule hid in the sampled comparisons, by the rule's line.
   * The first rule that limits the comparison to its places has those that all such rules hide.
   * Unmodifiable.
   */
  public Map<String, Long> hidden() {
    Map<String, Long> all = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).hides()) {
        all.put(rules.get(i).line, hidden.get(i));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /** Returns the number of leaves in the sampled comparisons, hidden or not. */
  public long leaves() {
    return leaves.get();
  }

  /** Counts a comparison that begins, and returns whether it is in the sample. */
  boolean isSampledNext() {
    return comparisons.getAndIncrement() % SAMPLE_INTERVAL == 0;
  }

  /** Adds the hits of one comparison. */
  void add(RuleHits counted) {
    for (int i = 0; i < counted.mark(); i++) {
      hits.incrementAndGet(counted.rule(i));
    }
  }

  /** Adds the leaves of one comparison: for each rule, the larger count of the two sides. */
  void add(LeafCounter control, LeafCounter candidate) {
    leaves.addAndGet(Math.max(control.all(), candidate.all()));
    for (int i = 0; i < rules.size(); i++) {
      long larger = Math.max(control.hiddenBy(i), candidate.hiddenBy(i));
      if (larger > 0) {
        hidden.addAndGet(i, larger);
      }
    }
  }

  /** Creates a counter of leaves for these rules. */
  LeafCounter newLeaves() {
    return new LeafCounter(rules.size());
  }

  /**
   * Checks that these counts belong to the given rules: hits are stored by a rule's number.
   *
   * @throws IllegalArgumentException when they belong to other rules
   */
  void checkAreOf(Rules others) {
    if (rules != others.all() && !lines(rules).equals(lines(others.all()))) {
      throw new IllegalArgumentException("these are counts of other rules: " + lines(rules));
    }
  }

  private static List<String> lines(List<Rule> rules) {
    List<String> lines = new ArrayList<>();
    rules.forEach(rule -> lines.add(rule.line));
    return lines;
  }

  /** Returns the hits as text. */
  @Override
  public String toString() {
    return hits().toString();
  }
}
