package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.KeyLabel;
import io.understudy.compare.refine.StepBudget;
import io.understudy.compare.rule.RuleNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of both lists by their keys, in the order in which the keys occurred first. */
final class KeyGroups {
  private static final int NONE = -1;

  /** The steps of all trials for the keys of one list or map, beside those for each key. */
  private static final long TRIAL_STEPS = 1 << 14;

  private static final long TRIAL_STEPS_PER_KEY = 64;

  private final List<Group> groups = new ArrayList<>();

  /** Groups elements by their keys; an element whose key is ABSENT is in no group. */
  KeyGroups(
      Walk walk,
      List<String> names,
      @Nullable RuleNode element,
      @Nullable Object[] controlKeys,
      @Nullable Object[] candidateKeys) {
    @Nullable RuleNode[] rules = rulesOf(names, element);
    @Nullable Object[] controlForms = forms(controlKeys, rules, false, walk.mode);
    @Nullable Object[] candidateForms = forms(candidateKeys, rules, true, walk.mode);
    int[][] classes = classes(walk, controlForms, candidateForms);
    @Nullable Group[] byClass = new Group[1 + Math.max(max(classes[0]), max(classes[1]))];
    for (int i = 0; i < controlKeys.length; i++) {
      if (controlKeys[i] != PartLookup.ABSENT) {
        groupOf(classes[0][i], byClass, names, controlKeys[i]).addControl(i);
      }
    }
    for (int j = 0; j < candidateKeys.length; j++) {
      if (candidateKeys[j] != PartLookup.ABSENT) {
        groupOf(classes[1][j], byClass, names, candidateKeys[j]).addCandidate(j);
      }
    }
  }

  private static int max(int[] numbers) {
    return Arrays.stream(numbers).max().orElse(0);
  }

  private Group groupOf(
      int number, @Nullable Group[] byClass, List<String> names, @Nullable Object key) {
    Group known = byClass[number];
    if (known == null) {
      known = new Group(names, key);
      byClass[number] = known;
      groups.add(known);
    }
    return known;
  }

  Collection<Group> all() {
    return groups;
  }

  private static @Nullable Object[] forms(
      @Nullable Object[] keys,
      @Nullable RuleNode[] rules,
      boolean ofCandidate,
      ComparisonMode mode) {
    @Nullable Object[] forms = keys.clone();
    for (int i = 0; i < forms.length; i++) {
      forms[i] = forms[i] == PartLookup.ABSENT ? null : form(forms[i], rules, ofCandidate, mode);
    }
    return forms;
  }

  /**
   * Returns numbers that equal keys share: for the control's keys, and for the candidate's. Where
   * that takes many trial comparisons, colours decide.
   */
  static int[][] classes(Walk walk, @Nullable Object[] controls, @Nullable Object[] candidates) {
    int depth = walk.steps.depth();
    long each = TRIAL_STEPS_PER_KEY * (controls.length + candidates.length);
    long outer = walk.budget.beginTrial(TRIAL_STEPS + each);
    try {
      return classesByTrials(walk, controls, candidates);
    } catch (StepBudget.TrialEnded end) {
      walk.steps.truncate(depth);
    } finally {
      walk.budget.endTrial(outer);
    }
    int[][] colors = walk.trials.colorings().of(controls, candidates, null);
    return colors == null ? classesByTrials(walk, controls, candidates) : colors;
  }

