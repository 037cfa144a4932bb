package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveAction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The methods of the JDK are not woven here: the tests call what woven code would call. */
final class TasksTest {
  private static final Object QUEUE = "the queue";

  private volatile @Nullable Throwable died;
  private volatile boolean wasIn;

  @BeforeEach
  void watch() {
    Shadow.watch(
        Keys.KEY,
        new Shadow.Watch() {
          @Override
          public void refused(int point, @Nullable String className, String what) {}

          @Override
          public void calledControl(int point) {}

          @Override
          public int changed(int point, String setter) {
            return 1;
          }

          @Override
          public void died(Throwable thrown) {
            died = thrown;
          }
        });
  }

  @AfterEach
  void end() {
    Shadow.watch(Keys.KEY, null);
  }

  private static <T> T inScope(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(Shadow.group(), future, "of a candidate");
    thread.start();
    return future.get();
  }

  /** What code of the application is told is what the scope goes by. */
  private static boolean isIn() {
    assertThat(Understudy.isShadow()).isEqualTo(Shadow.isCurrentIn());
    return Understudy.isShadow();
  }

  @Test
  void nothingIsAShadowWhileTheScopeIsNotGuarded() throws Exception {
    assertThat(inScope(Understudy::isShadow)).isTrue();
    assertThat(Understudy.isShadow()).isFalse();

    Shadow.watch(Keys.KEY, null);
    assertThat(inScope(Understudy::isShadow)).isFalse();
  }

  private static final class Action extends RecursiveAction {
    @Override
    protected void compute() {}
  }

  @Test
  void taskBelongsToTheCodeThatCreatesIt() throws Exception {
    Object own = new Object();
    Object foreign =
        inScope(
            () -> {
              Object task = new Object();
              Tasks.created(task);
              return task;
            });
    Tasks.created(own);
    Object[] outer = Tasks.enter(own);
    assertThat(isIn()).isFalse();
    Tasks.leave(outer);
    Object[] inner = Tasks.enter(foreign);
    assertThat(isIn()).isTrue();
    Tasks.leave(inner);
    assertThat(isIn()).isFalse();
  }

  @Test
  void taskOfTheApplicationOnAThreadOfACandidate() throws Exception {
    ForkJoinTask<?> own = new Action();
    inScope(
        () -> {
          Object[] outer = Tasks.enter(own);
          assertThat(isIn()).isFalse();
          Object[] inner = Tasks.enter(own);
          Tasks.leave(inner);
          assertThat(isIn()).isFalse();
          Tasks.leave(outer);
          assertThat(isIn()).isTrue();
          return own;
        });
  }

  @Test
  void callsAreSuppressedInTheTaskOnly() throws Exception {
    Object foreign =
        inScope(
            () -> {
              Object task = new Object();
              Tasks.created(task);
              return task;
            });
    FutureTask<Integer> suppressed =
        new FutureTask<>(
            () -> {
              Object[] outer = Tasks.enter(foreign);
              int inside = Marks.suppress(1);
              Tasks.leave(outer);
              return 10 * inside + Marks.suppress(0);
            });
    new Thread(suppressed).start(); // its first use of the marks is inside of the task
    assertThat(suppressed.get()).isEqualTo(10);
  }

  @Test
  void frameThatCouldNotBeLeftSilencesNoLaterCall() throws Exception {
    Object foreign =
        inScope(
            () -> {
              Object task = new Object();
              Tasks.created(task);
              return task;
            });
    int before = Marks.head()[Marks.SUPPRESSED];
    Object[] lost = Objects.requireNonNull(Tasks.enter(foreign));
    assertThat(Marks.head()[Marks.SUPPRESSED]).isEqualTo(1);
    lost[0] = null; // what woven code does if the call of leave fails
    Tasks.removeEnded(); // what the next call of a control does
    assertThat(Marks.head()[Marks.SUPPRESSED]).isEqualTo(before);
    assertThat(isIn()).isFalse();
    assertThat(Tasks.isAnyRunning()).isFalse();
  }

  @Test
  void leavingATaskRemovesLostFramesWithinIt() throws Exception {
    Object foreign =
        inScope(
            () -> {
              Object task = new Object();
              Tasks.created(task);
              return task;
            });
    Object[] outer = Tasks.enter(foreign);
    Tasks.enter(foreign);
    Tasks.leave(outer);
    assertThat(isIn()).isFalse();
    assertThat(Tasks.isAnyRunning()).isFalse();
  }

  @Test
  void eachHandOverStandsForOneRun() throws Exception {
    boolean[] wasIn = new boolean[1];
    Runnable shared = () -> wasIn[0] = isIn();
    inScope(
        () -> {
          Tasks.submitted(shared);
          return shared;
        });
    Tasks.hosted(shared).run();
    assertThat(wasIn[0]).isTrue();
    assertThat(isIn()).isFalse();
    assertThat(Tasks.hosted(shared)).isSameAs(shared);
  }

  @Test
  void rejectedTaskIsForgotten() throws Exception {
    Runnable task = () -> {};
    inScope(
        () -> {
          Tasks.submitted(task);
          Tasks.rejected(task);
          return task;
        });
    assertThat(Tasks.hosted(task)).isSameAs(task);
  }

  @Test
  void exceptionOfATimerTaskEndsTheTaskOnly() throws Exception {
    TimerTask task =
        inScope(
            () -> {
              TimerTask made =
                  new TimerTask() {
                    @Override
                    public void run() {
                      throw new IllegalStateException("on purpose");
                    }
                  };
              Tasks.created(made);
              return made;
            });
    Tasks.hosted(task).run();
    assertThat(died).hasMessage("on purpose");
    assertThat(isIn()).isFalse();
  }

  @Test
  void threadWorksForTheElementUntilItTakesTheNext() throws Exception {
    Runnable foreign = () -> {};
    Runnable own = () -> {};
    Tasks.offered(own);
    inScope(
        () -> {
          Tasks.offered(foreign);
          Tasks.offered("data");
          return foreign;
        });
    Tasks.taken(own, QUEUE);
    assertThat(isIn()).isFalse();
    Tasks.taken("data", QUEUE);
    assertThat(isIn()).isFalse();
    Tasks.taken(foreign, QUEUE);
    assertThat(isIn()).isTrue();
    Tasks.taken("data", "another queue");
    assertThat(isIn()).isTrue();
    Tasks.taken(null, QUEUE);
    assertThat(isIn()).isFalse();
  }

  @Test
  void takenElementEndsWithTheTaskThatTookIt() throws Exception {
    Runnable element = () -> {};
    Object task =
        inScope(
            () -> {
              Object made = new Object();
              Tasks.created(made);
              Tasks.offered(element);
              return made;
            });
    Object[] outer = Tasks.enter(task);
    Tasks.taken(element, QUEUE);
    Tasks.leave(outer);
    assertThat(isIn()).isFalse();
    assertThat(Tasks.isAnyRunning()).isFalse();
  }

  @Test
  void threadThatEndsWithATakenElementLeavesNoFrame() throws Exception {
    Runnable foreign = () -> {};
    inScope(
        () -> {
          Tasks.offered(foreign);
          return foreign;
        });
    Thread taker =
        new Thread(
            () -> {
              Tasks.taken(foreign, QUEUE);
              wasIn = isIn();
            });
    taker.start();
    taker.join();
    assertThat(wasIn).isTrue();
    assertThat(Tasks.isAnyRunning()).isTrue();
    for (int i = 0; i < 1_000; i++) {
      Tasks.taken("an element", "another queue");
    }
    assertThat(Tasks.isAnyRunning()).isFalse();
  }
}
