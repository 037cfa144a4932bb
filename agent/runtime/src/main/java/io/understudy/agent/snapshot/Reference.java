package io.understudy.agent.snapshot;

import io.understudy.value.Uncapturable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An {@code AtomicReference}. */
final class Reference extends Plan {
  @Override
  public Object shell(Object live, Copying walk) {
    return new AtomicReference<@Nullable Object>();
  }

  @Override
  @SuppressWarnings("unchecked")
  public void fill(Object live, Object copy, Copying walk) throws Uncapturable {
    ((AtomicReference<@Nullable Object>) copy).set(walk.part(((AtomicReference<?>) live).get()));
  }
}
