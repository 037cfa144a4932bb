package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import java.lang.invoke.MethodHandle;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links the copied nodes of a bucket that is a tree: the same parents, children and colours.
 * Immutable.
 */
final class TreeNodes {
  private final RefField[] links;
  private final MethodHandle red;
  private final MethodHandle setRed;

  /**
   * Finds the fields.
   *
   * @param node the class of the nodes
   */
  TreeNodes(Layout layout, Class<?> node) {
    links =
        new RefField[] {
          layout.ref(node, "parent"),
          layout.ref(node, "left"),
          layout.ref(node, "right"),
          layout.ref(node, "prev")
        };
    red = layout.getter(node, "red", boolean.class);
    setRed = layout.setter(node, "red", boolean.class);
  }

  /**
   * Links the copies.
   *
   * @param copies the copy of each node of the bucket
   * @return false if a node refers to one outside the bucket, since another thread changes it
   */
  boolean link(IdentityHashMap<Object, Object> copies) {
    for (Map.Entry<Object, Object> pair : copies.entrySet()) {
      for (RefField link : links) {
        Object live = link.get(pair.getKey());
        Object copy = live == null ? null : copies.get(live);
        if (live != null && copy == null) {
          return false;
        }
        link.set(pair.getValue(), copy);
      }
      copyColour(pair.getKey(), pair.getValue());
    }
    return true;
  }

  /** The copy of the root above a copied node; null if the parents form a circle. */
  @Nullable Object root(Object copy, int most) {
    Object at = copy;
    for (int i = 0; i <= most; i++) {
      Object parent = links[0].get(at);
      if (parent == null) {
        return at;
      }
      at = parent;
    }
    return null;
  }

  private void copyColour(Object live, Object copy) {
    try {
      setRed.invokeExact(copy, (boolean) red.invokeExact(live));
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }
}
