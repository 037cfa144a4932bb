package io.understudy.compare.walk;

import io.understudy.compare.rule.Rule;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.shape.Shape;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The plan for comparing records of two shapes under the rules of one place: the pairs of their
 * parts. It refers to the shapes weakly, since a shape refers to its class, and the class to its
 * loader. Immutable.
 */
final class RecordPlan {
  static final int MISSING = -1;
  static final int IGNORED = -2;
  private static final int AMBIGUOUS = -3;

  private final WeakReference<Shape> control;
  private final WeakReference<Shape> candidate;
  private final @Nullable RuleNode node;

  /** The names of the control's parts. */
  final String[] names;

  /** For each part of the control its partner's index, {@link #MISSING} or {@link #IGNORED}. */
  final int[] partner;

  /** The parts of the control that are transient fields, or have such a partner; null for none. */
  final @Nullable BitSet transients;

  /** The rules for each part of the control. */
  final @Nullable RuleNode[] below;

  /** The candidate's parts that the control does not have, without ignored ones. */
  final int[] extra;

  /**
   * The rules that matter: those that ignore parts, of the control, and of the candidate where the
   * control has no such part; and those that pair parts of different names.
   */
  final List<Rule> applied = new ArrayList<>(0);

  RecordPlan(Shape control, Shape candidate, @Nullable RuleNode node) {
    this.control = new WeakReference<>(control);
    this.candidate = new WeakReference<>(candidate);
    this.node = node;
    Map<String, Integer> places = places(candidate.names());
    this.names = control.names().toArray(new String[0]);
    this.partner = new int[names.length];
    this.below = new RuleNode[names.length];
    for (int i = 0; i < names.length; i++) {
      below[i] = RuleNode.below(node, names[i]);
      Integer place = places.remove(names[i]);
      partner[i] = place == null ? MISSING : place;
    }
    if (node != null && node.similarNames != null) {
      pairSimilar(node, candidate.names(), places);
    }
    BitSet hidden = new BitSet(0);
    for (int i = 0; i < names.length; i++) {
      partner[i] = isIgnored(below[i]) ? IGNORED : partner[i];
      if (control.isTransient(i) || (partner[i] >= 0 && candidate.isTransient(partner[i]))) {
        hidden.set(i);
      }
    }
    this.transients = hidden.isEmpty() ? null : hidden;
    places.keySet().removeIf(name -> isIgnored(RuleNode.below(node, name)));
    this.extra = places.values().stream().mapToInt(i -> i).sorted().toArray();
  }

  /** Pairs parts whose names are the same in another style, where only one of each side has it. */
  private void pairSimilar(RuleNode owner, List<String> candidateNames, Map<String, Integer> left) {
    Map<String, Integer> own = indexesByForm(owner, Arrays.asList(names));
    Map<String, Integer> others = indexesByForm(owner, candidateNames);
    own.forEach(
        (form, i) -> {
          Integer place = others.getOrDefault(form, AMBIGUOUS);
          if (i >= 0 && place >= 0 && partner[i] == MISSING) {
            left.remove(candidateNames.get(place));
            partner[i] = place;
            applied.add(Objects.requireNonNull(owner.similarNames));
          }
        });
  }

  /** Returns the indexes of names by their forms; {@link #AMBIGUOUS} where several share one. */
  private static Map<String, Integer> indexesByForm(RuleNode owner, List<String> names) {
    Map<String, Integer> indexes = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      indexes.merge(owner.partName(names.get(i)), i, (one, other) -> AMBIGUOUS);
    }
    return indexes;
  }

  private boolean isIgnored(@Nullable RuleNode part) {
    if (part == null || part.ignoring == null) {
      return false;
    }
    applied.add(part.ignoring);
    return true;
  }

  private static Map<String, Integer> places(List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
    return places;
  }

  boolean isFor(Shape controlShape, Shape candidateShape, @Nullable RuleNode rules) {
    return control.get() == controlShape && candidate.get() == candidateShape && node == rules;
  }
}
