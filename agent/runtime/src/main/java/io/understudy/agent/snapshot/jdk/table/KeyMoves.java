package io.understudy.agent.snapshot.jdk.table;

import io.understudy.agent.snapshot.plan.CopyFailures;
import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.DeferredFill;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one copied table whose hash code can differ from that of the original. A key that
 * inherits {@code Object.hashCode} gets its place at once. The others wait for the pool, because
 * their hash code is code of the application. Not thread-safe.
 */
final class KeyMoves {
  /** How a kind of table finds and changes the place of a node. */
  interface Table {
    /** The hash code that the table stores for a key with this hash code. */
    int stored(int hashCode);

    /** The hash code that a node stores. */
    int hash(Object node);

    /** The key of a node; null if it is gone. */
    @Nullable Object key(Object node);

    /** Moves a node to the bucket of another stored hash code. */
    void move(Object copy, Object node, int stored) throws Uncapturable;
  }

  private final Table table;
  private final Object copy;
  private @Nullable List<Object> identities;
  private @Nullable List<Object> unknown;

  KeyMoves(Table table, Object copy) {
    this.table = table;
    this.copy = copy;
  }

  /**
   * Notes a node whose key had to be copied. The stored hash code tells that it is the identity of
   * the original, also where the class overrides {@code hashCode} with a call of the inherited one.
   */
  void add(Object node, Object liveKey, Object copiedKey) {
    KeyHash hash = KeyHash.of(copiedKey.getClass());
    if (hash == KeyHash.IDENTITY
        || table.hash(node) == table.stored(System.identityHashCode(liveKey))) {
      identities = identities == null ? new ArrayList<>() : identities;
      identities.add(node);
    } else if (hash == KeyHash.UNKNOWN) {
      unknown = unknown == null ? new ArrayList<>() : unknown;
      unknown.add(node);
    }
  }

  /** The number of noted nodes whose places are known, and of the others. */
  int[] mark() {
    return new int[] {
      identities == null ? 0 : identities.size(), unknown == null ? 0 : unknown.size()
    };
  }

  /** Forgets the nodes that were noted after a mark. */
  void reset(int[] mark) {
    if (identities != null) {
      identities.subList(mark[0], identities.size()).clear();
    }
    if (unknown != null) {
      unknown.subList(mark[1], unknown.size()).clear();
    }
  }

  /**
   * Sets a table that the pool makes, and moves the nodes.
   *
   * @param buckets the copied buckets; null if the map has no table yet
   * @param setTable sets the table of the copy
   */
  void finish(@Nullable Buckets buckets, Consumer<@Nullable Object[]> setTable, CopyWalk walk)
      throws Uncapturable {
    if (buckets == null || buckets.table() != null) {
      run(walk);
      return;
    }
    CopyWalk later = walk.another(new Meter(Bounds.DEFAULT));
    walk.completeLater(
        () -> {
          setTable.accept(buckets.make());
          run(later);
          for (DeferredFill step : later.completions()) {
            step.run();
          }
        });
  }

  /** Moves the nodes, after the table has all of them. */
  private void run(CopyWalk walk) throws Uncapturable {
    for (int i = 0; identities != null && i < identities.size(); i++) {
      Object node = identities.get(i);
      Object key = table.key(node);
      if (key != null) {
        table.move(copy, node, table.stored(System.identityHashCode(key)));
      }
    }
    List<Object> later = unknown;
    if (later != null) {
      walk.completeLater(new Completion(table, copy, later, walk));
    }
  }

  /**
   * Moves keys on the pool. A key that is stored under another hash code than it has now was
   * changed by the application after it was inserted, or its hash code depends on an identity. Only
   * in the second case does a further copy of the key have yet another hash code.
   */
  private static final class Completion implements DeferredFill {
    private final Table table;
    private final Object copy;
    private final List<Object> nodes;
    private final CopyWalk walk;

    Completion(Table table, Object copy, List<Object> nodes, CopyWalk walk) {
      this.table = table;
      this.copy = copy;
      this.nodes = nodes;
      this.walk = walk.another(new Meter(Bounds.DEFAULT));
    }

    @Override
    public void run() throws Uncapturable {
      for (Object node : nodes) {
        Object key = table.key(node);
        if (key != null && IdentitySearch.finds(key)) {
          int now = table.stored(hashCode(key));
          if (now != table.hash(node) && now != table.stored(hashCode(again(key)))) {
            table.move(copy, node, now);
          }
        }
      }
    }

    private Object again(Object key) throws Uncapturable {
      CopyWalk own = walk.another(new Meter(Bounds.DEFAULT));
      Object second = own.copyArgument(key, own.planOf(key));
      own.finish();
      for (DeferredFill step : own.completions()) {
        if (!(step instanceof Completion)) { // Which could copy this key again, for ever.
          step.run();
        }
      }
      return second;
    }

    private static int hashCode(Object key) throws Uncapturable {
      try {
        return key.hashCode();
      } catch (RuntimeException | Error thrown) {
        throw CopyFailures.failed(key, thrown);
      }
    }
  }
}
