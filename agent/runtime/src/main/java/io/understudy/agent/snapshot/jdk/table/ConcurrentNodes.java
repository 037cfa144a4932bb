package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.jdk.layout.IntField;
import io.understudy.agent.snapshot.jdk.layout.Layout;
import io.understudy.agent.snapshot.jdk.layout.RefField;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The nodes of {@code ConcurrentHashMap}. Stateless. */
final class ConcurrentNodes {
  static final Layout LAYOUT = new Layout(ConcurrentHashMap.class);
  static final Class<?> NODE = LAYOUT.inner("Node");
  static final Class<?> TREE_NODE = LAYOUT.inner("TreeNode");
  static final Class<?> TREE = LAYOUT.inner("TreeBin");
  static final Class<?> FORWARDING = LAYOUT.inner("ForwardingNode");
  static final IntField HASH = LAYOUT.number(NODE, "hash");
  static final RefField NEXT = LAYOUT.ref(NODE, "next");

  // The copy of a table reads and writes these fields of each node.
  private static final MethodHandle HASH_OF = LAYOUT.getter(NODE, "hash", int.class);
  private static final MethodHandle NEXT_OF = LAYOUT.getter(NODE, "next", Object.class);
  private static final MethodHandle SET_NEXT = LAYOUT.setter(NODE, "next", Object.class);
  static final RefField FIRST = LAYOUT.ref(TREE, "first");
  static final RefField ROOT = LAYOUT.ref(TREE, "root");
  static final RefField NEXT_TABLE = LAYOUT.ref(FORWARDING, "nextTable");

  private static final MethodHandle MAKE =
      LAYOUT.maker(NODE, int.class, Object.class, Object.class, NODE);
  private static final MethodHandle MAKE_TREE_NODE =
      LAYOUT.maker(TREE_NODE, int.class, Object.class, Object.class, NODE, TREE_NODE);
  private static final MethodHandle MAKE_TREE = LAYOUT.maker(TREE, TREE_NODE);

  private ConcurrentNodes() {}

  static @Nullable Object[] table(int length) {
    return (@Nullable Object[]) Array.newInstance(NODE, length);
  }

  static int hash(Object node) {
    try {
      return (int) HASH_OF.invokeExact(node);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  static @Nullable Object next(Object node) {
    try {
      return (Object) NEXT_OF.invokeExact(node);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  static void setNext(Object node, Object next) {
    try {
      SET_NEXT.invokeExact(node, next);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  static Object node(int hash, Object key, Object value) {
    try {
      return (Object) MAKE.invokeExact(hash, (Object) key, (Object) value, (Object) null);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  static Object treeNode(int hash, Object key, Object value) {
    try {
      return (Object)
          MAKE_TREE_NODE.invokeExact(
              hash, (Object) key, (Object) value, (Object) null, (Object) null);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }

  /** Makes a tree of one node; the constructor compares further nodes, so they are linked later. */
  static Object tree(Object single) {
    try {
      return (Object) MAKE_TREE.invokeExact((Object) single);
    } catch (Throwable thrown) {
      throw HashNodes.rethrown(thrown);
    }
  }
}
