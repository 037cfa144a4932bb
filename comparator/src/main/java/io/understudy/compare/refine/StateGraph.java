package io.understudy.compare.refine;

import io.understudy.compare.ComparisonMode;
import io.understudy.compare.KeyLabel;
import io.understudy.compare.rule.EmptyValues;
import io.understudy.compare.rule.RuleNode;
import io.understudy.value.Kind;
import io.understudy.value.Scalar;
import io.understudy.value.TypeNames;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All objects that can be reached from some objects, as a graph with numbered states. An object
 * under other rules, or on the other side, is another state; equal scalars are one state. What
 * rules leave out has no edge. Two states are equal when their tags are equal, and each label leads
 * to equal states, equally often. Not thread-safe.
 */
final class StateGraph {
  /** The target of an edge that is left out. */
  private static final int OMITTED = -1;

  private static final int NULL = 0;
  private static final int STEPS_PER_STATE = 4;
  private static final int STEPS_BEYOND_SIZE = 1_000;

  /** For each state its tag; states with different tags differ. */
  final IntList tags = new IntList();

  /** For each state the place of its first edge. */
  final IntList starts = new IntList();

  /** For each edge its label: an index in a list, or a negative number. */
  final IntList labels = new IntList();

  /** For each edge the state that it leads to. */
  final IntList targets = new IntList();

  private final ComparisonMode mode;
  private final boolean loose;
  private final StepBudget steps;
  private final ListKeys keys;
  private final LeafTable leaves;
  private final StateTable table = new StateTable();
  private final StateNames names = new StateNames();
  private final Map<String, Integer> taggedLeaves = new HashMap<>();
  private boolean irregular;
  private boolean isFrozen;
  private boolean hasBag;
  private boolean hasList;
  private boolean hasOrderedMap;
  private boolean hasPlainMap;

  StateGraph(ComparisonMode mode, boolean loose, StepBudget steps, ListKeys keys) {
    this.mode = mode;
    this.loose = loose;
    this.steps = steps;
    this.keys = keys;
    this.leaves = new LeafTable(mode, loose, steps);
    newState(names.unique());
  }

  /** Whether the rules or objects make equality not transitive, so that colours say nothing. */
  boolean isIrregular() {
    // A bag is equal to lists that differ from each other.
    return irregular || (hasBag && hasList) || (!loose && hasOrderedMap && hasPlainMap);
  }

  /** Returns the number of states. */
  int size() {
    return tags.size();
  }

  /** Adds an object; {@link #explore} then adds all objects below it. */
  void add(@Nullable Object object, @Nullable RuleNode node, boolean ofCandidate) {
    stateOf(object, node, ofCandidate);
  }

  /**
   * Returns the state of an object that was added or reached: a new one where it cannot be read,
   * and -1 where it is ignored or unknown. The graph does not grow otherwise from now on.
   */
  int find(@Nullable Object object, @Nullable RuleNode node, boolean ofCandidate) {
    isFrozen = true;
    return stateOf(object, node, ofCandidate);
  }

  /**
   * Adds all objects below the added ones.
   *
   * @return false when there are more than {@code most} states; then the graph is not complete
   */
  boolean explore(int most) {
    while (starts.size() < size()) {
      if (size() > most || isIrregular()) {
        return false;
      }
      int state = starts.size();
      starts.add(targets.size());
      Object object = table.object(state);
      if (object != null) {
        expand(state, object);
      }
    }
    return true;
  }

  private void expand(int state, Object object) {
    if (object instanceof EdgePair) {
      edge(StateNames.KEY, ((EdgePair) object).key);
      edge(StateNames.VALUE, ((EdgePair) object).value);
      return;
    }
    int from = targets.size();
    try {
      addEdges(StandardShapes.of(object), state, object);
    } catch (StepBudget.Exceeded | StepBudget.TrialEnded end) {
      throw end;
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable unreadable) {
      // The comparison reports it as OPAQUE: it is equal to no other object.
      while (targets.size() > from) {
        targets.removeLast();
        labels.removeLast();
      }
      tags.set(state, names.unique());
    }
  }

  private int newState(int tag) {
    tags.add(tag);
    return tags.size() - 1;
  }

  private void edge(int label, int target) {
    steps.take(1);
    labels.add(label);
    targets.add(target);
  }

