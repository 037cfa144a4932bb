package io.understudy.compare.walk;

import io.understudy.compare.KeyLabel;
import io.understudy.value.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The steps from the root to the current place of a walk. A step costs two stores; a {@link Path}
 * is created only where a difference is found. Not thread-safe.
 */
final class PathStack {
  private static final int PART = -1;
  private static final int KEY = -2;
  private static final int ELEMENT = -3;

  private Path base = Path.root();
  private @Nullable Object[] objects = new Object[8];

  /**
   * An index, or the kind of the object in {@link #objects}: a part's name, a key, an element's
   * label.
   */
  private int[] kinds = new int[8];

  private int depth;

  /** The paths after some of the first steps; paths that begin in the same way share them. */
  private @Nullable Path[] built = {};

  private int builtDepth;

  void pushPart(String name) {
    push(name, PART);
  }

  void pushIndex(int index) {
    push(null, index);
  }

  /** Adds the step to the value of a map's key. */
  void pushKey(@Nullable Object key) {
    push(key, KEY);
  }

  /** Adds the step to an element; the text of {@code label} is read only for a path. */
  void pushElement(Object label) {
    push(label, ELEMENT);
  }

  void pop() {
    truncate(depth - 1);
  }

  int depth() {
    return depth;
  }

  /** Removes all steps beyond this depth. */
  void truncate(int to) {
    depth = to;
    builtDepth = Math.min(builtDepth, to);
  }

  /** Starts again at a path. */
  void restartAt(Path path) {
    base = path;
    depth = 0;
    builtDepth = 0;
  }

  private void push(@Nullable Object object, int step) {
    if (depth == kinds.length) {
      objects = Arrays.copyOf(objects, 2 * depth);
      kinds = Arrays.copyOf(kinds, 2 * depth);
    }
    objects[depth] = object;
    kinds[depth++] = step;
  }

  /** Returns the current path. */
  Path path() {
    Path start = builtDepth == 0 ? null : built[builtDepth - 1];
    Path path = start == null ? base : start;
    if (built.length < depth) {
      built = Arrays.copyOf(built, kinds.length);
    }
    for (int i = builtDepth; i < depth; i++) {
      Object object = objects[i];
      if (kinds[i] >= 0) {
        path = path.index(kinds[i]);
      } else if (kinds[i] == KEY) {
        path = path.key(KeyLabel.of(object));
      } else if (kinds[i] == ELEMENT) {
        path = path.element(String.valueOf(object));
      } else {
        path = path.part((String) object);
      }
      built[i] = path;
    }
    builtDepth = depth;
    return path;
  }
}
