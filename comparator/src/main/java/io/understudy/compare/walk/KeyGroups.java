package io.understudy.compare.walk;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.KeyLabel;
import io.understudy.compare.rule.RuleNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of both lists by their keys, in the order in which the keys occurred first. */
final class KeyGroups {
  private static final int NONE = -1;

  private final Walk walk;
  private final List<String> names;
  private final List<Group> groups;
  private final @Nullable Group[] table;
  private final RuleHashes hashes = RuleHashes.ofControl(false, null);

  /** The rules for each part of the key; null for none. */
  private final @Nullable RuleNode[] rules;

  KeyGroups(Walk walk, List<String> names, @Nullable RuleNode element, int expected) {
    this.walk = walk;
    this.names = names;
    this.rules = rulesOf(names, element);
    this.groups = new ArrayList<>(expected);
    this.table = new Group[Integer.highestOneBit(Math.max(4, expected)) * 2];
  }

  Collection<Group> all() {
    return groups;
  }

  /** Returns the group of a key; creates it when the key is new. */
  Group of(@Nullable Object key, boolean ofCandidate) {
    Object form = form(key, rules, ofCandidate, walk.mode);
    long hash = hashes.of(form, null);
    int slot = (int) (hash ^ (hash >>> 32)) & (table.length - 1);
    for (Group group = table[slot]; group != null; group = group.next) {
      if (group.hash == hash && walk.trials.areEqual(group.form, form, null)) {
        return group;
      }
    }
    Group group = new Group(names, key, form, hash, table[slot]);
    table[slot] = group;
    groups.add(group);
    return group;
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
    private final @Nullable Object form;
    private final long hash;
    private final @Nullable Group next;
    private @Nullable List<Integer> moreControls;
    private @Nullable List<Integer> moreCandidates;

    Group(
        List<String> names,
        @Nullable Object key,
        @Nullable Object form,
        long hash,
        @Nullable Group next) {
      this.form = form;
      this.names = names;
      this.key = key;
      this.hash = hash;
      this.next = next;
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
