package io.understudy.compare.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often each rule mattered, over many comparisons, and how much the ignoring ones hide.
 * Thread-safe, without locks.
 *
 * <p>Hits are exact: the places where a rule held and mattered. What is hidden is watched in the
 * first comparison and in each 64th after it: the leaves of both outcomes are counted then, those
 * that are compared and those below what is ignored.
 */
public final class RuleCounts {
  /** One of so many comparisons is watched. */
  private static final int WATCHED = 64;

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

  /** Counts that begin at zero, for comparisons under these rules or equal ones. */
  public static RuleCounts of(Rules rules) {
    return new RuleCounts(rules);
  }

  /**
   * How often each rule mattered: something stood where it ignores, values were let pass that
   * differ without it, the order of elements differed, a renamed part was found. Every rule is in
   * it by its line in {@link Rules#describe()}, also with 0.
   */
  public Map<String, Long> hits() {
    Map<String, Long> all = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      all.put(rules.get(i).line, hits.get(i));
    }
    return Collections.unmodifiableMap(all);
  }

  /** How many leaves each ignoring rule hid in the comparisons that were watched, by its line. */
  public Map<String, Long> hidden() {
    Map<String, Long> all = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).sort == Rule.Sort.IGNORE) {
        all.put(rules.get(i).line, hidden.get(i));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /** How many leaves there were in the comparisons that were watched, hidden or not. */
  public long leaves() {
    return leaves.get();
  }

  /** Whether the comparison that begins is to be watched. */
  boolean isWatchedNext() {
    return comparisons.getAndIncrement() % WATCHED == 0;
  }

  /** Adds what one comparison counted. */
  void add(RuleHits counted) {
    for (int i = 0; i < counted.mark(); i++) {
      hits.incrementAndGet(counted.rule(i));
    }
  }

  /** Adds what was seen of the two sides of one comparison: of each rule the more that one had. */
  void add(LeafCounter control, LeafCounter candidate) {
    leaves.addAndGet(Math.max(control.all(), candidate.all()));
    for (int i = 0; i < rules.size(); i++) {
      long most = Math.max(control.hiddenBy(i), candidate.hiddenBy(i));
      if (most > 0) {
        hidden.addAndGet(i, most);
      }
    }
  }

  /** Leaves not counted yet, under these rules. */
  LeafCounter newLeaves() {
    return new LeafCounter(rules.size());
  }

  /**
   * The same counts under another number of rules would be nonsense.
   *
   * @throws IllegalArgumentException when these are counts of other rules
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

  /** The hits. */
  @Override
  public String toString() {
    return hits().toString();
  }
}
