package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.jdk.layout.Layout;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of {@code HashMap} and {@code LinkedHashMap}. The handles are constants, so that the
 * JIT compiler inlines them. Keys and values are read by the methods of {@code Map.Entry}, which
 * are the JDK's own. Stateless.
 */
final class HashNodes {
  static final Layout LAYOUT = new Layout(HashMap.class);
  static final Layout LINKED = new Layout(LinkedHashMap.class);

  private static final Class<?> NODE = LAYOUT.inner("Node");
  static final Class<?> TREE_NODE = LAYOUT.inner("TreeNode");
  private static final Class<?> ENTRY = LINKED.inner("Entry");

  private static final MethodHandle HASH = LAYOUT.getter(NODE, "hash", int.class);
  private static final MethodHandle SET_HASH = LAYOUT.setter(NODE, "hash", int.class);
  private static final MethodHandle NEXT = LAYOUT.getter(NODE, "next", Object.class);
  private static final MethodHandle SET_NEXT = LAYOUT.setter(NODE, "next", Object.class);
  private static final MethodHandle MAKE =
      LAYOUT.maker(NODE, int.class, Object.class, Object.class, NODE);
  private static final MethodHandle MAKE_ENTRY =
      LINKED.maker(ENTRY, int.class, Object.class, Object.class, NODE);
  private static final MethodHandle MAKE_TREE_NODE =
      LAYOUT.maker(TREE_NODE, int.class, Object.class, Object.class, NODE);
  private static final MethodHandle AFTER = LINKED.getter(ENTRY, "after", Object.class);
  private static final MethodHandle SET_AFTER = LINKED.setter(ENTRY, "after", Object.class);
  private static final MethodHandle SET_BEFORE = LINKED.setter(ENTRY, "before", Object.class);

  private HashNodes() {}

  /** The table of an empty map with {@code length} buckets. */
  static @Nullable Object[] table(int length) {
    return (@Nullable Object[]) java.lang.reflect.Array.newInstance(NODE, length);
  }

  /** The spread hash code that a node stores. */
  static int hash(Object node) {
    try {
      return (int) HASH.invokeExact(node);
    } catch (Throwable thrown) {
      throw rethrown(thrown);
    }
  }

  static void setHash(Object node, int hash) {
    try {
      SET_HASH.invokeExact(node, hash);
    } catch (Throwable thrown) {
      throw rethrown(thrown);
    }
  }

  /** The next node of the bucket. */
  static @Nullable Object next(Object node) {
    try {
      return (Object) NEXT.invokeExact(node);
    } catch (Throwable thrown) {
      throw rethrown(thrown);
    }
  }

  static void setNext(Object node, @Nullable Object next) {
    try {
      SET_NEXT.invokeExact(node, (Object) next);
    } catch (Throwable thrown) {
      throw rethrown(thrown);
    }
  }

  /** The node that was inserted, or used, after this one. */
  static @Nullable Object after(Object entry) {
    try {
      return (Object) AFTER.invokeExact(entry);
    } catch (Throwable thrown) {
      throw rethrown(thrown);
    }
  }

  /** Links two nodes in the order of a {@code LinkedHashMap}. */
  static void link(Object before, Object after) {
    try {
      SET_AFTER.invokeExact(before, after);
      SET_BEFORE.invokeExact(after, before);
    } catch (Throwable thrown) {
      throw rethrown(thrown);
    }
  }

  static Object node(int hash, @Nullable Object key, @Nullable Object value) {
    try {
      return (Object) MAKE.invokeExact(hash, (Object) key, (Object) value, (Object) null);
    } catch (Throwable thrown) {
      throw rethrown(thrown);
    }
  }

  static Object entry(int hash, @Nullable Object key, @Nullable Object value) {
    try {
      return (Object) MAKE_ENTRY.invokeExact(hash, (Object) key, (Object) value, (Object) null);
    } catch (Throwable thrown) {
      throw rethrown(thrown);
    }
  }

  static Object treeNode(int hash, @Nullable Object key, @Nullable Object value) {
    try {
      return (Object) MAKE_TREE_NODE.invokeExact(hash, (Object) key, (Object) value, (Object) null);
    } catch (Throwable thrown) {
      throw rethrown(thrown);
    }
  }

  /** Removes a node from a chain and returns the first of the chain. */
  static @Nullable Object without(@Nullable Object first, Object node) {
    Object next = next(node);
    setNext(node, null);
    if (first == node) {
      return next;
    }
    for (Object at = first; at != null; at = next(at)) {
      if (next(at) == node) {
        setNext(at, next);
      }
    }
    return first;
  }

  /** Adds a node at the end of a chain and returns the first of the chain. */
  static Object append(@Nullable Object first, Object node) {
    if (first == null) {
      return node;
    }
    Object last = first;
    for (Object at = next(first); at != null; at = next(at)) {
      last = at;
    }
    setNext(last, node);
    return first;
  }

  static RuntimeException rethrown(Throwable thrown) {
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    return thrown instanceof RuntimeException
        ? (RuntimeException) thrown
        : new IllegalStateException(thrown);
  }
}
