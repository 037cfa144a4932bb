package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BridgeKeyTest {
  private int point;

  @BeforeEach
  void reservePoint() {
    point = Bridge.reserve(Keys.KEY, 1);
  }

  @AfterEach
  void detach() {
    Bridge.close(Keys.KEY);
  }

  /** Takes nothing. */
  private static final class NoHandler implements Handler {
    @Override
    public @Nullable Token take(int point, int site) {
      return null;
    }

    @Override
    public void failed(int point, Throwable failure) {}
  }

  @Test
  void contractIsTheCompiledOne() {
    assertThat(Bridge.contract()).isEqualTo(Bridge.CONTRACT);
  }

  @Test
  void onlyOneAgentHoldsTheKey() {
    assertThat(Bridge.claim()).isNull();
  }

  @Test
  void otherKeysChangeNothing() {
    Bridge.open(Keys.KEY, new NoHandler());
    Bridge.arm(Keys.KEY, point, true);
    for (Object other : new Object[] {null, new Object(), "key"}) {
      assertThat(Bridge.open(other, new NoHandler())).isFalse();
      assertThat(Bridge.drain(other)).isFalse();
      assertThat(Bridge.close(other)).isFalse();
      assertThat(Bridge.release(other)).isFalse();
      assertThat(Bridge.arm(other, point, false)).isFalse();
      assertThat(Bridge.reserve(other, 1)).isEqualTo(-1);
      assertThat(Bridge.verbs(other, words -> "")).isFalse();
      assertThat(Bridge.suppress(other)).isFalse();
      assertThat(Shadow.watch(other, null)).isFalse();
    }
    assertThat(Bridge.verbs()).isNull();
    assertThat(Bridge.claim()).isNull();
    assertThat(Bridge.enter(point, 0)).as("still armed, and not suppressed").isNotNull();
    assertThat(Bridge.reserve(Keys.KEY, 0)).as("no number was reserved").isEqualTo(point + 1);
  }

  @Test
  void foreignLockOfTheClassStopsNothing() throws Exception {
    FutureTask<Boolean> closing = new FutureTask<>(() -> Bridge.close(Keys.KEY));
    synchronized (Bridge.class) {
      new Thread(closing).start();
      assertThat(closing.get()).isTrue();
    }
  }
}