  private static int[][] classesByTrials(
      Walk walk, @Nullable Object[] controls, @Nullable Object[] candidates) {
    long[][] hashes = RuleHashes.ofBoth(walk, false, null, controls, candidates, null);
    int count = controls.length + candidates.length;
    @Nullable Object[] keys = Arrays.copyOf(controls, count);
    System.arraycopy(candidates, 0, keys, controls.length, candidates.length);
    long[] all = Arrays.copyOf(hashes[0], count);
    System.arraycopy(hashes[1], 0, all, controls.length, candidates.length);
    int[] classes = new int[count];
    // The first keys of all classes, in chains by their hashes.
    int[] heads = new int[Integer.highestOneBit(Math.max(4, count)) * 2];
    int[] next = new int[count];
    Arrays.fill(heads, NONE);
    for (int i = 0; i < count; i++) {
      int slot = (int) (all[i] ^ (all[i] >>> 32)) & (heads.length - 1);
      int first = heads[slot];
      while (first != NONE
          && (all[first] != all[i] || !walk.trials.areEqual(keys[first], keys[i], null))) {
        first = next[first];
      }
      classes[i] = first == NONE ? i : first;
      if (first == NONE) {
        next[i] = heads[slot];
        heads[slot] = i;
      }
    }
    return new int[][] {
      Arrays.copyOf(classes, controls.length), Arrays.copyOfRange(classes, controls.length, count)
    };
  }

  /** Returns the rules for each part of the keys of elements. */
  static @Nullable RuleNode[] rulesOf(List<String> names, @Nullable RuleNode element) {
    @Nullable RuleNode[] rules = new RuleNode[names.size()];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = RuleNode.below(element, names.get(i));
    }
    return rules;
  }

  /** Returns the form in which a key is compared under the rules of its parts. */
  static @Nullable Object form(
      @Nullable Object key, @Nullable RuleNode[] rules, boolean ofCandidate, ComparisonMode mode) {
    if (rules.length == 1) {
      return rules[0] == null ? key : rules[0].key(key, ofCandidate, mode);
    }
    List<@Nullable Object> forms = new ArrayList<>(rules.length);
    for (int i = 0; i < rules.length; i++) {
      Object part = key instanceof List ? ((List<?>) key).get(i) : key;
      RuleNode node = rules[i];
      forms.add(node == null ? part : node.key(part, ofCandidate, mode));
    }
    return forms;
  }

  /** Whether some element has its partner at another index. */
  boolean isReordered() {
    for (Group group : groups) {
      if (group.control != NONE && group.candidate != NONE && group.control != group.candidate) {
        return true;
      }
    }
    return false;
  }

  /** The indexes of the elements of both sides with one key. Prints as the label in a path. */
  static final class Group {
    /** The first index of the control; -1 for none. */
    int control = NONE;

    int candidate = NONE;

    private final List<String> names;
    private final @Nullable Object key;
    private @Nullable List<Integer> moreControls;
    private @Nullable List<Integer> moreCandidates;

    Group(List<String> names, @Nullable Object key) {
      this.names = names;
      this.key = key;
    }

    void addControl(int place) {
      if (control == NONE) {
        control = place;
      } else {
        moreControls = added(moreControls, place);
      }
    }

    void addCandidate(int place) {
      if (candidate == NONE) {
        candidate = place;
      } else {
        moreCandidates = added(moreCandidates, place);
      }
    }

    boolean isOneToOne() {
      return control != NONE && candidate != NONE && moreControls == null && moreCandidates == null;
    }

    List<Integer> controls() {
      return all(control, moreControls);
    }

    List<Integer> candidates() {
      return all(candidate, moreCandidates);
    }

    private static List<Integer> added(@Nullable List<Integer> places, int place) {
      List<Integer> more = places == null ? new ArrayList<>(2) : places;
      more.add(place);
      return more;
    }

    private static List<Integer> all(int first, @Nullable List<Integer> more) {
      List<Integer> all = new ArrayList<>();
      if (first != NONE) {
        all.add(first);
      }
      if (more != null) {
        all.addAll(more);
      }
      return all;
    }

    /** Returns the label of one of several elements with this key, counted from 0. */
    String label(int occurrence) {
      return occurrence == 0 ? toString() : this + "#" + (occurrence + 1);
    }

    @Override
    public String toString() {
      if (names.size() == 1 || !(key instanceof List)) {
        return names.get(0) + "=" + KeyLabel.of(key);
      }
      StringBuilder label = new StringBuilder();
      for (int i = 0; i < names.size(); i++) {
        label.append(i == 0 ? "" : ",").append(names.get(i)).append('=');
        label.append(KeyLabel.of(((List<?>) key).get(i)));
      }
      return label.toString();
    }
  }
}
