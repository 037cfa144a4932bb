package io.understudy.value.shape;

import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A frozen graph with parts that are still to be read. It refers to no live object of the
 * application, except those that never change. Used by one thread at a time.
 */
final class Deferral {
  private final Object root;
  private final List<FreezeWalk.LatePart> parts;
  private final List<PrivateCopies.LastSteps> lastSteps;
  private final Shapes shapes;
  private final boolean lenient;

  Deferral(
      Object root,
      List<FreezeWalk.LatePart> parts,
      List<PrivateCopies.LastSteps> lastSteps,
      Shapes shapes,
      boolean lenient) {
    this.root = root;
    this.parts = parts;
    this.lastSteps = lastSteps;
    this.shapes = shapes;
    this.lenient = lenient;
  }

  /** Reads the parts and returns the frozen root. Call it once. */
  Object complete(Meter meter) throws Uncapturable {
    for (PrivateCopies.LastSteps steps : lastSteps) {
      steps.run();
    }
    FreezeWalk walk = new FreezeWalk(meter, shapes, lenient, null);
    for (FreezeWalk.LatePart part : parts) {
      part.frozen = walk.freezeRoot(part.copy);
    }
    return replaceParts();
  }

  private Object replaceParts() {
    if (root instanceof FreezeWalk.LatePart) {
      return frozen(root);
    }
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Frozen> open = new ArrayDeque<>();
    push(root, seen, open);
    while (!open.isEmpty()) {
      Frozen frozen = open.pop();
      Object array = frozen.array();
      if (array instanceof Object[]) {
        @Nullable Object[] slots = (@Nullable Object[]) array;
        for (int i = 0; i < slots.length; i++) {
          if (slots[i] instanceof FreezeWalk.LatePart) {
            slots[i] = frozen(slots[i]);
          } else {
            push(slots[i], seen, open);
          }
        }
      }
      push(frozen.extraFields(), seen, open);
    }
    return root;
  }

  private static Object frozen(@Nullable Object part) {
    return Objects.requireNonNull(((FreezeWalk.LatePart) Objects.requireNonNull(part)).frozen);
  }

  private static void push(@Nullable Object part, Set<Object> seen, Deque<Frozen> open) {
    if (part instanceof Frozen && seen.add(part)) {
      open.push((Frozen) part);
    }
  }
}
