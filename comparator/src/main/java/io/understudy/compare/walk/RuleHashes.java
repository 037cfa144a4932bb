package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.KeyLabel;
import io.understudy.compare.ScalarComparison;
import io.understudy.compare.identity.Id;
import io.understudy.compare.refine.StepBudget;
import io.understudy.compare.rule.EmptyValues;
import io.understudy.compare.rule.RenameRule;
import io.understudy.compare.rule.RuleNode;
import io.understudy.compare.rule.TextFormat;
import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hashes that equal objects share under the rules. Ignored values add nothing; parts, and elements
 * without order, add up in any order; the candidate's renamed parts count under the control's
 * names. Different objects may share a hash, if they differ only at a deep level.
 *
 * <p>Under tolerances there are two hashes. A loose hash leaves tolerated numbers out, so that all
 * objects that may be equal share it. A strict hash finds the objects that are certainly close. Not
 * thread-safe.
 */
final class RuleHashes {
  /**
   * The number of levels that are hashed at most; a deeper object adds a constant, which also ends
   * cycles.
   */
  static final int LEVELS = 8;

  /** The objects that are hashed for all elements, and for each, before fewer levels are tried. */
  private static final long MAX_OBJECTS = 1 << 16;

  private static final long MAX_OBJECTS_PER_ELEMENT = 512;

  /** The objects that are hashed in one walk, many for each element, before levels are left out. */
  private static final long MAX_REPEATED = 1 << 18;

  private static final long MANY_PER_ELEMENT = 32;

  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private final boolean ofCandidate;
  private final boolean loose;
  private final @Nullable IdBindings ids;

  /** The number of levels that are hashed. */
  private int depth = LEVELS;

  /** The maximum number of objects to hash; beyond, hashes say nothing. */
  private long most = Long.MAX_VALUE;

  private long hashed;

  /** The steps of the comparison; null without a bound. */
  private @Nullable StepBudget steps;

  private RuleHashes(boolean ofCandidate, boolean loose, @Nullable IdBindings ids) {
    this.ofCandidate = ofCandidate;
    this.loose = loose;
    this.ids = ids;
  }

  /** Creates hashes of the control's objects; {@code ids} has the pairs of ids. */
  static RuleHashes ofControl(boolean loose, @Nullable IdBindings ids) {
    return new RuleHashes(false, loose, ids);
  }

  /** Creates hashes of the candidate's objects; {@code ids} has the pairs of ids. */
  static RuleHashes ofCandidate(boolean loose, @Nullable IdBindings ids) {
    return new RuleHashes(true, loose, ids);
  }

  /** Returns the hash of each object under the rules of {@code node}. */
  long[] ofAll(@Nullable Object[] objects, @Nullable RuleNode node) {
    long[] hashes = new long[objects.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = of(objects[i], node);
    }
    return hashes;
  }

  /** Returns the hash of one object under the rules of {@code node}. */
  long of(@Nullable Object object, @Nullable RuleNode node) {
    return of(object, node, depth);
  }

  /**
   * Returns the hashes of the elements of both sides. Where they reach very many objects, fewer
   * levels are hashed, from then on.
   */
  static long[][] ofBoth(
      Walk walk,
      boolean loose,
      @Nullable IdBindings ids,
      @Nullable Object[] controls,
      @Nullable Object[] candidates,
      @Nullable RuleNode node) {
    long most = MAX_OBJECTS + MAX_OBJECTS_PER_ELEMENT * (controls.length + candidates.length);
    while (true) {
      int levels = walk.hashedLevels;
      RuleHashes mine = new RuleHashes(false, loose, ids).within(walk.budget, levels);
      RuleHashes theirs = new RuleHashes(true, loose, ids).within(walk.budget, levels);
      mine.most = levels == 1 ? Long.MAX_VALUE : most;
      theirs.most = mine.most;
      long[][] hashes = {mine.ofAll(controls, node), theirs.ofAll(candidates, node)};
      boolean isComplete = mine.hashed <= mine.most && theirs.hashed <= theirs.most;
      walk.hashedObjects += mine.hashed + theirs.hashed;
      if (levels > 1 && (!isComplete || isDear(walk, hashes, mine.hashed + theirs.hashed))) {
        walk.hashedLevels = levels / 2;
        walk.hashedObjects = 0;
      }
      if (isComplete) {
        return hashes;
      }
    }
  }

