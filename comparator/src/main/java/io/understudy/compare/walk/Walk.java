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
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One comparison on its way through two graphs. Not thread-safe; used once.
 *
 * <p>Three things keep it finite. A pair of objects that is already being compared counts as equal
 * (a bisimulation: were they different elsewhere, that would be found elsewhere); small graphs look
 * for it among the ancestors, large or deep ones remember every pair, so that sharing is not
 * exponential either. Beyond a certain depth pairs are put aside and walked later from the top, so
 * that the stack of the thread never overflows. And only the first differences are kept.
 *
 * <p>Whatever code of the application throws while it is read, is a difference that says so.
 */
final class Walk {
  /** How deep the walk recurses before it puts pairs aside. */
  private static final int DEEP = 40;

  final ComparisonMode mode;
  final RecordPlanCache plans;

  /** Finds the comparators that rules name. */
  final ComparatorResolver resolver;

  /** What rules did so far, where anybody counts it. */
  final RuleHits hits;

  final PathStack trail = new PathStack();

  /** The ids that were met; null where no rule is about ids. */
  final @Nullable IdBindings ids;

  private DifferenceCollector findings;

  private final PairHistory met = new PairHistory();

  final TrialComparisons trials = new TrialComparisons(this);
  private final List<DeferredPair> aside = new ArrayList<>(0);

  /** A walk whose differences are heard by {@code hearing}, and its rules' hits counted, if so. */
  Walk(
      ComparisonMode mode,
      RecordPlanCache plans,
      ComparatorResolver resolver,
      @Nullable DifferenceListener hearing,
      @Nullable IdBindings ids,
      RuleHits hits) {
    this.mode = mode;
    this.plans = plans;
    this.resolver = resolver;
    this.ids = ids;
    this.hits = hits;
    this.findings = DifferenceCollector.listing(hearing);
  }

  /** Compares from where the trail stands down to the last leaf. */
  void compareFully(@Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    compare(control, candidate, node);
    compareDeferred(0);
  }

  /** What has been found, by a walk that has been to the end; its ids are bound. */
  Comparison finish() {
    Comparison comparison = comparison();
    if (ids != null) {
      ids.bind(comparison);
    }
    return comparison;
  }

  /** What has been found; only once a walk has been to the end. */
  Comparison comparison() {
    return findings.comparison();
  }

  /** Compares what stands here, and what leads on from it unless that is put aside. */
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

  /** Compares by their contents, of which at least one side is an Optional. */
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

  /** An Optional stands for its content, except in exact mode. */
  @Nullable Object content(Object object) {
    if (mode == ComparisonMode.EXACT) {
      return object;
    }
    Object content = object;
    while (content != null && StandardShapes.of(content).kind() == Kind.OPTIONAL) {
      content = only(StandardShapes.of(content).elements(content));
    }
    return content;
  }

  private static @Nullable Object only(Elements elements) {
    return elements.next() ? elements.value() : null;
  }

  /** Compares two objects of known shapes; what is special about the place has been asked. */
  void compareShapes(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    Kind kind = cs.kind();
    if (kind == Kind.SCALAR && ds.kind() == Kind.SCALAR) {
      compareScalars(cs, c, ds, d, node);
    } else if (kind == Kind.OPAQUE || ds.kind() == Kind.OPAQUE) {
      reportOpaque(c, d, kind == Kind.OPAQUE ? cs.reason() : ds.reason());
    } else if (kind != ds.kind() || !isSameSequence(cs, ds)) {
      reportDifference(DifferenceKind.TYPE, c, d);
    } else if (kind == Kind.OPTIONAL) {
      compare(only(cs.elements(c)), only(ds.elements(d)), node);
    } else {
      compareOnce(cs, c, ds, d, node);
    }
  }

  private boolean isSameSequence(Shape cs, Shape ds) {
    return mode == ComparisonMode.VALUE
        || cs.kind() != Kind.LIST
        || cs.typeName().startsWith("[") == ds.typeName().startsWith("[");
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
    if (!met.add(c, d, node)) {
      return;
    }
    if (met.depth() >= DEEP) {
      aside.add(new DeferredPair(findings.isListing() ? trail.path() : null, c, d, node));
    } else {
      compareComposites(cs, c, ds, d, node);
    }
  }

