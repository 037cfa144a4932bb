package io.understudy.compare.walk;

import io.understudy.compare.BoundedText;
import io.understudy.compare.Comparison;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.DifferenceListener;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.explain.Explanation;
import io.understudy.compare.refine.StepBudget;
import io.understudy.compare.rule.ComparatorResolver;
import io.understudy.compare.rule.RuleHits;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.Path;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of two graphs. Not thread-safe; used once.
 *
 * <p>Three things keep it finite. First, a pair of objects that is already being compared counts as
 * equal (a bisimulation: where the objects differ, the comparison in progress finds it). Small
 * graphs look for a pair among the ancestors; large or deep ones store every pair, so that shared
 * objects do not make the walk exponential. Second, pairs beyond a certain depth are deferred and
 * compared later from the top, so that the stack of the thread never overflows. Third, only the
 * first differences are kept.
 *
 * <p>Where reading an object throws, the walk reports that as a difference.
 */
final class Walk {
  /** The depth of recursion from which pairs are deferred. */
  private static final int MAX_DEPTH = 40;

  /** The number of objects inside each other; a list that makes new lists for ever exceeds it. */
  private static final int MAX_LEVELS = 1_000_000;

  /** The steps of comparing two objects with parts, beside those of the parts. */
  private static final int STEPS_PER_PAIR = 8;

  final ComparisonMode mode;
  final RecordPlanCache plans;

  /** Resolves the comparators that rules name by class. */
  final ComparatorResolver resolver;

  /** The rules that mattered so far, if they are counted. */
  final RuleHits hits;

  PathStack steps = new PathStack();

  /** The steps that the comparison may still take. */
  final StepBudget budget;

  /** The pairs of ids so far; null where there is no rule for ids. */
  final @Nullable IdBindings ids;

  /** The number of levels that {@link RuleHashes} hashes; less where objects are densely linked. */
  int hashedLevels = RuleHashes.LEVELS;

  /** The number of objects that were hashed at these levels. */
  long hashedObjects;

  private DifferenceCollector differences;

  final PairHistory history = new PairHistory();

  final TrialComparisons trials = new TrialComparisons(this);
  private final List<PairHistory.Deferred> deferred = new ArrayList<>(0);
  private final @Nullable DifferenceListener listener;

  /** The number of objects above the first of those that are being compared. */
  private int levelsAbove;

  /** Where the steps of the comparison ended; null before. */
  private @Nullable Difference ended;

  /** Creates a walk that passes its differences to a listener, if there is one. */
  Walk(
      ComparisonMode mode,
      RecordPlanCache plans,
      ComparatorResolver resolver,
      @Nullable DifferenceListener listener,
      @Nullable IdBindings ids,
      RuleHits hits,
      StepBudget budget) {
    this.budget = budget;
    this.listener = listener;
    this.mode = mode;
    this.plans = plans;
    this.resolver = resolver;
    this.ids = ids;
    this.hits = hits;
    this.differences = DifferenceCollector.listing(listener);
  }

  /** Compares two objects at the current path, with all deferred pairs. */
  void compareFully(@Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    Path start = steps.path();
    WalkCheckpoint before = listener == null ? null : new WalkCheckpoint(this);
    trials.startBelow(control, candidate, node);
    compareToTheEnd(control, candidate, node);
    if (listener != null
        && before != null
        && differences.isAllAccepted()
        && history.hasSkipped()
        && !history.isByPlace()) {
      before.undo();
      history.distinguishPlaces(listener);
      steps.restartAt(start);
      compareToTheEnd(control, candidate, node);
    }
  }

  private void compareToTheEnd(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    try {
      compare(control, candidate, node);
      compareDeferred(0);
    } catch (StepBudget.Exceeded end) {
      deferred.clear();
      endHere(control, candidate, end);
      differences.addUnaccepted(Objects.requireNonNull(ended));
      ended = null;
    }
  }

  /** Returns the result of a complete walk, and binds its pairs of ids. */
  Comparison finish() {
    Comparison comparison = comparison();
    if (ids != null) {
      ids.bind(comparison);
    }
    return comparison;
  }

  /** Returns the result of a complete walk. */
  Comparison comparison() {
    return differences.comparison();
  }

