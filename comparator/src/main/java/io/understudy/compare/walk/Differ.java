package io.understudy.compare.walk;

import io.understudy.compare.Comparison;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.DifferenceListener;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.identity.Identities;
import io.understudy.compare.rule.ComparatorResolver;
import io.understudy.compare.rule.ComparisonCounter;
import io.understudy.compare.rule.ExceptionRules;
import io.understudy.compare.rule.RuleCounts;
import io.understudy.compare.rule.RuleNode;
import io.understudy.compare.rule.Rules;
import io.understudy.value.Path;
import io.understudy.value.view.Views;
import org.jspecify.annotations.Nullable;

/**
 * Compares two outcomes, or any two objects, under rules. What is equal is said in
 * docs/comparing.md. Thread-safe; make one and keep it, since it learns how classes are compared
 * (without keeping them: their loaders stay collectable).
 */
public final class Differ {
  private final Rules rules;
  private final Views views;
  private final ViewFreezer sight;
  private final ComparatorResolver resolver;
  private final ExceptionRules exceptions;
  private final RecordPlanCache plans = new RecordPlanCache();
  private final @Nullable RuleNode root;
  private final @Nullable RuleNode arguments;

  /** The pairs of a whole run; null where each comparison has its own. */
  private final @Nullable Identities identities;

  private Differ(
      Rules rules, Views views, ComparatorResolver resolver, @Nullable Identities identities) {
    this.rules = rules;
    this.sight = new ViewFreezer(views);
    this.views = views;
    this.resolver = resolver;
    this.exceptions = rules.exceptions();
    this.identities = identities;
    this.root = rules.root();
    this.arguments = root == null ? null : root.child("arguments");
  }

  /** A differ under these rules. */
  public static Differ with(Rules rules) {
    return with(rules, Views.standard());
  }

  /**
   * A differ under these rules that sees classes as these views say. Under other than the standard
   * views both sides are frozen before they are compared, and differences show the frozen objects.
   */
  public static Differ with(Rules rules, Views views) {
    return with(rules, views, ComparatorResolver.none());
  }

  /** The same, where rules name comparators by their classes. */
  public static Differ with(Rules rules, Views views, ComparatorResolver resolver) {
    return new Differ(rules, views, resolver, null);
  }

  /**
   * The same differ, which pairs generated ids with those of other comparisons: several differs may
   * share identities. Without this each comparison begins with no pair.
   */
  public Differ pairing(Identities shared) {
    return new Differ(rules, views, resolver, shared);
  }

  /**
   * Compares what both sides did. That one returned and the other threw, or that they threw
   * different exceptions, is one difference, and nothing else is compared then.
   */
  public Comparison compare(Outcome control, Outcome candidate) {
    return compare(control, candidate, null, null);
  }

  /**
   * The same, with every difference heard by who may accept it.
   *
   * @param hearing one of its own for each comparison, such as {@code acceptances.on(day)}; null
   *     for nobody
   */
  public Comparison compare(
      Outcome control, Outcome candidate, @Nullable DifferenceListener hearing) {
    return compare(control, candidate, hearing, null);
  }

  /** The same, counting what the rules do. */
  public Comparison compare(Outcome control, Outcome candidate, RuleCounts counts) {
    return compare(control, candidate, null, counts);
  }

  /**
   * The same, with every difference heard, and counting what the rules do.
   *
   * @param counts counts of this differ's rules; null where nobody asks, which costs nothing
   */
  public Comparison compare(
      Outcome control,
      Outcome candidate,
      @Nullable DifferenceListener hearing,
      @Nullable RuleCounts counts) {
    ComparisonCounter counting = ComparisonCounter.of(counts, rules);
    Walk walk = walk(hearing, counting);
    String difference = endsDiffer(control, candidate, walk);
    if (difference != null) {
      walk.reportDifference(DifferenceKind.EXCEPTION, told(control), told(candidate), difference);
      counting.end();
      return walk.comparison();
    }
    values(walk, counting, control.value(), candidate.value());
    if (rules.arguments()) {
      arguments(walk, counting, control.arguments(), candidate.arguments());
    }
    counting.end();
    return walk.finish();
  }

  /** Compares two objects, live or frozen. */
  public Comparison compare(@Nullable Object control, @Nullable Object candidate) {
    return compared(control, candidate, null, null);
  }

  /** The same, with every difference heard by who may accept it, as in a test. */
  public Comparison compare(
      @Nullable Object control, @Nullable Object candidate, DifferenceListener hearing) {
    return compared(control, candidate, hearing, null);
  }

  /** The same, counting what the rules do, which are this differ's. */
  public Comparison compare(
      @Nullable Object control, @Nullable Object candidate, RuleCounts counts) {
    return compared(control, candidate, null, counts);
  }

  private Comparison compared(
      @Nullable Object control,
      @Nullable Object candidate,
      @Nullable DifferenceListener hearing,
      @Nullable RuleCounts counts) {
    ComparisonCounter counting = ComparisonCounter.of(counts, rules);
    Walk walk = walk(hearing, counting);
    values(walk, counting, control, candidate);
    counting.end();
    return walk.finish();
  }

  private Walk walk(@Nullable DifferenceListener hearing, ComparisonCounter counting) {
    IdBindings ids =
        root == null || !root.identifies
            ? null
            : new IdBindings(identities == null ? Identities.empty() : identities);
    return new Walk(rules.mode(), plans, resolver, hearing, ids, counting.hits);
  }

  private void values(
      Walk walk, ComparisonCounter counting, @Nullable Object control, @Nullable Object candidate) {
    Object mine = sight.of(control);
    Object theirs = sight.of(candidate);
    counting.watch(mine, theirs, root);
    walk.compareFully(mine, theirs, root);
  }

  /** In which way the sides ended differently: a clause that may be empty; null for in none. */
  private @Nullable String endsDiffer(Outcome control, Outcome candidate, Walk walk) {
    ThrownException a = control.thrown();
    ThrownException b = candidate.thrown();
    if (a == null || b == null) {
      return a == b ? null : "";
    }
    return exceptions.difference(a, b, walk.hits);
  }

  private static @Nullable Object told(Outcome outcome) {
    ThrownException thrown = outcome.thrown();
    return thrown == null ? outcome.value() : thrown;
  }

  private void arguments(
      Walk walk,
      ComparisonCounter counting,
      @Nullable Object @Nullable [] mine,
      @Nullable Object @Nullable [] theirs) {
    if (mine == null && theirs == null) {
      return;
    }
    Path path = Path.root().part("arguments");
    walk.trail.restartAt(path);
    if (mine == null || theirs == null) {
      walk.reportOpaque(mine, theirs, "the arguments of one side were not kept");
      return;
    }
    for (int i = 0; i < Math.max(mine.length, theirs.length); i++) {
      walk.trail.restartAt(path.index(i));
      RuleNode node = RuleNode.below(arguments, Integer.toString(i));
      if (i < mine.length && i < theirs.length) {
        Object ours = sight.of(mine[i]);
        Object other = sight.of(theirs[i]);
        counting.watch(ours, other, node);
        walk.compareFully(ours, other, node);
      } else if (i < mine.length) {
        walk.reportMissing(sight.of(mine[i]), node);
      } else {
        walk.reportExtra(sight.of(theirs[i]), node);
      }
    }
  }
}
