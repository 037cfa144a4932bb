package io.understudy.compare;

import io.understudy.compare.explain.Explanation;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.Identities;
import io.understudy.value.Elements;
import io.understudy.value.Kind;
import io.understudy.value.Shape;
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
  private static final int DEEP = 96;

  /** How many trial comparisons may be under way inside each other. */
  private static final int TRIALS = 64;

  /** How many trial comparisons there may be at all. */
  private static final int MOST_TRIALS = 1_000_000;

  final Mode mode;
  final Plans plans;
  final Trail trail = new Trail();

  /** The ids that were met; null where no rule is about ids. */
  final @Nullable Bindings ids;

  private Findings findings;

  private final Met met = new Met();

  /** Pairs that a trial inside another trial found different; they stay so. */
  private @Nullable Visited unlike;

  private int trials;
  private int allTrials;
  private int givenUp;
  private final List<Aside> aside = new ArrayList<>(0);

  /** A walk whose differences are heard by {@code hearing}, if anybody. */
  Walk(Mode mode, Plans plans, @Nullable Hearing hearing, @Nullable Bindings ids) {
    this.mode = mode;
    this.plans = plans;
    this.ids = ids;
    this.findings = Findings.listing(hearing);
  }

  /** Compares from where the trail stands down to the last leaf. */
  void toTheEnd(@Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    compare(control, candidate, node);
    catchUp(0);
  }

  /** What has been found, by a walk that has been to the end; its ids are bound. */
  Comparison ended() {
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
    RuleNode node = rules == null ? null : rules.at(control, candidate);
    if (RuleNode.ignores(node) || (control == null && candidate == null)) {
      return;
    }
    if (control != null && candidate != null) {
      if (!isId(node) && Scalars.areSame(control, candidate)) {
        return;
      }
      Shape cs = Shape.of(control);
      Shape ds = Shape.of(candidate);
      if (mode == Mode.EXACT || (cs.kind() != Kind.OPTIONAL && ds.kind() != Kind.OPTIONAL)) {
        shapes(cs, control, ds, candidate, node);
        return;
      }
    }
    int hollow = Hollow.depth(control);
    int other = Hollow.depth(candidate);
    if (hollow > 1 || other > 1) {
      if (hollow != other) {
        differ(DifferenceKind.VALUE, control, candidate);
      }
      return;
    }
    contents(
        control == null ? null : content(control),
        candidate == null ? null : content(candidate),
        rules);
  }

  /** Ids that are written alike need not be a pair. */
  private boolean isId(@Nullable RuleNode node) {
    return node != null && node.identity != null && ids != null;
  }

  private void contents(@Nullable Object c, @Nullable Object d, @Nullable RuleNode rules) {
    RuleNode node = rules == null ? null : rules.at(c, d);
    if (RuleNode.ignores(node)) {
      return;
    }
    if (c != null && d != null) {
      shapes(Shape.of(c), c, Shape.of(d), d, node);
    } else if (c != null || d != null) {
      differ(DifferenceKind.VALUE, c, d);
    }
  }

  /** An Optional stands for its content, except in exact mode. */
  @Nullable Object content(Object object) {
    if (mode == Mode.EXACT) {
      return object;
    }
    Object content = object;
    while (content != null && Shape.of(content).kind() == Kind.OPTIONAL) {
      content = only(Shape.of(content).elements(content));
    }
    return content;
  }

  private static @Nullable Object only(Elements elements) {
    return elements.next() ? elements.value() : null;
  }

  private void shapes(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    Kind kind = cs.kind();
    if (kind == Kind.SCALAR && ds.kind() == Kind.SCALAR) {
      scalars(cs, c, ds, d, node);
    } else if (kind == Kind.OPAQUE || ds.kind() == Kind.OPAQUE) {
      opaque(c, d, kind == Kind.OPAQUE ? cs.reason() : ds.reason());
    } else if (kind != ds.kind() || !sameSequence(cs, ds)) {
      differ(DifferenceKind.TYPE, c, d);
    } else if (kind == Kind.OPTIONAL) {
      compare(only(cs.elements(c)), only(ds.elements(d)), node);
    } else {
      enter(cs, c, ds, d, node);
    }
  }

  private boolean sameSequence(Shape cs, Shape ds) {
    return mode == Mode.VALUE
        || cs.kind() != Kind.LIST
        || cs.typeName().startsWith("[") == ds.typeName().startsWith("[");
  }

  private void scalars(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    if (node != null && node.identity != null && ids != null) {
      Id mine = Id.of(c);
      Id theirs = Id.of(d);
      if (mine != null && theirs != null) {
        ids(ids.meet(node.identity, mine, theirs, trail), c, d);
        return;
      }
    }
    Tolerance tolerance = node == null ? null : node.tolerance;
    DifferenceKind kind;
    try {
      kind = Scalars.difference(cs, c, ds, d, mode, tolerance);
    } catch (RuntimeException unreadable) {
      opaque(c, d, "reading it threw " + unreadable.getClass().getName());
      return;
    }
    if (kind != null) {
      differ(kind, c, d);
    }
  }

  private void ids(Identities.Relation relation, Object c, Object d) {
    if (relation == Identities.Relation.FORGOTTEN) {
      opaque(c, d, Bindings.FORGOTTEN);
    } else if (relation != Identities.Relation.PAIRED) {
      boolean before = relation == Identities.Relation.TAKEN;
      differ(DifferenceKind.VALUE, c, d, before ? Bindings.TAKEN : Bindings.TAKEN_HERE);
    }
  }

  private void enter(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    if (!met.add(c, d, node)) {
      return;
    }
    if (met.height() >= DEEP) {
      aside.add(new Aside(findings.isListing() ? trail.path() : null, c, d, node));
    } else {
      inside(cs, c, ds, d, node);
    }
  }

  private void inside(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    met.enter(c, d, node);
    int depth = trail.depth();
    try {
      parts(cs, c, ds, d, node);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Pairing.TooMany tooMany) {
      trail.cut(depth);
      opaque(c, d, Pairing.TooMany.REASON);
    } catch (Throwable unreadable) {
      trail.cut(depth);
      opaque(c, d, "reading it threw " + unreadable.getClass().getName());
    } finally {
      met.leave();
    }
  }

  private void parts(Shape cs, Object c, Shape ds, Object d, @Nullable RuleNode node) {
    switch (cs.kind()) {
      case RECORD:
        Records.walk(this, cs, c, ds, d, node);
        break;
      case MAP:
        MapEntries.walk(this, cs, c, ds, d, node);
        break;
      case SET:
        if (node != null && !node.keys.isEmpty()) {
          KeyedElements.walk(this, cs, c, ds, d, node);
        } else {
          Multisets.walk(this, cs, c, ds, d, node);
        }
        break;
      default:
        if (node != null && !node.keys.isEmpty()) {
          KeyedElements.walk(this, cs, c, ds, d, node);
        } else if (node != null && node.unordered) {
          Multisets.walk(this, cs, c, ds, d, node);
        } else {
          Sequences.walk(this, cs, c, ds, d, node);
        }
    }
    Records.walkBeside(this, cs, c, ds, d, node);
  }

  /** Walks the pairs that were put aside after the first {@code from}. */
  private void catchUp(int from) {
    while (aside.size() > from && !findings.isEnough()) {
      Aside next = aside.remove(aside.size() - 1);
      if (next.path != null) {
        trail.from(next.path);
      }
      inside(
          Shape.of(next.control),
          next.control,
          Shape.of(next.candidate),
          next.candidate,
          next.node);
    }
  }

  /**
   * Whether two objects are equal under the rules of {@code node}; finds nothing. Pairs below are
   * remembered inside other trials, since each would try them again.
   *
   * @throws Pairing.TooMany when there have been too many trials, or too many inside each other
   */
  boolean areEqual(@Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    boolean identifies = ids != null && node != null && node.identifies;
    if (!identifies
        && control != null
        && candidate != null
        && Scalars.areSame(control, candidate)) {
      return true;
    }
    // Whether ids are a pair depends on those that were met before: nothing is remembered.
    if (control == null || candidate == null || trials == 0 || identifies) {
      return differences(control, candidate, node, 1) == 0;
    }
    met.remember();
    if (unlike == null) {
      unlike = new Visited();
    }
    if (unlike.has(control, candidate, node)) {
      return false;
    }
    boolean equal = differences(control, candidate, node, 1) == 0;
    if (!equal) {
      unlike.add(control, candidate, node);
    }
    return equal;
  }

  /**
   * How many differences a comparison would find, {@code most} at most; finds nothing.
   *
   * @throws Pairing.TooMany as {@link #areEqual} does
   */
  long differences(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node, int most) {
    if (trials == TRIALS || ++allTrials > MOST_TRIALS) {
      givenUp++;
      throw new Pairing.TooMany();
    }
    Findings kept = findings;
    int before = met.mark();
    int paired = ids == null ? 0 : ids.mark();
    int from = aside.size();
    int depth = trail.depth();
    findings = Findings.counting(most);
    trials++;
    boolean failed = true;
    try {
      compare(control, candidate, node);
      catchUp(from);
      failed = findings.counted() > 0;
      return findings.counted();
    } finally {
      findings = kept;
      trials--;
      trail.cut(depth);
      // Pairs that are walked again must meet their ids again.
      forget(from, failed || ids != null ? before : met.mark());
      if (ids != null) {
        ids.cut(paired);
      }
    }
  }

  /** How often a trial was refused so far. */
  int givenUp() {
    return givenUp;
  }

  /** Whether the caller may stop: nobody wants to know of more differences. */
  boolean isEnough() {
    return findings.isEnough();
  }

  /** Whether differences are listed, so that a good account of them is worth some effort. */
  boolean isListing() {
    return findings.isListing();
  }

  /** How many differences there are so far. */
  long found() {
    return findings.counted();
  }

  /** A mark of what has been found, for {@link #undo}. */
  Findings.Mark mark() {
    return findings.mark();
  }

  /** Whether all that was found since this mark is accepted. */
  boolean isAccepted(Findings.Mark since) {
    return findings.countedAgainst() == since.countedAgainst();
  }

  /** A mark of what has been put aside, for {@link #undo}. */
  int put() {
    return aside.size();
  }

  /** A mark of what pairs have been met, for {@link #undo}. */
  int met() {
    return met.mark();
  }

  /** Takes back what was found, put aside and met since these marks, and the ids paired since. */
  void undo(Findings.Mark found, int put, int before, int paired) {
    findings.cut(found);
    forget(put, before);
    if (ids != null) {
      ids.cut(paired);
    }
  }

  /** Compares elements that were paired among several alike: their ids must agree, and no more. */
  void compareGuessed(
      @Nullable Object control, @Nullable Object candidate, @Nullable RuleNode node) {
    if (ids != null && node != null && node.identifies) {
      ids.guess();
      compare(control, candidate, node);
      ids.guessed();
    }
  }

  private void forget(int put, int before) {
    aside.subList(put, aside.size()).clear();
    met.forget(before);
  }

  /** States that the candidate has nothing where the control has this, unless that is ignored. */
  void missing(@Nullable Object control, @Nullable RuleNode node) {
    missing(control, node, Collections.emptyList());
  }

  /** The same, with what is known to explain it. */
  void missing(@Nullable Object control, @Nullable RuleNode node, List<Explanation> explanations) {
    if (node == null || !node.at(control, null).ignored) {
      differ(DifferenceKind.MISSING, control, null, explanations);
    }
  }

  /** States that the control has nothing where the candidate has this, unless that is ignored. */
  void extra(@Nullable Object candidate, @Nullable RuleNode node) {
    extra(candidate, node, Collections.emptyList());
  }

  /** The same, with what is known to explain it. */
  void extra(@Nullable Object candidate, @Nullable RuleNode node, List<Explanation> explanations) {
    if (node == null || !node.at(null, candidate).ignored) {
      differ(DifferenceKind.EXTRA, null, candidate, explanations);
    }
  }

  /** States a difference where the trail stands. */
  void differ(DifferenceKind kind, @Nullable Object control, @Nullable Object candidate) {
    differ(kind, control, candidate, "");
  }

  /** States a difference where the trail stands, with what is known to explain it. */
  void differ(
      DifferenceKind kind,
      @Nullable Object control,
      @Nullable Object candidate,
      List<Explanation> explanations) {
    if (findings.count()) {
      findings.tell(new Difference(trail.path(), kind, control, candidate, explanations));
    }
  }

  /** States that nothing can be said of what stands here. */
  void opaque(@Nullable Object control, @Nullable Object candidate, String reason) {
    differ(DifferenceKind.OPAQUE, control, candidate, reason);
  }

  private void differ(
      DifferenceKind kind, @Nullable Object control, @Nullable Object candidate, String reason) {
    if (findings.count()) {
      findings.tell(new Difference(trail.path(), kind, control, candidate, reason));
    }
  }
}