  private int stateOf(@Nullable Object object, @Nullable RuleNode node, boolean ofCandidate) {
    if (node != null) {
      if (node.ignored) {
        return OMITTED;
      }
      irregular |= loose ? !node.transitivity.hashed : !node.transitivity.transitive;
      irregular |= node.types != null && node.at(object, null) != node;
      if (node.comparator != null) {
        irregular |= node.absentIsNull != null;
        return leafTagged("compared by a rule");
      }
    }
    if (object == null || isNull(object, node)) {
      return NULL;
    }
    Shape shape = StandardShapes.of(object);
    if (shape.kind() == Kind.OPTIONAL && mode == ComparisonMode.VALUE) {
      return optional(shape, object, node, ofCandidate);
    }
    if (shape.kind() == Kind.OPAQUE) {
      return newState(names.unique());
    }
    return shape.kind() == Kind.SCALAR
        ? scalar(shape, object, node, ofCandidate)
        : composite(object, node, ofCandidate);
  }

  private static boolean isNull(Object object, @Nullable RuleNode node) {
    return node != null && node.nullIsEmpty != null && EmptyValues.isEmpty(object, node);
  }

  private int optional(Shape shape, Object object, @Nullable RuleNode node, boolean ofCandidate) {
    int depth = EmptyValues.nestingDepth(object);
    if (depth > 1) {
      return leafTagged("empty " + depth);
    }
    Elements content = shape.elements(object);
    return content.next() ? stateOf(content.value(), node, ofCandidate) : NULL;
  }

  private int scalar(Shape shape, Object object, @Nullable RuleNode node, boolean ofCandidate) {
    steps.take(1);
    irregular |= !loose && node != null && node.transitivity.near && isOrdinal(shape.scalar());
    try {
      int state = leaves.stateOf(shape, object, node, ofCandidate, isFrozen ? OMITTED : size());
      return state < size() ? state : newState(names.unique());
    } catch (StepBudget.Exceeded | StepBudget.TrialEnded end) {
      throw end;
    } catch (RuntimeException unreadable) {
      return newState(names.unique());
    }
  }

  private static boolean isOrdinal(Scalar sort) {
    return sort != Scalar.TEXT
        && sort != Scalar.CHARACTER
        && sort != Scalar.ENUM
        && sort != Scalar.BOOLEAN;
  }

  /** Returns the one state without edges that has this tag. */
  private int leafTagged(String name) {
    Integer known = taggedLeaves.get(name);
    if (known == null && isFrozen) {
      return OMITTED;
    }
    if (known == null) {
      known = newState(names.tag(name));
      taggedLeaves.put(name, known);
    }
    return known;
  }

  private int composite(Object object, @Nullable RuleNode node, boolean ofCandidate) {
    int known = table.get(object, node, ofCandidate);
    if (known >= 0 || isFrozen) {
      return known;
    }
    steps.take(STEPS_PER_STATE);
    int state = newState(0);
    table.put(state, object, node, ofCandidate);
    return state;
  }

  private void addEdges(Shape shape, int state, Object object) {
    RuleNode node = table.node(state);
    boolean ofCandidate = table.isOfCandidate(state);
    int from = targets.size();
    String tag;
    switch (shape.kind()) {
      case RECORD:
        tag = shape.names().isEmpty() && !loose ? name(shape) : "";
        tag += node != null && node.classNames != null ? " class " + simple(shape) : "";
        tag = "record " + tag;
        parts(shape, object, node, ofCandidate);
        irregular |= !loose && targets.size() == from && !shape.names().isEmpty();
        break;
      case MAP:
        tag = "map";
        entries(shape, object, node, ofCandidate);
        break;
      case OPTIONAL:
        tag = "optional";
        Elements content = shape.elements(object);
        if (content.next()) {
          kept(StateNames.ELEMENT, content.value(), node, ofCandidate);
        }
        break;
      default:
        tag = shape.kind() + (isArray(shape) ? " array" : "");
        hasBag |= shape.isBag();
        hasList |= shape.kind() == Kind.LIST;
        if (node != null && !node.keys.isEmpty()) {
          keyedElements(shape, object, node, ofCandidate);
        } else {
          elements(shape, object, node, ofCandidate);
        }
    }
    irregular |=
        node != null
            && node.nullIsEmpty != null
            && shape.kind() != Kind.RECORD
            && targets.size() == from;
    if (shape.kind() != Kind.RECORD && !shape.beside().names().isEmpty()) {
      parts(shape.beside(), shape.besideOf(object), node, ofCandidate);
    }
    tags.set(state, names.tag(tag));
  }

