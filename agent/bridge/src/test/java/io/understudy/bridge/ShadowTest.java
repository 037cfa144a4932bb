package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The methods of the JDK are not woven here: the tests call what woven code would call. */
final class ShadowTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void watch() {
    Shadow.watch(
        Keys.KEY,
        new Shadow.Watch() {
          @Override
          public void refused(int point, @Nullable String className, String what) {
            seen.add(point + " " + what + (className == null ? "" : " by " + className));
          }

          @Override
          public void calledControl(int point) {
            seen.add(point + " called the control");
          }

          @Override
          public int changed(int point, String setter) {
            seen.add(point + " " + setter);
            return 4;
          }

          @Override
          public void died(Throwable thrown) {
            seen.add("died of " + thrown.getMessage());
          }
        },
        "com.acme.Next",
        Task.class.getName());
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

  /** Stands for the class of a candidate. */
  static final class Task implements Runnable {
    @Override
    public void run() {
      Shadow.exit("Runtime.exit", 3);
    }
  }

  @Test
  void threadsOfTheApplicationMayExit() {
    assertThatCode(() -> Shadow.exit("Runtime.exit", 3)).doesNotThrowAnyException();
    assertThat(Shadow.leavesOut(new Thread())).isFalse();
    assertThat(seen).isEmpty();
  }

  @Test
  void threadsOfTheScopeMayNot() throws Exception {
    inScope(
        () -> {
          AtomicIntegerArray call = Shadow.begin(7, -1);
          assertThatThrownBy(() -> Shadow.exit("Runtime.halt", 3))
              .isInstanceOf(SecurityException.class)
              .hasMessageContaining("Runtime.halt(3)");
          assertThat(Shadow.exits(call)).isEqualTo(1);
          Shadow.leave();
          return call;
        });
    assertThat(seen).containsExactly("7 Runtime.halt(3)");
  }

  @Test
  void nothingIsRefusedWithoutAWatch() throws Exception {
    Shadow.watch(Keys.KEY, null);
    inScope(
        () -> {
          Shadow.exit("Runtime.exit", 3);
          return Shadow.leavesOut(new Thread());
        });
    assertThat(seen).isEmpty();
  }

  @Test
  void threadsThatTheScopeCreatesBelongToItAndAreDaemons() throws Exception {
    Thread child =
        inScope(
            () -> {
              Shadow.begin(7, -1);
              Thread made = new Thread(() -> {});
              made.setDaemon(false);
              Threads.starting(made);
              return made;
            });
    assertThat(child.isDaemon()).isTrue();
    assertThat(Shadow.isIn(child)).isTrue();
    assertThat(seen).containsExactly("7 Thread.setDaemon(false)");
  }

  @Test
  void threadInAGroupOfTheApplicationIsAdopted() throws Exception {
    ThreadGroup own = Thread.currentThread().getThreadGroup();
    Thread child =
        inScope(
            () -> {
              Thread made = new Thread(own, () -> {});
              made.setDaemon(false);
              Threads.starting(made);
              return made;
            });
    assertThat(child.isDaemon()).isTrue();
    assertThat(Shadow.isIn(child)).isTrue();
  }

  @Test
  void threadsOfTheApplicationStayAsTheyAre() {
    Thread own = new Thread(() -> {});
    own.setDaemon(false);
    Threads.starting(own);
    assertThat(own.isDaemon()).isFalse();
    assertThat(Shadow.isIn(own)).isFalse();
  }

  @Test
  void poolThatTheApplicationMadeKeepsItsThreadsOutOfTheScope() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      inScope(() -> pool.submit(() -> Shadow.isIn(Thread.currentThread())));
      assertThat(pool.submit(() -> Shadow.isIn(Thread.currentThread())).get()).isFalse();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void taskOfACandidateOnASharedPoolMayNotExit() {
    assertThatThrownBy(() -> ForkJoinPool.commonPool().submit(new Task()).get())
        .hasRootCauseInstanceOf(SecurityException.class);
    assertThat(seen).containsExactly("-1 Runtime.exit(3) by " + Task.class.getName());
  }

  @Test
  void candidatesClassOnAThreadOfTheApplicationMayExit() {
    assertThatCode(() -> new Task().run()).doesNotThrowAnyException();
  }

  @Test
  void hookOfTheJdkIsRegistered() throws Exception {
    assertThat(inScope(() -> Shadow.leavesOut(new Thread()))).isTrue();
    assertThat(seen).containsExactly("-1 Runtime.addShutdownHook");
  }

  @Test
  void controlOfTheSameCallIsCounted() throws Exception {
    int point = Bridge.reserve(Keys.KEY, 1);
    AtomicIntegerArray call =
        inScope(
            () -> {
              Bridge.suppress(Keys.KEY);
              AtomicIntegerArray record = Shadow.begin(point, 5);
              Shadow.entered(point, 4);
              Shadow.entered(point, 5);
              Shadow.entered(point + 1, 4);
              Thread child = new Thread(() -> Shadow.entered(point, 4));
              child.start();
              child.join();
              Shadow.close(record);
              return record;
            });
    assertThat(Shadow.controlCalls(call)).isEqualTo(2);
    assertThat(seen).isEmpty();
  }

  @Test
  void controlAfterTheCallIsReported() throws Exception {
    inScope(
        () -> {
          Shadow.close(Shadow.begin(9, -1));
          Shadow.entered(9, 4);
          return "";
        });
    assertThat(seen).containsExactly("9 called the control");
  }

  @Test
  void callsOnThreadsOfTheScopeAreNotCaptured() throws Exception {
    int point = Bridge.reserve(Keys.KEY, 1);
    Bridge.open(
        Keys.KEY,
        new Handler() {
          @Override
          public @Nullable Token take(int number, int site) {
            return null;
          }

          @Override
          public void failed(int number, Throwable failure) {}
        });
    try {
      Bridge.arm(Keys.KEY, point, true);
      assertThat(inScope(() -> Bridge.enter(point, 0) == null)).isTrue();
    } finally {
      Bridge.close(Keys.KEY);
    }
  }

  @Test
  void exceptionThatEndsAThreadDoesNotReachTheDefaultHandler() throws Exception {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> seen.add("default handler"));
    try {
      Thread thread =
          new Thread(
              Shadow.group(),
              () -> {
                throw new IllegalStateException("on purpose");
              });
      thread.start();
      thread.join();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(seen).containsExactly("died of on purpose");
  }
}
