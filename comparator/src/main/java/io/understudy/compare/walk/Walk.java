package io.understudy.compare.walk;

import io.understudy.compare.BoundedText;
import io.understudy.compare.Comparison;
import io.understudy.compare.ComparisonMode;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.DifferenceListener;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.explain.Explanation;
import io.understudy.compare.rule.ComparatorResolver;
import io.understudy.compare.rule.EmptyValues;
import io.understudy.compare.rule.Rule;
import io.understudy.compare.rule.RuleHits;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
 * <p>Where code of the application throws while an object is read, the walk reports that as a
 * difference.
 */
final class Walk {
  /** The depth of recursion from which pairs are deferred. */
  private static final int MAX_DEPTH = 40;

  final ComparisonMode mode;
  final RecordPlanCache plans;

  /** Resolves the comparators that rules name by class. */
  final ComparatorResolver resolver;

  /** The rules that mattered so far, if they are counted. */
  final RuleHits hits;

  final PathStack steps = new PathStack();

  /** The pairs of ids so far; null where there is no rule for ids. */
  final @Nullable IdBindings ids;

  private DifferenceCollector differences;

  private final PairHistory history = new PairHistory();

  final TrialComparisons trials = new TrialComparisons(this);
  private final List<DeferredPair> deferred = new ArrayList<>(0);

  /** Creates a walk that passes its differences to a listener, if there is one. */
  Walk(
      ComparisonMode mode,
      RecordPlanCache plans,
      ComparatorResolver resolver,
      @Nullable DifferenceListener listener,
      @Nullable IdBindings ids,
      RuleHits hits) {
    this.mode = mode;
    this.plans = plans;
    this.resolver = resolver;
    this.ids = ids;
    this.hits = hits;
    this.differences = DifferenceCollector.listing(listener);
  }