  // As in the comparison of records.
  private static String name(Shape shape) {
    String simple = simple(shape);
    return simple.chars().allMatch(Character::isDigit) ? shape.typeName() : simple;
  }

  private static String simple(Shape shape) {
    return TypeNames.simple(shape.typeName());
  }

  private boolean isArray(Shape shape) {
    return mode == ComparisonMode.EXACT
        && shape.kind() == Kind.LIST
        && shape.typeName().startsWith("[");
  }

  private void kept(int label, @Nullable Object value, @Nullable RuleNode node, boolean candidate) {
    int target = stateOf(value, node, candidate);
    if (target != OMITTED) {
      edge(label, target);
    }
  }

  private void parts(Shape shape, Object object, @Nullable RuleNode node, boolean ofCandidate) {
    for (int i = 0; i < shape.names().size(); i++) {
      String name = shape.names().get(i);
      RuleNode below = RuleNode.below(node, name);
      int target = stateOf(shape.part(object, i), below, ofCandidate);
      if (target != OMITTED && !isAbsent(target, below)) {
        edge(names.label(name), target);
      }
    }
  }

  /** Whether a part that is null counts as one that does not exist. */
  private static boolean isAbsent(int target, @Nullable RuleNode node) {
    return target == NULL && node != null && node.absentIsNull != null;
  }

  private void elements(Shape shape, Object object, @Nullable RuleNode node, boolean ofCandidate) {
    boolean ordered = shape.kind() == Kind.LIST && (node == null || !node.unordered);
    int size = shape.size(object);
    Elements all = shape.elements(object);
    for (int i = 0; all.next(); i++) {
      takeElement(i, size);
      RuleNode below =
          node == null
              ? null
              : ordered && node.indexed ? node.child(Integer.toString(i)) : node.element();
      kept(ordered ? i : StateNames.ELEMENT, all.value(), below, ofCandidate);
    }
  }

  private void keyedElements(Shape shape, Object object, RuleNode node, boolean ofCandidate) {
    int size = shape.size(object);
    Elements all = shape.elements(object);
    for (int i = 0; all.next(); i++) {
      takeElement(i, size);
      Object key = keys.of(all.value(), node, ofCandidate);
      int target = stateOf(all.value(), node.element(), ofCandidate);
      if (target != OMITTED) {
        boolean none = key == ListKeys.NONE;
        edge(
            StateNames.ELEMENT,
            none ? target : pair("keyed", stateOf(key, null, ofCandidate), target));
      }
    }
  }

  private void entries(Shape shape, Object map, @Nullable RuleNode node, boolean ofCandidate) {
    Map<Integer, Object> scalarKeys = new HashMap<>();
    Elements all = shape.elements(map);
    boolean ordered = shape.isOrdered() && (node == null || !node.unordered);
    int size = shape.size(map);
    int read = 0;
    for (int position = 0; all.next(); position++) {
      takeElement(read++, size);
      Object stated = all.key();
      Object key = node == null ? stated : node.key(stated, ofCandidate, mode);
      irregular |= node != null && node.types != null && node.at(stated, null) != node;
      RuleNode below = node == null ? null : node.child(KeyLabel.of(stated));
      int target = stateOf(all.value(), below, ofCandidate);
      if (target == OMITTED || isAbsent(target, below)) {
        position--;
        continue;
      }
      boolean placed = ordered && !loose && position > 0;
      hasOrderedMap |= placed;
      hasPlainMap |= !shape.isOrdered() && position > 0;
      int keyState = stateOf(key, null, ofCandidate);
      edge(placed ? position : StateNames.ELEMENT, pair("entry", keyState, target));
      Object other = stated == null ? null : scalarKeys.putIfAbsent(keyState, stated);
      // Keys of one class are paired first, so equality is not transitive: 1 and 1L in one map.
      irregular |=
          !loose && other != null && areUnlikeScalars(other, Objects.requireNonNull(stated));
    }
  }

  /** An iterator without an end must not fill the memory before the steps end. */
  private void takeElement(int i, int size) {
    steps.take(i < size ? 1 : STEPS_BEYOND_SIZE);
  }

  private static boolean areUnlikeScalars(Object key, Object other) {
    return StandardShapes.of(key).kind() == Kind.SCALAR
        && StandardShapes.of(other).kind() == Kind.SCALAR
        && !LeafTable.areExactlyEqual(key, other);
  }

  /** Returns a new state with two edges. */
  private int pair(String tag, int key, int value) {
    int state = newState(names.tag(tag));
    table.attach(state, new EdgePair(key, value));
    return state;
  }
}
