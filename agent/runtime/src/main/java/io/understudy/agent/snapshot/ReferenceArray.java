package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** An {@code AtomicReferenceArray}. */
final class ReferenceArray extends Plan {
  @Override
  public Object shell(Object live, Copying walk) throws Uncapturable {
    int length = walk.expected(((AtomicReferenceArray<?>) live).length());
    return new AtomicReferenceArray<@Nullable Object>(length);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, Copying walk) throws Uncapturable {
    AtomicReferenceArray<@Nullable Object> to = (AtomicReferenceArray<@Nullable Object>) copy;
    for (int i = 0; i < to.length(); i++) {
      to.set(i, walk.part(((AtomicReferenceArray<?>) live).get(i)));
    }
  }
}
