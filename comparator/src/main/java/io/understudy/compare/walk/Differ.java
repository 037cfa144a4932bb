package io.understudy.compare.walk;

import io.understudy.compare.Comparison;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.DifferenceListener;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.identity.Identities;
import io.understudy.compare.refine.StepBudget;
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
 * Compares two outcomes, or any two objects, under rules; docs/comparing.md defines equality.
 * Thread-safe. Create one and keep it, since it caches how classes are compared. It refers to
 * classes weakly, so that their loaders stay collectable.
 */
public final class Differ {
  private final Rules rules;
  private final Views views;
  private final ViewFreezer freezer;
  private final ComparatorResolver resolver;
  private final ExceptionRules exceptions;
  private final RecordPlanCache plans = new RecordPlanCache();
  private final @Nullable RuleNode root;
  private final @Nullable RuleNode arguments;

  /** The pairs of ids of a whole run; null where each comparison has its own. */
  private final @Nullable Identities identities;

  /** The maximum number of steps of one comparison. */
  private final long steps;

  private Differ(
      Rules rules,
      Views views,
      ComparatorResolver resolver,
      @Nullable Identities identities,
      long steps) {
    this.steps = steps;
    this.rules = rules;
    this.freezer = new ViewFreezer(views);
    this.views = views;
    this.resolver = resolver;
    this.exceptions = rules.exceptions();
    this.identities = identities;
    this.root = rules.root();
    this.arguments = root == null ? null : root.arguments();
  }

  /** Creates a differ with rules. */
  public static Differ with(Rules rules) {
    return with(rules, Views.standard());
  }

  /**
   * Creates a differ with rules and views of classes. With other than the standard views, both
   * sides are frozen before the comparison, and differences contain the frozen objects.
   */
  public static Differ with(Rules rules, Views views) {
    return with(rules, views, ComparatorResolver.none());
  }

  /**
   * Creates a differ with rules, views, and a resolver of the comparators that rules name by class.
   */
  public static Differ with(Rules rules, Views views, ComparatorResolver resolver) {
    return new Differ(rules, views, resolver, null, StepBudget.STANDARD);
  }

  /**
   * Returns a differ that shares the pairs of generated ids with other comparisons; several differs
   * may share identities. Otherwise each comparison starts without pairs.
   */
  public Differ pairing(Identities shared) {
    return new Differ(rules, views, resolver, shared, steps);
  }

  /**
   * Returns a differ that ends a comparison after this number of steps, instead of {@link
   * StepBudget#STANDARD}. A step is about one compared value. The place where it ends is OPAQUE.
   *
   * @throws IllegalArgumentException when {@code most} is less than 1
   */
  public Differ bounded(long most) {
    if (most < 1) {
      throw new IllegalArgumentException("a comparison takes at least 1 step, not " + most);
    }
    return new Differ(rules, views, resolver, identities, most);
  }

  /**
   * Compares two outcomes. Where one side returned and the other threw, or where they threw
   * different exceptions, that is the only difference, and nothing else is compared.
   */
  public Comparison compare(Outcome control, Outcome candidate) {
    return compare(control, candidate, null, null);
  }

  /**
   * Compares two outcomes, and passes every difference to a listener.
   *
   * @param listener a new listener for each comparison, such as {@code acceptances.on(day)}; null
   *     for none
   */
  public Comparison compare(
      Outcome control, Outcome candidate, @Nullable DifferenceListener listener) {
    return compare(control, candidate, listener, null);
  }

  /** Compares two outcomes, and counts the rules that matter in {@code counts}. */
  public Comparison compare(Outcome control, Outcome candidate, RuleCounts counts) {
    return compare(control, candidate, null, counts);
  }