  /** Compares two objects at the current path, with all deferred pairs. */
  void compareFully(@Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    compare(control, candidate, node);
    compareDeferred(0);
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
        compareOptionals(control, candidate, rules);
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
      compareShapes(cs, control, ds, candidate, node);
    } else {
      compareOptionals(control, candidate, rules);
    }
  }

  /** Compares by contents; at least one side is an Optional. */
  private void compareOptionals(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode rules) {
    int depth = EmptyValues.nestingDepth(control);
    int otherDepth = EmptyValues.nestingDepth(candidate);
    if (depth <= 1 && otherDepth <= 1) {
      compare(
          control == null ? null : content(control),
          candidate == null ? null : content(candidate),
          rules);
    } else if (depth != otherDepth) {
      reportDifference(DifferenceKind.VALUE, control, candidate);
    }
  }

  /** Returns the content of an Optional, except in exact mode; another object as it is. */
  @Nullable Object content(Object object) {
    return mode == ComparisonMode.EXACT ? object : OptionalContent.innermost(object);
  }

  /** Compares two objects by their shapes, after {@link RuleShortcuts}. */
  void compareShapes(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    Kind kind = cs.kind();
    if (kind == Kind.SCALAR && ds.kind() == Kind.SCALAR) {
      compareScalars(cs, c, ds, d, node);
    } else if (kind == Kind.OPAQUE || ds.kind() == Kind.OPAQUE) {
      reportOpaque(c, d, kind == Kind.OPAQUE ? cs.reason() : ds.reason());
    } else if (!CompositeComparison.areComparable(cs, ds, mode, node)) {
      reportDifference(DifferenceKind.TYPE, c, d);
    } else if (kind == Kind.OPTIONAL) {
      compare(OptionalContent.of(cs, c), OptionalContent.of(ds, d), node);
    } else {
      compareOnce(cs, c, ds, d, node);
    }
  }

  private void compareScalars(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    try {
      DifferenceKind kind =
          node == null
              ? ScalarComparison.difference(cs, c, ds, d, mode)
              : node.difference(cs, c, ds, d, mode, hits);
      if (kind != null) {
        reportDifference(kind, c, d);
      }
    } catch (BoundedText.LimitExceeded tooLong) {
      reportOpaque(c, d, String.valueOf(tooLong.getMessage()));
    } catch (RuntimeException unreadable) {
      reportOpaque(c, d, "reading it threw " + unreadable.getClass().getName());
    }
  }

  private void compareOnce(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    if (!history.add(c, d, node)) {
      return;
    }
    if (history.depth() >= MAX_DEPTH) {
      deferred.add(new DeferredPair(differences.isListing() ? steps.path() : null, c, d, node));
    } else {
      compareComposites(cs, c, ds, d, node);
    }
  }

  private void compareComposites(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    history.enter(c, d, node);
    int depth = steps.depth();
    try {
      CompositeComparison.compare(this, cs, c, ds, d, node);
    } catch (VirtualMachineError fatal) {
      throw fatal;
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

  /** Compares the deferred pairs after the first {@code from}. */
  private void compareDeferred(int from) {
    while (deferred.size() > from && !differences.isLimitReached()) {
      DeferredPair next = deferred.remove(deferred.size() - 1);
      if (next.path != null) {
        steps.restartAt(next.path);
      }
      compareComposites(
          StandardShapes.of(next.control),
          next.control,
          StandardShapes.of(next.candidate),
          next.candidate,
          next.node);
    }
  }

  /**
   * Returns how many differences a comparison finds, at most {@code limit}, and discards them. It
   * discards new pairs of ids too, and, where it finds a difference, the pairs of objects.
   */
  long countDifferences(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node, int limit) {
    DifferenceCollector outer = differences;
    int historyMark = history.mark();
    int idMark = ids == null ? 0 : ids.mark();
    int from = deferred.size();
    int depth = steps.depth();
    int hitMark = hits.mark();
    differences = DifferenceCollector.counting(limit);
    boolean failed = true;
    try {
      compare(control, candidate, node);
      compareDeferred(from);
      failed = differences.totalCount() > 0;
      return differences.totalCount();
    } finally {
      differences = outer;
      steps.truncate(depth);
      // With ids, every pair must be compared again, so that its ids are paired again.
      forget(from, failed || ids != null ? historyMark : history.mark());
      if (ids != null) {
        ids.truncate(idMark);
      }
      if (failed) {
        hits.truncate(hitMark);
      }
    }
  }

  /** Stores every pair from now on. */
  void rememberPairs() {
    history.remember();
  }

  /** Whether the limit of differences is reached, so that the caller may stop. */
  boolean isLimitReached() {
    return differences.isLimitReached();
  }

  /** Whether differences are listed; if not, the caller need not look for the shortest list. */
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

  /** A mark of the pairs of objects, for {@link #undo}. */
  int historyMark() {
    return history.mark();
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

  /** Reports a value that the candidate does not have, unless it is ignored. */
  void reportMissing(@Nullable Object control, @Nullable RuleNode node) {
    reportMissing(control, node, Collections.emptyList());
  }

  /** Reports it with explanations, which may be empty. */
  void reportMissing(
      @Nullable Object control, @Nullable RuleNode node, List<Explanation> explanations) {
    if (!isIgnored(node, control, null)) {
      reportDifference(DifferenceKind.MISSING, control, null, explanations);
    }
  }

  /** Reports a value that the control does not have, unless it is ignored. */
  void reportExtra(@Nullable Object candidate, @Nullable RuleNode node) {
    reportExtra(candidate, node, Collections.emptyList());
  }

  /** Reports it with explanations, which may be empty. */
  void reportExtra(
      @Nullable Object candidate, @Nullable RuleNode node, List<Explanation> explanations) {
    if (!isIgnored(node, null, candidate)) {
      reportDifference(DifferenceKind.EXTRA, null, candidate, explanations);
    }
  }

  private boolean isIgnored(
      @Nullable RuleNode node, @Nullable Object control, @Nullable Object candidate) {
    Rule ignoring = RuleShortcuts.ignoring(node, control, candidate);
    hits.count(ignoring);
    return ignoring != null;
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