  /** Whether the walk has hashed very many objects, since sets reach the same ones again. */
  private static boolean isDear(Walk walk, long[][] hashes, long hashed) {
    return walk.hashedObjects > MAX_REPEATED
        && hashed > MANY_PER_ELEMENT * (hashes[0].length + hashes[1].length);
  }

  /** Sets the bounds of the work, and returns these hashes. */
  RuleHashes within(StepBudget budget, int levels) {
    steps = budget;
    depth = levels;
    return this;
  }

  private long of(@Nullable Object object, @Nullable RuleNode rules, int levels) {
    RuleNode node = rules == null ? null : rules.at(object, null);
    if (object == null || RuleNode.ignores(node)) {
      return 0;
    }
    if (steps != null) {
      steps.take(1);
    }
    if (++hashed > most) {
      return 0;
    }
    if (node != null && node.isSpecial) {
      if (node.nullIsEmpty != null && EmptyValues.isEmpty(object, node)) {
        return 0;
      }
      if (loose && node.unhashable) {
        return 0;
      }
    }
    Shape shape = StandardShapes.of(object);
    boolean limited = node != null && node.limiting != null;
    if (shape.kind() == Kind.SCALAR) {
      return scalar(shape, object, node, levels);
    }
    if (shape.kind() == Kind.OPTIONAL) {
      Object content = OptionalContent.innermost(object);
      return content == null ? 0 : of(content, rules, levels);
    }
    if (levels == 0 || shape.kind() == Kind.OPAQUE) {
      return limited && shape.kind() != Kind.OPAQUE ? 0 : PRIME;
    }
    return parts(shape, object, node, levels);
  }

  private long scalar(Shape shape, Object object, @Nullable RuleNode node, int levels) {
    Id id = node == null || node.identity == null ? null : Id.of(object);
    if (ids != null && node != null && node.identity != null && id != null) {
      // Any two new ids may be a pair, so they share a hash; ids with a pair have the control's
      // hash.
      Id paired = ids.controlIdOf(node.identity, id, ofCandidate);
      return mix(paired == null ? PRIME : paired.hashCode());
    }
    TextFormat format = node == null ? null : node.format();
    if (format != null) {
      String text = RuleShortcuts.text(object);
      Object document = text == null ? PartLookup.ABSENT : RuleShortcuts.document(format, text);
      if (document != PartLookup.ABSENT && RuleShortcuts.text(document) == null) {
        return of(document, node.inDocument(), levels);
      }
    }
    if (node != null && node.limiting != null) {
      return 0; // The value is not compared.
    }
    return mix(
        node == null
            ? ScalarComparison.hash(shape, object)
            : node.hash(shape, object, ofCandidate, loose));
  }

