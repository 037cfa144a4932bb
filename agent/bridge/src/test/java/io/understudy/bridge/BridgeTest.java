package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BridgeTest {
  private int a;
  private int b;

  @BeforeEach
  void reserveTwoPoints() {
    a = Bridge.reserve(Keys.KEY, 2);
    b = a + 1;
  }

  @AfterEach
  void detach() {
    Bridge.close(Keys.KEY);
  }

  /** Records its calls; tests override methods. */
  private class Recorder implements Handler {
    final List<String> seen = new ArrayList<>();

    @Override
    public @Nullable Token take(int point, int site) {
      seen.add("take " + (point - a) + " of " + site);
      return new Recorded(seen);
    }

    @Override
    public void failed(int point, Throwable failure) {
      seen.add("failed " + (point - a) + " " + failure.getClass().getSimpleName());
    }
  }

  private static class Recorded implements Token {
    final List<String> seen;

    Recorded(List<String> seen) {
      this.seen = seen;
    }

    @Override
    public void self(@Nullable Object self, Class<?> declaring) {
      seen.add("self " + self + " " + declaring.getSimpleName());
    }

    @Override
    public void capture(@Nullable Object[] arguments) {
      seen.add("capture " + arguments.length);
    }

    @Override
    public void exit(@Nullable Object returned, @Nullable Throwable thrown) {
      seen.add("exit " + returned + " " + thrown);
    }

    @Override
    public void failed(Throwable failure) {
      seen.add("failed " + failure.getClass().getSimpleName());
    }
  }

  /** The first steps of woven code. */
  private static int[] entered(int point) {
    int[] marks = Bridge.enter(point, 0);
    assertThat(marks).isNotNull();
    marks = marks == null ? new int[0] : marks;
    marks[Bridge.slot(point)] = 1;
    return marks;
  }

  /** Any array with the mark of the point. */
  private static int[] marked(int point) {
    int[] marks = new int[Math.max(0, Bridge.slot(point)) + 2];
    marks[Math.max(0, Bridge.slot(point))] = 1;
    return marks;
  }

  /** The last step of woven code. */
  private static void left(int point, int[] marks) {
    marks[Bridge.slot(point)] = 0;
  }

  private Recorder open(Recorder handler) {
    Bridge.open(Keys.KEY, handler);
    Bridge.arm(Keys.KEY, a, true);
    Bridge.arm(Keys.KEY, b, true);
    return handler;
  }

  private static <T> T inAnotherThread(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    new Thread(future).start();
    return future.get();
  }

  @Test
  void disarmedPointIsNotEntered() {
    Bridge.open(Keys.KEY, new Recorder());
    assertThat(Bridge.enter(a, 0)).isNull();
    assertThat(Bridge.armed(a)).isFalse();
    Bridge.arm(Keys.KEY, a, true);
    assertThat(Bridge.armed(a)).isTrue();
    assertThat(Bridge.armed(b)).isFalse();
    assertThat(Bridge.enter(b, 0)).isNull();
  }

  @Test
  void unknownNumberIsNeitherEnteredNorArmed() {
    open(new Recorder());
    for (int unknown : new int[] {-1, a - 1, b + 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      Bridge.arm(Keys.KEY, unknown, true);
      assertThat(Bridge.armed(unknown)).isFalse();
      assertThat(Bridge.enter(unknown, 0)).isNull();
    }
  }

  @Test
  void pointIsEnteredOnceUntilItsMarkIsCleared() {
    open(new Recorder());
    int[] marks = entered(a);
    assertThat(Bridge.enter(a, 0)).isNull();
    left(a, marks);
    assertThat(Bridge.enter(a, 0)).isSameAs(marks);
    left(a, marks);
  }

  @Test
  void pointsAreEnteredIndependently() {
    open(new Recorder());
    left(a, entered(a));
    int[] marks = entered(a);
    left(b, entered(b));
    left(a, marks);
  }

  @Test
  void threadsEnterIndependently() throws Exception {
    open(new Recorder());
    int[] marks = entered(a);
    assertThat(inAnotherThread(() -> Bridge.enter(a, 0) != null)).isTrue();
    left(a, marks);
  }

  @Test
  void suppressedThreadEntersNothing() throws Exception {
    open(new Recorder());
    boolean other =
        inAnotherThread(
            () -> {
              Bridge.suppress(Keys.KEY);
              return Bridge.enter(a, 0) != null;
            });
    assertThat(other).isFalse();
    left(a, entered(a));
  }

  @Test
  void handlerAndTokenAreCalledInOrder() {
    Recorder handler = open(new Recorder());
    int[] marks = entered(b);
    Object token = taken(b);
    Bridge.self(token, "receiver", String.class);
    Bridge.capture(token, marks, new Object[3]);
    left(b, marks);
    Bridge.exit(token, marks, "result", null);
    assertThat(handler.seen)
        .containsExactly("take 1 of 7", "self receiver String", "capture 3", "exit result null");
  }

  private static Object taken(int point) {
    Object token = Bridge.take(point, 7, marked(point));
    assertThat(token).isNotNull();
    return token == null ? "" : token;
  }

  @Test
  void exceptionOfTheHandlerIsReportedAndNotThrown() {
    Recorder handler =
        open(
            new Recorder() {
              @Override
              public @Nullable Token take(int point, int site) {
                throw new AssertionError();
              }
            });
    int[] marks = entered(a);
    assertThat(Bridge.take(a, 7, marked(a))).isNull();
    assertThat(handler.seen).containsExactly("failed 0 AssertionError");
    left(a, marks);
  }

  @Test
  void exceptionOfTheTokenIsReportedAndNotThrown() {
    open(new Recorder());
    Recorded token =
        new Recorded(new ArrayList<>()) {
          @Override
          public void self(@Nullable Object self, Class<?> declaring) {
            throw new IllegalStateException();
          }

          @Override
          public void capture(@Nullable Object[] arguments) {
            throw new StackOverflowError();
          }

          @Override
          public void exit(@Nullable Object returned, @Nullable Throwable thrown) {
            throw new OutOfMemoryError();
          }
        };
    int[] marks = entered(a);
    Bridge.self(token, null, String.class);
    Bridge.capture(token, marks, new Object[0]);
    Bridge.exit(token, marks, null, null);
    assertThat(token.seen)
        .containsExactly(
            "failed IllegalStateException", "failed StackOverflowError", "failed OutOfMemoryError");
    left(b, entered(b));
    left(a, marks);
  }

  @Test
  void noPointIsEnteredWhileTheAgentRunsOnTheThread() {
    open(new Recorder());
    List<Boolean> inside = new ArrayList<>();
    Recorded token =
        new Recorded(new ArrayList<>()) {
          @Override
          public void capture(@Nullable Object[] arguments) {
            inside.add(Bridge.enter(b, 0) == null);
            // A reload by another thread, with points for which this thread has no marks.
            int more = Bridge.reserve(Keys.KEY, 100);
            open(new Recorder());
            Bridge.arm(Keys.KEY, more + 99, true);
            inside.add(Bridge.enter(more + 99, 0) == null);
          }
        };
    int[] marks = entered(a);
    Bridge.capture(token, marks, new Object[0]);
    assertThat(inside).containsExactly(true, true);
    left(b, entered(b));
    left(a, marks);
  }

  @Test
  void failedReportIsCounted() {
    open(
        new Recorder() {
          @Override
          public @Nullable Token take(int point, int site) {
            throw new IllegalStateException();
          }

          @Override
          public void failed(int point, Throwable failure) {
            throw new IllegalStateException();
          }
        });
    int before = Bridge.escaped;
    assertThat(Bridge.take(a, 7, marked(a))).isNull();
    assertThat(Bridge.escaped).isEqualTo(before + 1);
    Bridge.exit("no token", new int[1], null, null);
    assertThat(Bridge.escaped).isEqualTo(before + 2);
    Bridge.escaped = before;
  }

  @Test
  void callUnderWayAtAReloadEndsAtItsToken() {
    Recorder before = open(new Recorder());
    int[] marks = entered(a);
    Object token = taken(a);

    Recorder after = new Recorder();
    Bridge.open(Keys.KEY, after);

    assertThat(Bridge.enter(a, 0)).as("the thread is inside still").isNull();
    left(a, marks);
    Bridge.exit(token, marks, "result", null);
    left(a, entered(a));
    taken(a);
    assertThat(before.seen).containsExactly("take 0 of 7", "exit result null");
    assertThat(after.seen).containsExactly("take 0 of 7");
  }

  @Test
  void threadInsideAnOldPointEntersPointsOfAReload() {
    open(new Recorder());
    int[] old = entered(a);
    int more = Bridge.reserve(Keys.KEY, 40);
    Bridge.open(Keys.KEY, new Recorder());
    assertThat(Bridge.enter(more, 0)).as("not armed yet").isNull();
    Bridge.arm(Keys.KEY, more + 39, true);

    int[] marks = entered(more + 39);
    assertThat(marks).isNotSameAs(old);
    assertThat(Bridge.enter(more + 39, 0)).isNull();
    assertThat(Bridge.enter(a, 0)).isNull();
    int[] other = entered(b);
    left(a, old);
    assertThat(entered(a)).as("the old array, which b's frame holds too").isSameAs(other);

    left(a, old);
    left(b, old);
    left(more + 39, marks);
    assertThat(entered(a)).as("no frame holds the old array any more").isSameAs(marks);
    assertThat(Bridge.enter(more + 39, 0)).isSameAs(marks);
    left(a, marks);
    left(more + 39, marks);
  }

  @Test
  void manyReloadsDuringOneCall() {
    open(new Recorder());
    int[] first = entered(a);
    for (int reload = 0; reload < 50; reload++) {
      int more = Bridge.reserve(Keys.KEY, 7);
      Bridge.open(Keys.KEY, new Recorder());
      Bridge.arm(Keys.KEY, more + 6, true);
      int[] marks = entered(more + 6);
      assertThat(Bridge.enter(more + 6, 0)).isNull();
      assertThat(Bridge.enter(a, 0)).isNull();
      left(more + 6, marks);
    }
    left(a, first);
    left(a, entered(a));
  }

  @Test
  void closedGateStillTakesCallsUnderWay() {
    Recorder handler = open(new Recorder());
    int[] marks = entered(a);
    Object token = taken(a);
    Bridge.close(Keys.KEY);
    assertThat(Bridge.enter(b, 0)).isNull();
    assertThat(Bridge.take(b, 7, marked(b))).isNull();
    Bridge.exit(token, marks, null, null);
    assertThat(handler.seen).containsExactly("take 0 of 7", "exit null null");
  }

  @Test
  void numbersOfADetachedAgentAreDisarmed() {
    open(new Recorder());
    int[] old = entered(a);
    int slot = Bridge.slot(a);
    Bridge.close(Keys.KEY);

    int again = Bridge.reserve(Keys.KEY, 2);
    Bridge.open(Keys.KEY, new Recorder());
    Bridge.arm(Keys.KEY, again, true);
    Bridge.arm(Keys.KEY, a, true);

    assertThat(Bridge.enter(a, 0)).isNull();
    int[] marks = entered(again);
    assertThat(marks).isNotSameAs(old);
    old[slot] = 0;
    assertThat(Bridge.enter(again, 0)).as("another array than the old frame's").isNull();
    left(again, marks);
  }

  @Test
  void threadOfADetachedAgentStaysSuppressed() throws Exception {
    open(new Recorder());
    boolean entered =
        inAnotherThread(
            () -> {
              Bridge.suppress(Keys.KEY);
              Bridge.close(Keys.KEY);
              int again = Bridge.reserve(Keys.KEY, 1);
              Bridge.open(Keys.KEY, new Recorder());
              Bridge.arm(Keys.KEY, again, true);
              return Bridge.enter(again, 0) != null;
            });
    assertThat(entered).isFalse();
  }

  @Test
  void nothingIsTakenWithoutTheMark() {
    Recorder handler = open(new Recorder());
    assertThat(Bridge.take(a, 7, null)).isNull();
    assertThat(Bridge.take(a, 7, new int[0])).isNull();
    assertThat(Bridge.take(a, 7, new int[5])).isNull();
    assertThat(Bridge.take(-1, 7, new int[5])).isNull();
    assertThat(handler.seen).isEmpty();
  }
}
