package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Uncapturable;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** No finalizer ever runs for a copy, wherever the object stands in the arguments. */
@SuppressWarnings({"unused", "UnusedVariable", "removal", "deprecation", "Finalize", "serial"})
class FinalizersTest {
  private static final AtomicInteger CLOSED = new AtomicInteger();

  static class Handle {
    int descriptor = 7;

    @Override
    protected void finalize() {
      CLOSED.incrementAndGet();
    }
  }

  static class SubHandle extends Handle {
    String name = "sub";
  }

  static class Pool extends ArrayList<Object> {
    @Override
    protected void finalize() {
      CLOSED.incrementAndGet();
    }
  }

  static class Table extends HashMap<Object, Object> {
    @Override
    protected void finalize() {
      CLOSED.incrementAndGet();
    }
  }

  static class Failure extends RuntimeException {
    @Override
    protected void finalize() {
      CLOSED.incrementAndGet();
    }
  }

  static class Day extends Date {
    @Override
    protected void finalize() {
      CLOSED.incrementAndGet();
    }
  }

  static class Token {
    private final String text;
    private final BigDecimal amount = BigDecimal.ONE;

    Token(String text) {
      this.text = text;
    }

    @Override
    protected void finalize() {
      CLOSED.incrementAndGet();
    }
  }

  static class Constant extends Handle {
    static final Constant ONE = new Constant();
  }

  static class Bean {
    Object held;
    Date day = new Date(1);

    Bean(Object held) {
      this.held = held;
    }
  }

  private static final Handle HANDLE = new SubHandle();

  private static void isRefused(Object live) {
    assertThat(Copies.refusal(live)).contains("is never copied").contains("overrides finalize()");
  }

  @Test
  void finalizableObjectsAreRefusedInEveryPosition() {
    isRefused(new Handle());
    isRefused(HANDLE);
    isRefused(new Bean(HANDLE));
    isRefused(new Object[] {HANDLE});
    isRefused(new ArrayList<>(Collections.singleton(HANDLE)));
    isRefused(Collections.singletonMap(HANDLE, "x"));
    isRefused(new HashMap<>(Collections.singletonMap("x", HANDLE)));
    isRefused(new HashMap<>(Collections.singletonMap(HANDLE, "x")));
    isRefused(new Pool());
    isRefused(new Table());
    isRefused(new Failure());
    isRefused(new RuntimeException(new Failure()));
    isRefused(new Day());
    isRefused(new Bean(new Bean(new Pool())));
    Handle captured = HANDLE;
    Supplier<Handle> lambda = () -> captured;
    assertThat(Copies.refusal(lambda)).contains("SubHandle, which can change");
    isRefused(
        new Handle() {
          int more;
        });
  }

  @Test
  void immutableObjectWithAFinalizerIsShared() throws Uncapturable {
    Token token = new Token("x");
    assertThat(Copies.of(token)).isSameAs(token);
    Bean bean = new Bean(token);
    assertThat(Copies.of(bean).held).isSameAs(token);
  }

  @Test
  void constantWithAFinalizerIsRefused() {
    isRefused(Constant.ONE);
  }

  /** The JVM registers a finalizer in the constructor of Object, which no copy runs. */
  @Test
  void noFinalizerRunsForCopies() throws Exception {
    int before = CLOSED.get();
    Map<Object, Object> live = new HashMap<>();
    live.put("bean", new Bean("x"));
    for (int i = 0; i < 100; i++) {
      Copies.of(live);
      Copies.refusal(new Bean(HANDLE));
    }
    WeakReference<Object> last = new WeakReference<>(Copies.of(live));
    for (int i = 0; i < 50 && last.get() != null; i++) {
      System.gc();
    }
    System.runFinalization();
    assertThat(CLOSED.get()).isEqualTo(before);
    assertThat(HANDLE.descriptor).isEqualTo(7);
  }
}