  private long parts(Shape shape, Object object, @Nullable RuleNode node, int levels) {
    boolean limited = node != null && node.limiting != null;
    boolean asSet = node != null && node.asSet && shape.kind() == Kind.LIST;
    // Where only some places below count, an object without them is equal to nothing.
    long sum = limited ? 0 : (asSet ? Kind.SET : shape.kind()).ordinal() + 1;
    if (shape.kind() == Kind.RECORD || shape.kind() == Kind.MAP) {
      List<String> moved = movedNames(node);
      long addends =
          (shape.kind() == Kind.RECORD
                  ? named(shape, object, node, moved, levels)
                  : keyed(shape, object, node, moved, levels))
              + renamed(object, node, levels);
      // Such a map may be equal to an empty one, which counts as null.
      boolean isEmpty =
          addends == 0 && shape.kind() == Kind.MAP && node != null && node.nullIsEmpty != null;
      return isEmpty ? 0 : sum + addends;
    }
    boolean ordered =
        shape.kind() == Kind.LIST && (node == null || (node.keys.isEmpty() && !node.unordered));
    Set<Long> distinct = node != null && node.asSet ? new HashSet<>() : null;
    Elements all = shape.elements(object);
    for (int i = 0; hashed <= most && all.next(); i++) {
      RuleNode below = node == null ? null : element(node, ordered, i);
      long one = of(all.value(), below, levels - 1);
      boolean hidden =
          one == 0 && below != null && (below.limiting != null || (limited && below.ignored));
      if (hidden || (distinct != null && !distinct.add(one))) {
        continue;
      }
      sum = ordered ? 31 * sum + one : sum + mix(one + PRIME);
    }
    return sum;
  }

  private static @Nullable RuleNode element(RuleNode node, boolean ordered, int i) {
    return ordered && node.indexed ? node.child(Integer.toString(i)) : node.element();
  }

  private long named(
      Shape shape, Object object, @Nullable RuleNode node, List<String> moved, int levels) {
    long sum = 0;
    for (int i = 0; i < shape.names().size(); i++) {
      String name = shape.names().get(i);
      RuleNode below = RuleNode.below(node, name);
      if (!moved.contains(name) && !RuleNode.ignores(below)) {
        sum +=
            part(nameHash(name, node), of(shape.part(object, i), below, levels - 1), below, node);
      }
    }
    return sum;
  }

  /** Returns the hash of a part's name, in the form in which it is compared. */
  static int nameHash(String name, @Nullable RuleNode node) {
    return (node == null ? name : node.partName(name)).hashCode();
  }

  /** Returns the addend of a part: nothing where it may be equal to no part. */
  private static long part(
      long name, long value, @Nullable RuleNode node, @Nullable RuleNode ofOwner) {
    boolean absent =
        value == 0
            && ((node != null
                    && (node.absentIsNull != null || node.unhashable || node.limiting != null))
                || (ofOwner != null && ofOwner.absentParts != null));
    return absent ? 0 : mix(31L * name + value);
  }

  private long keyed(
      Shape shape, Object object, @Nullable RuleNode node, List<String> moved, int levels) {
    long sum = 0;
    Elements all = shape.elements(object);
    while (hashed <= most && all.next()) {
      String label = node == null ? "" : KeyLabel.of(all.key());
      RuleNode below = RuleNode.below(node, label);
      if (!moved.contains(label) && !RuleNode.ignores(below)) {
        Object key =
            node == null ? all.key() : node.key(all.key(), ofCandidate, ComparisonMode.VALUE);
        sum += part(of(key, null, levels - 1), of(all.value(), below, levels - 1), below, node);
      }
    }
    return sum;
  }

  /** Returns the names of parts that a rename moves; {@link #renamed} adds them instead. */
  static List<String> movedNames(@Nullable RuleNode node) {
    return node == null ? Collections.emptyList() : RenameRule.firstSteps(node.renames);
  }

  private long renamed(Object object, @Nullable RuleNode node, int levels) {
    long sum = 0;
    if (node != null) {
      for (RenameRule rename : node.renames) {
        RuleNode below = node;
        for (String step : rename.control) {
          // A part below an ignored part is ignored too.
          below = RuleNode.ignores(below) ? below : RuleNode.below(below, step);
        }
        Object part = PartLookup.at(object, ofCandidate ? rename.candidate : rename.control);
        long one = part == PartLookup.ABSENT ? 0 : of(part, below, levels - 1);
        sum += mix(31L * rename.control.hashCode() + one);
      }
    }
    return sum;
  }

  /** Mixes the bits (the finaliser of SplitMix64), so that sums of hashes do not cancel out. */
  private static long mix(long bits) {
    long x = bits + PRIME;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
