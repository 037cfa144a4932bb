package io.understudy.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeakLoaderKeyTest {
  private final ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();

  /** A loader whose own equals must not be called. */
  private static final class Hostile extends ClassLoader {
    @Override
    public boolean equals(@Nullable Object other) {
      throw new AssertionError("code of the application");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("code of the application");
    }
  }

  private WeakLoaderKey key(@Nullable ClassLoader loader) {
    return new WeakLoaderKey(loader, queue);
  }

  @Test
  void keysOfOneLoaderAreEqual() {
    ClassLoader loader = new Hostile();
    assertThat(key(loader)).isEqualTo(key(loader)).hasSameHashCodeAs(key(loader));
    assertThat(key(loader)).isNotEqualTo(key(new Hostile()));
    assertThat(loader).isNotNull();
  }

  @Test
  void bootstrapLoaderIsAKeyOfItsOwn() {
    assertThat(key(null)).isEqualTo(key(null));
    assertThat(key(null)).isNotEqualTo(key(new Hostile()));
    assertThat(key(null).equals((Object) "text")).isFalse();
  }

  @Test
  void keyOfACollectedLoaderIsEqualOnlyToItself() {
    WeakLoaderKey gone = key(new Hostile());
    WeakLoaderKey other = key(new Hostile());
    GarbageCollection.awaitUntil(() -> gone.get() == null && other.get() == null);
    Object same = gone;
    assertThat(gone).isEqualTo(same);
    assertThat(gone).isNotEqualTo(other);
    assertThat(gone).as("not the bootstrap loader").isNotEqualTo(key(null));
  }

  @Test
  void queueReceivesTheKeyOfACollectedLoader() throws InterruptedException {
    WeakLoaderKey gone = key(new Hostile());
    GarbageCollection.awaitUntil(() -> gone.get() == null);
    assertThat(queue.remove(20_000)).isSameAs(gone);
  }
}