  /** Compares two objects at the current path; may defer pairs below. */
  void compare(@Nullable Object control, @Nullable Object candidate, @Nullable RuleNode rules) {
    budget.take(1);
    if (control == null && candidate == null) {
      return;
    }
    RuleNode node = rules;
    if (rules != null) {
      node = rules.at(control, candidate);
      if (node.isSpecial && RuleShortcuts.compareByRule(this, control, candidate, node)) {
        return;
      }
    }
    if (control == null || candidate == null) {
      Object other = control == null ? candidate : control;
      if (mode == ComparisonMode.VALUE
          && other != null
          && StandardShapes.of(other).kind() == Kind.OPTIONAL) {
        ShapeComparison.compareOptionals(this, control, candidate, rules);
      } else {
        reportDifference(DifferenceKind.VALUE, control, candidate);
      }
      return;
    }
    if (ScalarComparison.areSame(control, candidate) && (node == null || !node.isSpecial)) {
      return;
    }
    Shape cs = StandardShapes.of(control);
    Shape ds = StandardShapes.of(candidate);
    if (mode == ComparisonMode.EXACT
        || (cs.kind() != Kind.OPTIONAL && ds.kind() != Kind.OPTIONAL)) {
      ShapeComparison.compare(this, cs, control, ds, candidate, node);
    } else {
      ShapeComparison.compareOptionals(this, control, candidate, rules);
    }
  }

  /** Returns the content of an Optional, except in exact mode; another object as it is. */
  @Nullable Object content(Object object) {
    return mode == ComparisonMode.EXACT ? object : OptionalContent.innermost(object);
  }

  /** Compares two objects with parts, unless they are being compared, or have been compared. */
  void compareOnce(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    budget.take(STEPS_PER_PAIR);
    if (trials.areKnownEqual(c, d, node)) {
      return;
    }
    Path path = history.isByPlace() ? steps.path() : null;
    Object rules = path == null ? node : history.rulesAt(path, node);
    if (!history.add(c, d, rules)) {
      return;
    }
    int level = levelsAbove + history.depth();
    if (level > MAX_LEVELS) {
      reportOpaque(c, d, "more than " + MAX_LEVELS + " levels of objects inside objects");
    } else if (history.depth() >= MAX_DEPTH) {
      path = path == null && differences.isListing() ? steps.path() : path;
      deferred.add(new PairHistory.Deferred(path, c, d, node, rules, level));
    } else {
      compareComposites(cs, c, ds, d, node, rules);
    }
  }

  private void compareComposites(
      Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node, @Nullable Object rules) {
    history.enter(c, d, rules);
    int depth = steps.depth();
    try {
      ShapeComparison.compareParts(this, cs, c, ds, d, node);
    } catch (VirtualMachineError | StepBudget.TrialEnded stop) {
      throw stop;
    } catch (StepBudget.Exceeded end) {
      steps.truncate(depth);
      endHere(c, d, end);
      throw end;
    } catch (MultisetPairing.TooManyTrials | BoundedText.LimitExceeded stop) {
      steps.truncate(depth);
      reportOpaque(c, d, String.valueOf(stop.getMessage()));
    } catch (Throwable unreadable) {
      steps.truncate(depth);
      reportOpaque(c, d, "reading it threw " + unreadable.getClass().getName());
    } finally {
      history.leave();
    }
  }

  /** Keeps the innermost place of the comparison that the end of its steps can be reported at. */
  private void endHere(
      @Nullable Object control, @Nullable Object candidate, StepBudget.Exceeded end) {
    if (differences.isListing() && ended == null) {
      String reason = String.valueOf(end.getMessage());
      ended = new Difference(steps.path(), DifferenceKind.OPAQUE, control, candidate, reason);
    }
  }

  /** Compares the deferred pairs after the first {@code from}. */
  private void compareDeferred(int from) {
    int outer = levelsAbove;
    while (deferred.size() > from && !differences.isLimitReached()) {
      PairHistory.Deferred next = deferred.remove(deferred.size() - 1);
      if (next.path != null) {
        steps.restartAt(next.path);
      }
      levelsAbove = next.level - history.depth();
      Shape cs = StandardShapes.of(next.control);
      Shape ds = StandardShapes.of(next.candidate);
      compareComposites(cs, next.control, ds, next.candidate, next.node, next.rules);
    }
    levelsAbove = outer;
  }

