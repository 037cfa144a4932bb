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
 * Walks a frozen value, all of it, for what stands at covered paths. Needs no recursion, so depth
 * does not matter; cycles and shared parts are walked once for each state of the patterns. When the
 * graph is too large to be walked, every text of the record is masked instead.
 */
final class SecretSearch {
  /** So many visits are worth an example; some 100 ms. */
  private static final int MOST_VISITS = 1_000_000;

  private final Secrets secrets;
  private final Deque<Visit> open = new ArrayDeque<>();
  private final Map<Object, Map<RedactionState, Boolean>> seen = new IdentityHashMap<>();
  private int visits;

  SecretSearch(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Adds to the secrets what is covered in a value that stands at a place. */
  void search(@Nullable Object value, RedactionState cover) {
    push(value, cover);
    while (!open.isEmpty()) {
      if (++visits > MOST_VISITS) {
        open.clear();
        secrets.addEverything();
        return;
      }
      Visit visit = open.pop();
      visit(visit.value, visit.cover);
    }
  }

  private void visit(Object value, RedactionState cover) {
    Shape shape = StandardShapes.of(value);
    if (shape.kind() == Kind.SCALAR) {
      if (cover.isCovered()) {
        ScalarText.variants(shape, value, secrets::add);
      }
      return;
    }
    if (seen.computeIfAbsent(value, key -> new HashMap<>(2)).put(cover, true) != null) {
      return;
    }
    if (shape.kind() == Kind.RECORD) {
      for (int i = 0; i < shape.names().size(); i++) {
        push(shape.part(value, i), cover.part(shape.names().get(i)));
      }
      return;
    }
    if (cover.isCovered()) {
      PrimitiveText.variants(shape, value, secrets::add);
    }
    elements(shape, value, cover);
  }

  private void elements(Shape shape, Object value, RedactionState cover) {
    Elements elements = shape.elements(value);
    for (int i = 0; elements.next(); i++) {
      if (shape.kind() == Kind.MAP) {
        Object key = elements.key();
        RedactionState entry = cover.key(ScalarText.ofKey(key));
        push(key, ofKey(key, cover, entry));
        push(elements.value(), entry);
      } else if (shape.kind() == Kind.OPTIONAL) {
        push(elements.value(), cover);
      } else {
        push(elements.value(), cover.index(i));
      }
    }
  }

  /**
   * What covers the key of a map: a plain one is covered with its map only, since a path ends at
   * the value; one that has parts is looked into as if it stood there.
   */
  static RedactionState ofKey(@Nullable Object key, RedactionState map, RedactionState entry) {
    boolean plain = key == null || StandardShapes.of(key).kind() == Kind.SCALAR;
    return !plain || map.isCovered() ? entry : RedactionState.NONE;
  }

  private void push(@Nullable Object value, RedactionState cover) {
    if (value != null && !cover.isOff()) {
      open.push(new Visit(value, cover));
    }
  }

  /** A value still to be looked at. */
  private static final class Visit {
    final Object value;
    final RedactionState cover;

    Visit(Object value, RedactionState cover) {
      this.value = value;
      this.cover = cover;
    }
  }
}
