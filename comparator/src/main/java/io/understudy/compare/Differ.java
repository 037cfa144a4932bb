package io.understudy.compare;

import io.understudy.compare.identity.Identities;
import io.understudy.value.Path;
import io.understudy.value.Views;
import org.jspecify.annotations.Nullable;

/**
 * Compares two outcomes, or any two objects, under rules. What is equal is said in
 * docs/comparing.md. Thread-safe; make one and keep it, since it learns how classes are compared
 * (without keeping them: their loaders stay collectable).
 */
public final class Differ {
  private final Rules rules;
  private final Views views;
  private final Sight sight;
  private final Plans plans = new Plans();
  private final @Nullable RuleNode root;
  private final @Nullable RuleNode arguments;

  /** The pairs of a whole run; null where each comparison has its own. */
  private final @Nullable Identities identities;

  private Differ(Rules rules, Views views, @Nullable Identities identities) {
    this.rules = rules;
    this.sight = new Sight(views);
    this.views = views;
    this.identities = identities;
    this.root = rules.graph().root();
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
    return new Differ(rules, views, null);
  }

  /**
   * The same differ, which pairs generated ids with those of other comparisons: several differs may
   * share identities. Without this each comparison begins with no pair.
   */
  public Differ pairing(Identities shared) {
    return new Differ(rules, views, shared);
  }

  /**
   * Compares what both sides did. That one returned and the other threw, or that they threw
   * different exceptions, is one difference, and nothing else is compared then.
   */
  public Comparison compare(Outcome control, Outcome candidate) {
    return compare(control, candidate, null);
  }

  /**
   * The same, with every difference heard by who may accept it.
   *
   * @param hearing one of its own for each comparison, such as {@code acceptances.on(day)}; null
   *     for nobody
   */
  public Comparison compare(Outcome control, Outcome candidate, @Nullable Hearing hearing) {
    Walk walk = walk(hearing);
    if (!sameEnd(control, candidate)) {
      walk.differ(DifferenceKind.EXCEPTION, told(control), told(candidate));
      return walk.comparison();
    }
    walk.toTheEnd(sight.of(control.value()), sight.of(candidate.value()), root);
    if (rules.arguments()) {
      arguments(walk, control.arguments(), candidate.arguments());
    }
    return walk.ended();
  }

  /** Compares two objects, live or frozen. */
  public Comparison compare(@Nullable Object control, @Nullable Object candidate) {
    Walk walk = walk(null);
    walk.toTheEnd(sight.of(control), sight.of(candidate), root);
    return walk.ended();
  }

  private Walk walk(@Nullable Hearing hearing) {
    Bindings ids =
        root == null || !root.identifies
            ? null
            : new Bindings(identities == null ? Identities.empty() : identities);
    return new Walk(rules.mode(), plans, hearing, ids);
  }

  private boolean sameEnd(Outcome control, Outcome candidate) {
    Thrown a = control.thrown();
    Thrown b = candidate.thrown();
    if (a == null || b == null) {
      return a == b;
    }
    return rules.exceptionMessages() ? a.equals(b) : a.className().equals(b.className());
  }

  private static @Nullable Object told(Outcome outcome) {
    Thrown thrown = outcome.thrown();
    return thrown == null ? outcome.value() : thrown;
  }

  private void arguments(
      Walk walk, @Nullable Object @Nullable [] mine, @Nullable Object @Nullable [] theirs) {
    Path path = Path.root().part("arguments");
    walk.trail.from(path);
    if (mine == null || theirs == null) {
      if (mine != null || theirs != null) {
        walk.opaque(mine, theirs, "the arguments of one side were not kept");
      }
      return;
    }
    for (int i = 0; i < Math.max(mine.length, theirs.length); i++) {
      walk.trail.from(path.index(i));
      RuleNode node = RuleNode.below(arguments, Integer.toString(i));
      if (i < mine.length && i < theirs.length) {
        walk.toTheEnd(sight.of(mine[i]), sight.of(theirs[i]), node);
      } else if (i < mine.length) {
        walk.missing(sight.of(mine[i]), node);
      } else {
        walk.extra(sight.of(theirs[i]), node);
      }
    }
  }
}