  /**
   * Compares two outcomes, passes every difference to a listener, and counts the rules that matter.
   *
   * @param listener a new listener for each comparison; null for none
   * @param counts counts of this differ's rules; null counts nothing and costs nothing
   */
  public Comparison compare(
      Outcome control,
      Outcome candidate,
      @Nullable DifferenceListener listener,
      @Nullable RuleCounts counts) {
    ComparisonCounter counter = ComparisonCounter.of(counts, rules);
    Walk walk = newWalk(listener, counter);
    String reason = exceptionDifference(control, candidate, walk);
    if (reason != null) {
      walk.reportDifference(DifferenceKind.EXCEPTION, result(control), result(candidate), reason);
      counter.end();
      return walk.comparison();
    }
    compareValues(walk, counter, control.value(), candidate.value());
    if (rules.arguments()) {
      compareArguments(walk, counter, control.arguments(), candidate.arguments());
    }
    counter.end();
    return walk.finish();
  }

  /** Compares two objects, live or frozen. */
  public Comparison compare(@Nullable Object control, @Nullable Object candidate) {
    return compareObjects(control, candidate, null, null);
  }

  /** Compares two objects, and passes every difference to a listener of this comparison. */
  public Comparison compare(
      @Nullable Object control, @Nullable Object candidate, DifferenceListener listener) {
    return compareObjects(control, candidate, listener, null);
  }

  /**
   * Compares two objects, and counts the rules that matter; the counts are of this differ's rules.
   */
  public Comparison compare(
      @Nullable Object control, @Nullable Object candidate, RuleCounts counts) {
    return compareObjects(control, candidate, null, counts);
  }

  private Comparison compareObjects(
      @Nullable Object control,
      @Nullable Object candidate,
      @Nullable DifferenceListener listener,
      @Nullable RuleCounts counts) {
    ComparisonCounter counter = ComparisonCounter.of(counts, rules);
    Walk walk = newWalk(listener, counter);
    compareValues(walk, counter, control, candidate);
    counter.end();
    return walk.finish();
  }

  private Walk newWalk(@Nullable DifferenceListener listener, ComparisonCounter counter) {
    IdBindings ids =
        root == null || !root.identifies
            ? null
            : new IdBindings(identities == null ? Identities.empty() : identities);
    StepBudget budget = new StepBudget(steps);
    return new Walk(rules.mode(), plans, resolver, listener, ids, counter.hits, budget);
  }

  private void compareValues(
      Walk walk, ComparisonCounter counter, @Nullable Object control, @Nullable Object candidate) {
    Object controlView = freezer.of(control);
    Object candidateView = freezer.of(candidate);
    counter.countLeaves(controlView, candidateView, root);
    walk.compareFully(controlView, candidateView, root);
  }

  /**
   * Returns how the exceptions of the sides differ: a clause, which may be empty; null for not at
   * all.
   */
  private @Nullable String exceptionDifference(Outcome control, Outcome candidate, Walk walk) {
    ThrownException a = control.thrown();
    ThrownException b = candidate.thrown();
    if (a == null || b == null) {
      return a == b ? null : "";
    }
    return exceptions.difference(a, b, walk.hits);
  }

  private static @Nullable Object result(Outcome outcome) {
    ThrownException thrown = outcome.thrown();
    return thrown == null ? outcome.value() : thrown;
  }

  private void compareArguments(
      Walk walk,
      ComparisonCounter counter,
      @Nullable Object @Nullable [] controls,
      @Nullable Object @Nullable [] candidates) {
    if (controls == null && candidates == null) {
      return;
    }
    Path path = Path.root().part("arguments");
    walk.steps.restartAt(path);
    if (controls == null || candidates == null) {
      walk.reportOpaque(controls, candidates, "the arguments of one side were not kept");
      return;
    }
    for (int i = 0; i < Math.max(controls.length, candidates.length); i++) {
      walk.steps.restartAt(path.index(i));
      RuleNode node = RuleNode.below(arguments, Integer.toString(i));
      if (i < controls.length && i < candidates.length) {
        Object controlView = freezer.of(controls[i]);
        Object candidateView = freezer.of(candidates[i]);
        counter.countLeaves(controlView, candidateView, node);
        walk.compareFully(controlView, candidateView, node);
      } else if (i < controls.length) {
        AbsentParts.reportMissing(walk, freezer.of(controls[i]), node);
      } else {
        AbsentParts.reportExtra(walk, freezer.of(candidates[i]), node);
      }
    }
  }
}
