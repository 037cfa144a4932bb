package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BridgeTest {
  /** Does and says what the test wants. */
  private static class Recorder implements Handler {
    final List<String> seen = new ArrayList<>();

    @Override
    public @Nullable Object take(int point) {
      seen.add("take " + point);
      return "token";
    }

    @Override
    public void self(int point, Object token, @Nullable Object self, Class<?> declaring) {
      seen.add("self " + point + " " + token + " " + self + " " + declaring.getSimpleName());
    }

    @Override
    public void capture(int point, Object token, @Nullable Object[] arguments) {
      seen.add("capture " + point + " " + token + " " + arguments.length);
    }

    @Override
    public void exit(
        int point, Object token, @Nullable Object returned, @Nullable Throwable thrown) {
      seen.add("exit " + point + " " + token + " " + returned + " " + thrown);
    }

    @Override
    public void failed(int point, Throwable failure) {
      seen.add("failed " + point + " " + failure.getClass().getSimpleName());
    }
  }

  private static int[] entered(int point) {
    int[] marks = Bridge.enter(point);
    assertThat(marks).isNotNull();
    return marks == null ? new int[0] : marks;
  }

  private static Recorder open(Recorder handler) {
    Bridge.open(handler, 2);
    Bridge.arm(0, true);
    Bridge.arm(1, true);
    return handler;
  }

  @Test
  void pointThatIsNotArmedIsNotEntered() {
    Bridge.open(new Recorder(), 2);
    assertThat(Bridge.enter(0)).isNull();
    assertThat(Bridge.armed(0)).isFalse();
    Bridge.arm(0, true);
    assertThat(Bridge.armed(0)).isTrue();
    assertThat(Bridge.armed(1)).isFalse();
    assertThat(Bridge.enter(1)).isNull();
  }

  @Test
  void pointOfAnOlderGateIsNotEntered() {
    open(new Recorder());
    assertThat(Bridge.armed(7)).isFalse();
    assertThat(Bridge.enter(7)).isNull();
  }

  @Test
  void pointIsEnteredOnceUntilItsMarkIsCleared() {
    open(new Recorder());
    int[] marks = entered(0);
    assertThat(Bridge.enter(0)).isNull();
    marks[0] = 0;
    assertThat(Bridge.enter(0)).isSameAs(marks);
  }

  @Test
  void receiverIsHandedOverAndWhatThatThrowsIsReported() {
    Recorder handler = open(new Recorder());
    Bridge.self(1, "token", "receiver", String.class);
    assertThat(handler.seen).containsExactly("self 1 token receiver String");
    Recorder broken =
        open(
            new Recorder() {
              @Override
              public void self(int point, Object token, @Nullable Object self, Class<?> type) {
                throw new IllegalStateException();
              }
            });
    Bridge.self(0, "token", null, String.class);
    assertThat(broken.seen).containsExactly("failed 0 IllegalStateException");
  }

  @Test
  void pointsDoNotStandInEachOthersWay() {
    open(new Recorder());
    assertThat(Bridge.enter(0)).isNotNull();
    assertThat(Bridge.enter(1)).isNotNull();
  }

  @Test
  void threadsDoNotStandInEachOthersWay() throws InterruptedException {
    open(new Recorder());
    entered(0);
    List<Boolean> other = new ArrayList<>();
    Thread thread = new Thread(() -> other.add(Bridge.enter(0) != null));
    thread.start();
    thread.join();
    assertThat(other).containsExactly(true);
  }

  @Test
  void suppressedThreadEntersNothing() throws InterruptedException {
    open(new Recorder());
    List<Boolean> other = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              Bridge.suppress();
              other.add(Bridge.enter(0) != null);
            });
    thread.start();
    thread.join();
    assertThat(other).containsExactly(false);
    assertThat(Bridge.enter(0)).isNotNull();
  }

  @Test
  void handlerIsCalledInOrder() {
    Recorder handler = open(new Recorder());
    int[] marks = entered(1);
    Object token = Bridge.take(1);
    assertThat(token).isEqualTo("token");
    Bridge.capture(1, marks, "token", new Object[3]);
    Bridge.exit(1, marks, "token", "result", null);
    assertThat(handler.seen)
        .containsExactly("take 1", "capture 1 token 3", "exit 1 token result null");
  }

  @Test
  void whatTheHandlerThrowsIsReportedAndGoesNoFurther() {
    Recorder handler =
        open(
            new Recorder() {
              @Override
              public @Nullable Object take(int point) {
                throw new AssertionError();
              }

              @Override
              public void capture(int point, Object token, @Nullable Object[] arguments) {
                throw new StackOverflowError();
              }

              @Override
              public void exit(
                  int point, Object token, @Nullable Object returned, @Nullable Throwable thrown) {
                throw new OutOfMemoryError();
              }
            });
    int[] marks = entered(0);
    assertThat(Bridge.take(0)).isNull();
    Bridge.capture(0, marks, "token", new Object[0]);
    Bridge.exit(0, marks, "token", null, null);
    assertThat(handler.seen)
        .containsExactly(
            "failed 0 AssertionError", "failed 0 StackOverflowError", "failed 0 OutOfMemoryError");
    assertThat(Bridge.enter(1)).as("the thread is the application's again").isNotNull();
  }

  @Test
  void reportThatFailsIsCounted() {
    open(
        new Recorder() {
          @Override
          public @Nullable Object take(int point) {
            throw new IllegalStateException();
          }

          @Override
          public void failed(int point, Throwable failure) {
            throw new IllegalStateException();
          }
        });
    int before = Bridge.escaped;
    assertThat(Bridge.take(0)).isNull();
    assertThat(Bridge.escaped).isEqualTo(before + 1);
    Bridge.escaped = before;
  }

  @Test
  void closedGateStillTakesCallsUnderWay() {
    Recorder handler = open(new Recorder());
    int[] marks = entered(0);
    Bridge.close();
    assertThat(Bridge.enter(1)).isNull();
    Bridge.exit(0, marks, "token", null, null);
    assertThat(handler.seen).containsExactly("exit 0 token null null");
  }
}
