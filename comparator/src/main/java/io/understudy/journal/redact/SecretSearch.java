package io.understudy.journal.redact;

import io.understudy.value.Kind;
import io.understudy.value.shape.Elements;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Searches a whole frozen value for values at covered paths. It uses no recursion, so depth does
 * not matter. Cyclic and shared parts are searched once for each state of the patterns. If the
 * graph is too large to search, every text of the record is masked. Not thread-safe.
 */
final class SecretSearch {
  /** The greatest number of visits for one example, about 100 ms. */
  private static final int MOST_VISITS = 1_000_000;

  private final Secrets secrets;
  private final Deque<Visit> open = new ArrayDeque<>();
  private final Map<Object, Map<RedactionState, Boolean>> seen = new IdentityHashMap<>();
  private int visits;

  SecretSearch(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Adds the covered parts of a value to the secrets. */
  void search(@Nullable Object value, RedactionState state) {
    push(value, state);
    while (!open.isEmpty()) {
      if (++visits > MOST_VISITS) {
        open.clear();
        secrets.addEverything();
        return;
      }
      Visit visit = open.pop();
      visit(visit.value, visit.state);
    }
  }

  private void visit(Object value, RedactionState state) {
    Shape shape = StandardShapes.of(value);
    if (shape.kind() == Kind.SCALAR) {
      if (state.isCovered()) {
        ScalarText.variants(shape, value, secrets::add);
      }
      return;
    }
    if (seen.computeIfAbsent(value, key -> new HashMap<>(2)).put(state, true) != null) {
      return;
    }
    if (shape.kind() == Kind.RECORD) {
      for (int i = 0; i < shape.names().size(); i++) {
        push(shape.part(value, i), state.part(shape.names().get(i)));
      }
      return;
    }
    if (state.isCovered()) {
      PrimitiveText.variants(shape, value, secrets::add);
    }
    pushElements(shape, value, state);
  }

  private void pushElements(Shape shape, Object value, RedactionState state) {
    Elements elements = shape.elements(value);
    for (int i = 0; elements.next(); i++) {
      if (shape.kind() == Kind.MAP) {
        Object key = elements.key();
        RedactionState entry = state.key(ScalarText.ofKey(key));
        push(key, keyState(key, state, entry));
        push(elements.value(), entry);
      } else if (shape.kind() == Kind.OPTIONAL) {
        push(elements.value(), state);
      } else {
        push(elements.value(), state.index(i));
      }
    }
  }

  /**
   * Returns the state of a map key. A plain key is covered only with its map, because a path ends
   * at the value. A key with parts is searched like the value of its entry.
   */
  static RedactionState keyState(@Nullable Object key, RedactionState map, RedactionState entry) {
    boolean plain = key == null || StandardShapes.of(key).kind() == Kind.SCALAR;
    return !plain || map.isCovered() ? entry : RedactionState.NONE;
  }

  private void push(@Nullable Object value, RedactionState state) {
    if (value != null && !state.isOff()) {
      open.push(new Visit(value, state));
    }
  }

  /** A value still to be searched. */
  private static final class Visit {
    final Object value;
    final RedactionState state;

    Visit(Object value, RedactionState state) {
      this.value = value;
      this.state = state;
    }
  }
}