  private void compareComposites(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    met.enter(c, d, node);
    int depth = trail.depth();
    try {
      CompositeComparison.compare(this, cs, c, ds, d, node);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (MultisetPairing.TooMany | BoundedText.LimitExceeded stop) {
      trail.truncate(depth);
      reportOpaque(c, d, String.valueOf(stop.getMessage()));
    } catch (Throwable unreadable) {
      trail.truncate(depth);
      reportOpaque(c, d, "reading it threw " + unreadable.getClass().getName());
    } finally {
      met.leave();
    }
  }

  /** Walks the pairs that were put aside after the first {@code from}. */
  private void compareDeferred(int from) {
    while (aside.size() > from && !findings.isLimitReached()) {
      DeferredPair next = aside.remove(aside.size() - 1);
      if (next.path != null) {
        trail.restartAt(next.path);
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
   * How many differences a comparison finds, {@code most} at most, which are forgotten again; so
   * are the ids that are paired, and what is met unless nothing differs.
   */
  long countDifferences(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node, int most) {
    DifferenceCollector kept = findings;
    int before = met.mark();
    int paired = ids == null ? 0 : ids.mark();
    int from = aside.size();
    int depth = trail.depth();
    int hit = hits.mark();
    findings = DifferenceCollector.counting(most);
    boolean failed = true;
    try {
      compare(control, candidate, node);
      compareDeferred(from);
      failed = findings.totalCount() > 0;
      return findings.totalCount();
    } finally {
      findings = kept;
      trail.truncate(depth);
      // Pairs that are walked again must meet their ids again.
      forget(from, failed || ids != null ? before : met.mark());
      if (ids != null) {
        ids.truncate(paired);
      }
      if (failed) {
        hits.truncate(hit);
      }
    }
  }

  /** Remembers every pair that is met from now on. */
  void rememberPairs() {
    met.remember();
  }

  /** Whether the caller may stop: nobody wants to know of more differences. */
  boolean isLimitReached() {
    return findings.isLimitReached();
  }

  /** Whether differences are listed, so that a good account of them is worth some effort. */
  boolean isListing() {
    return findings.isListing();
  }

  /** How many differences there are so far. */
  long differenceCount() {
    return findings.totalCount();
  }

  /** A mark of what has been found, for {@link #undo}. */
  DifferenceCollector.Mark mark() {
    return findings.mark();
  }

  /** Whether all that was found since this mark is accepted. */
  boolean isAccepted(DifferenceCollector.Mark since) {
    return findings.unacceptedCount() == since.unacceptedCount();
  }

  /** A mark of what has been put aside, for {@link #undo}. */
  int deferredCount() {
    return aside.size();
  }

  /** A mark of what pairs have been met, for {@link #undo}. */
  int pairMark() {
    return met.mark();
  }

  /** Takes back what was found, put aside and met since these marks, and the ids paired since. */
  void undo(DifferenceCollector.Mark found, int put, int before, int paired) {
    findings.truncate(found);
    forget(put, before);
    if (ids != null) {
      ids.truncate(paired);
    }
  }

  /** Compares elements that were paired among several alike: their ids must agree, and no more. */
  void compareGuessed(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    if (ids != null && node != null && node.identifies) {
      int hit = hits.mark();
      ids.beginGuess();
      compare(control, candidate, node);
      ids.endGuess();
      hits.truncate(hit);
    }
  }

  private void forget(int put, int before) {
    aside.subList(put, aside.size()).clear();
    met.forget(before);
  }

  /** States that the candidate has nothing where the control has this, unless that is ignored. */
  void reportMissing(@Nullable Object control, @Nullable RuleNode node) {
    reportMissing(control, node, Collections.emptyList());
  }

  /** The same, with what is known to explain it. */
  void reportMissing(
      @Nullable Object control, @Nullable RuleNode node, List<Explanation> explanations) {
    if (!isIgnored(node, control, null)) {
      reportDifference(DifferenceKind.MISSING, control, null, explanations);
    }
  }

  /** States that the control has nothing where the candidate has this, unless that is ignored. */
  void reportExtra(@Nullable Object candidate, @Nullable RuleNode node) {
    reportExtra(candidate, node, Collections.emptyList());
  }

  /** The same, with what is known to explain it. */
  void reportExtra(
      @Nullable Object candidate, @Nullable RuleNode node, List<Explanation> explanations) {
    if (!isIgnored(node, null, candidate)) {
      reportDifference(DifferenceKind.EXTRA, null, candidate, explanations);
    }
  }

  private boolean isIgnored(
      @Nullable RuleNode node, @Nullable Object control, @Nullable Object candidate) {
    Rule ignoring = node == null ? null : node.at(control, candidate).ignoring;
    hits.count(ignoring);
    return ignoring != null;
  }

  /** States a difference where the trail stands. */
  void reportDifference(DifferenceKind kind, @Nullable Object control, @Nullable Object candidate) {
    reportDifference(kind, control, candidate, "");
  }

  /** States a difference where the trail stands, with what is known to explain it. */
  void reportDifference(
      DifferenceKind kind,
      @Nullable Object control,
      @Nullable Object candidate,
      List<Explanation> explanations) {
    if (findings.count()) {
      findings.add(new Difference(trail.path(), kind, control, candidate, explanations));
    }
  }

  /** States that nothing can be said of what stands here. */
  void reportOpaque(@Nullable Object control, @Nullable Object candidate, String reason) {
    reportDifference(DifferenceKind.OPAQUE, control, candidate, reason);
  }

  /** States a difference where the trail stands, for a reason: one clause without values. */
  void reportDifference(
      DifferenceKind kind, @Nullable Object control, @Nullable Object candidate, String reason) {
    if (findings.count()) {
      findings.add(new Difference(trail.path(), kind, control, candidate, reason));
    }
  }
}
