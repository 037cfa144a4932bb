package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StopPointTest {
  @AfterEach
  void releaseThisThread() {
    StopPoint.release(Thread.currentThread());
  }

  @Test
  void checkPassesWhileNoThreadIsToStop() {
    assertThatCode(StopPoint::check).doesNotThrowAnyException();
  }

  @Test
  void checkThrowsEachTimeUntilTheThreadIsReleased() {
    StopPoint.stop(Thread.currentThread());
    assertThatThrownBy(StopPoint::check).isInstanceOf(StopPoint.Stopped.class);
    assertThatThrownBy(StopPoint::check)
        .isInstanceOf(StopPoint.Stopped.class)
        .satisfies(stopped -> assertThat(stopped.getStackTrace()).isEmpty());
    StopPoint.release(Thread.currentThread());
    assertThatCode(StopPoint::check).doesNotThrowAnyException();
  }

  @Test
  void foreignLockOfTheClassStopsNothing() throws Exception {
    Thread other = new Thread(() -> {});
    Thread agent =
        new Thread(
            () -> {
              StopPoint.stop(other);
              StopPoint.release(other);
            });
    synchronized (StopPoint.class) {
      agent.start();
      agent.join(20_000);
      assertThat(agent.isAlive()).isFalse();
    }
  }

  @Test
  void otherThreadsPass() {
    Thread other = new Thread(() -> {});
    StopPoint.stop(other);
    assertThatCode(StopPoint::check).doesNotThrowAnyException();
    StopPoint.release(other);
  }

  @Test
  void threadThatIsStoppedTwiceIsReleasedOnce() {
    StopPoint.stop(Thread.currentThread());
    StopPoint.stop(Thread.currentThread());
    StopPoint.release(Thread.currentThread());
    assertThatCode(StopPoint::check).doesNotThrowAnyException();
  }
}
