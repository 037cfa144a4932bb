package io.understudy.compare.identity;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** {@link Identities} in memory: one {@link IdNamespace} for each name, one byte count for all. */
final class BoundedIdentities implements Identities {
  private final ConcurrentMap<String, IdNamespace> namespaces = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final int mostPairs;
  private final long mostBytes;

  BoundedIdentities(int mostPairs, long mostBytes) {
    if (mostPairs < 1) {
      throw new IllegalArgumentException("at least one pair, not " + mostPairs);
    }
    this.mostPairs = mostPairs;
    this.mostBytes = mostBytes;
  }

  private IdNamespace namespace(String namespace) {
    return namespaces.computeIfAbsent(namespace, n -> new IdNamespace(mostPairs, mostBytes, bytes));
  }

  @Override
  public Relation relation(String namespace, Id control, Id candidate) {
    return namespace(namespace).relation(control, candidate);
  }

  @Override
  public void bind(String namespace, Id control, Id candidate) {
    namespace(namespace).bind(control, candidate);
  }

  @Override
  public void unpaired(String namespace, Id control) {
    namespace(namespace).unpaired(control);
  }

  @Override
  public Counterpart counterpart(String namespace, Id control) {
    return namespace(namespace).counterpart(control);
  }

  @Override
  public @Nullable Id controlOf(String namespace, Id candidate) {
    return namespace(namespace).controlOf(candidate);
  }
}