  /**
   * Returns how many differences a comparison finds, at most {@code limit}, and discards them. It
   * discards new pairs of ids too, and, where it finds a difference, the pairs of objects.
   */
  long countDifferences(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node, int limit) {
    DifferenceCollector outer = differences;
    PathStack outerSteps = steps;
    PairTable outerTable = history.beginTrial();
    int historyMark = history.mark();
    int idMark = ids == null ? 0 : ids.mark();
    int from = deferred.size();
    int depth = steps.depth();
    int hitMark = hits.mark();
    differences = DifferenceCollector.counting(limit);
    if (history.isByPlace()) {
      steps = new PathStack();
      steps.restartAt(outerSteps.path());
    }
    int levels = levelsAbove;
    boolean failed = true;
    try {
      compare(control, candidate, node);
      compareDeferred(from);
      failed = differences.totalCount() > 0;
      return differences.totalCount();
    } finally {
      levelsAbove = levels;
      differences = outer;
      steps = outerSteps;
      steps.truncate(depth);
      // With ids, every pair must be compared again, so that its ids are paired again.
      forget(from, failed || ids != null ? historyMark : history.mark());
      history.endTrial(outerTable);
      if (ids != null) {
        ids.truncate(idMark);
      }
      if (failed) {
        hits.truncate(hitMark);
      }
    }
  }

  /** Whether a pair is being compared, or has been compared, under the rules of this place. */
  boolean isKnownPair(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    Object rules = history.isByPlace() ? history.rulesAt(steps.path(), node) : node;
    return control != null && candidate != null && history.contains(control, candidate, rules);
  }

  /** Whether the limit of differences is reached. */
  boolean isLimitReached() {
    return differences.isLimitReached();
  }

  /** Whether differences are listed, so that the shortest list is of use. */
  boolean isListing() {
    return differences.isListing();
  }

  /** The number of differences so far. */
  long differenceCount() {
    return differences.totalCount();
  }

  /** Marks the differences found so far, for {@link #undo}. */
  DifferenceCollector.Mark mark() {
    return differences.mark();
  }

  /** Gives the differences listed since a mark a reason, unless they have one. */
  void addReason(DifferenceCollector.Mark since, String reason) {
    differences.addReason(since, reason);
  }

  /** Whether all differences found since a mark are accepted. */
  boolean isAccepted(DifferenceCollector.Mark since) {
    return differences.unacceptedCount() == since.unacceptedCount();
  }

  /** The number of deferred pairs, for {@link #undo}. */
  int deferredCount() {
    return deferred.size();
  }

  /**
   * Discards the differences, deferred pairs, pairs of objects and pairs of ids since these marks.
   */
  void undo(DifferenceCollector.Mark mark, int deferredMark, int historyMark, int idMark) {
    differences.truncate(mark);
    forget(deferredMark, historyMark);
    if (ids != null) {
      ids.truncate(idMark);
    }
  }

  /** Compares only the ids of elements that are equal and were paired among several equal ones. */
  void compareGuessed(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    if (ids != null && node != null && node.identifies) {
      int hitMark = hits.mark();
      ids.beginGuess();
      compare(control, candidate, node);
      ids.endGuess();
      hits.truncate(hitMark);
    }
  }

  private void forget(int deferredMark, int historyMark) {
    deferred.subList(deferredMark, deferred.size()).clear();
    history.truncate(historyMark);
  }

  /** Reports a difference at the current path. */
  void reportDifference(DifferenceKind kind, @Nullable Object control, @Nullable Object candidate) {
    reportDifference(kind, control, candidate, "");
  }

  /** Reports a difference at the current path, with its explanations. */
  void reportDifference(
      DifferenceKind kind,
      @Nullable Object control,
      @Nullable Object candidate,
      List<Explanation> explanations) {
    if (differences.count()) {
      differences.add(new Difference(steps.path(), kind, control, candidate, explanations));
    }
  }

  /** Reports that the values at the current path cannot be compared. */
  void reportOpaque(@Nullable Object control, @Nullable Object candidate, String reason) {
    reportDifference(DifferenceKind.OPAQUE, control, candidate, reason);
  }

  /** Reports a difference at the current path with a reason: one clause without values. */
  void reportDifference(
      DifferenceKind kind, @Nullable Object control, @Nullable Object candidate, String reason) {
    if (differences.count()) {
      differences.add(new Difference(steps.path(), kind, control, candidate, reason));
    }
  }
}
