package io.understudy.compare.walk;

import io.understudy.compare.KeyLabel;
import io.understudy.compare.align.Similarity;
import io.understudy.compare.rule.RenameRule;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hash for each part of an object, to find objects that agree in some parts. Ignored parts have
 * no hash, and renamed parts count under the control's names. Not thread-safe.
 */
final class PartHashes {
  /** Only this number of parts is hashed. */
  private static final int MAX_PARTS = 64;

  private static final long[] NONE = {};

  private final boolean ofCandidate;
  private final RuleHashes hashes;

  private PartHashes(Walk walk, boolean ofCandidate) {
    this.ofCandidate = ofCandidate;
    RuleHashes all =
        ofCandidate ? RuleHashes.ofCandidate(true, null) : RuleHashes.ofControl(true, null);
    // The elements themselves are the first level.
    this.hashes = all.within(walk.budget, Math.max(1, walk.hashedLevels - 1));
  }

  /**
   * Pairs similar elements of two lists.
   *
   * @param missing indexes of the control's elements to pair
   * @param extra indexes of the candidate's elements to pair
   * @return pairs by their positions in the two lists of indexes
   */
  static List<Similarity.Pair> similarPairs(
      Walk walk,
      @Nullable Object[] control,
      List<Integer> missing,
      @Nullable Object[] candidate,
      List<Integer> extra,
      @Nullable RuleNode element) {
    return Similarity.pairs(
        new PartHashes(walk, false).ofAll(control, missing, element),
        new PartHashes(walk, true).ofAll(candidate, extra, element));
  }

  private long[][] ofAll(
      @Nullable Object[] elements, List<Integer> places, @Nullable RuleNode node) {
    long[][] all = new long[places.size()][];
    Arrays.setAll(all, i -> of(elements[places.get(i)], node));
    return all;
  }

  /**
   * Returns the sorted hashes of an object's parts, entries or elements; empty for a scalar or
   * null.
   */
  private long[] of(@Nullable Object object, @Nullable RuleNode node) {
    if (object == null) {
      return NONE;
    }
    Shape shape = StandardShapes.of(object);
    long[] parts = new long[MAX_PARTS];
    int count;
    if (shape.kind() == Kind.RECORD) {
      count = named(shape, object, node, parts);
    } else if (shape.kind() == Kind.MAP || shape.kind() == Kind.LIST) {
      count = elements(shape, object, node, parts);
    } else {
      return NONE;
    }
    long[] sorted = Arrays.copyOf(parts, renamed(object, node, parts, count));
    Arrays.sort(sorted);
    return sorted;
  }

  private int named(Shape shape, Object object, @Nullable RuleNode node, long[] parts) {
    List<String> moved = RuleHashes.movedNames(node);
    int count = 0;
    for (int i = 0; i < shape.names().size() && count < MAX_PARTS; i++) {
      String name = shape.names().get(i);
      RuleNode below = RuleNode.below(node, name);
      if (!moved.contains(name) && !RuleNode.ignores(below)) {
        parts[count++] =
            mix(RuleHashes.nameHash(name, node), hashes.of(shape.part(object, i), below));
      }
    }
    return count;
  }

  private int elements(Shape shape, Object object, @Nullable RuleNode node, long[] parts) {
    List<String> moved = RuleHashes.movedNames(node);
    boolean keyed = shape.kind() == Kind.MAP;
    Elements all = shape.elements(object);
    int count = 0;
    for (int i = 0; all.next() && count < MAX_PARTS; i++) {
      String step = keyed ? KeyLabel.of(all.key()) : Integer.toString(i);
      RuleNode below = RuleNode.below(node, step);
      if (!moved.contains(step) && !RuleNode.ignores(below)) {
        parts[count++] = mix(RuleHashes.nameHash(step, node), hashes.of(all.value(), below));
      }
    }
    return count;
  }

  private int renamed(Object object, @Nullable RuleNode node, long[] parts, int from) {
    int count = from;
    if (node != null) {
      for (RenameRule rename : node.renames) {
        Object part = PartLookup.at(object, ofCandidate ? rename.candidate : rename.control);
        if (part != PartLookup.ABSENT && count < MAX_PARTS) {
          parts[count++] = mix(rename.control.hashCode(), hashes.of(part, null));
        }
      }
    }
    return count;
  }

  private static long mix(int name, long value) {
    return (value + 31L * name) * 0x9E3779B97F4A7C15L;
  }
}
