package io.understudy.agent.counting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.bridge.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallCounterTest {
  /** A class with a countable method. */
  public static class PricingService {
    public long quote(String cart, int customer) {
      return cart.length() + customer;
    }
  }

  /** A class without countable methods. */
  public static class Cart {}

  /** Counts one method of PricingService. */
  private final MethodFilter countable =
      new MethodFilter() {
        @Override
        public boolean mayContain(String className) {
          return className.startsWith(CallCounterTest.class.getName());
        }

        @Override
        public List<String> methods(byte[] classFile, Set<String> names) {
          return names.contains(PricingService.class.getName())
              ? Arrays.asList("quote(Ljava/lang/String;I)J")
              : Collections.emptyList();
        }
      };

  @Test
  void countersAreWovenAndRemoved() throws Exception {
    FakeJvm jvm = new FakeJvm(PricingService.class, Cart.class, String.class, int[].class);
    CallCounts figures = CallCounter.during(1, jvm.instrumentation(), countable);

    assertThat(figures.methods()).hasSize(1);
    assertThat(figures.methods().get(0).className).isEqualTo(PricingService.class.getName());
    assertThat(figures.methods().get(0).calls).isZero();
    assertThat(figures.places()).hasSize(1);
    assertThat(jvm.changed()).isEmpty();
    assertThat(jvm.current).containsKey(PricingService.class.getName());
  }

  @Test
  void wovenCodeCounts() throws Exception {
    Object key = Tally.open();
    try {
      CountingTransformer counters = new CountingTransformer(countable, new CounterNumbers(key));
      counters.setWanted(Collections.singleton(PricingService.class));
      byte[] woven =
          counters.transform(
              PricingService.class.getClassLoader(),
              PricingService.class.getName().replace('.', '/'),
              PricingService.class,
              null,
              FakeJvm.original(PricingService.class));
      Class<?> type = new Loader().define(PricingService.class.getName(), requireNonNull(woven));
      Object service = type.getConstructor().newInstance();
      for (int i = 0; i < 3; i++) {
        type.getMethod("quote", String.class, int.class).invoke(service, "", i);
      }

      List<MethodCount> figures = new ArrayList<>();
      counters.woven().get(0).read(figures);
      assertThat(figures.get(0).calls).isEqualTo(3);
      assertThat(figures.get(0).timed).isEqualTo(1);
      assertThat(figures.get(0).threads).isEqualTo(1);
    } finally {
      Tally.close(key);
    }
  }

  @Test
  void refusedClassDoesNotAffectOthers() throws Exception {
    FakeJvm jvm = new FakeJvm(PricingService.class, Cart.class);
    jvm.refuses = Cart.class.getName();

    CallCounts figures = CallCounter.during(1, jvm.instrumentation(), countable);

    assertThat(figures.methods()).hasSize(1);
    assertThat(jvm.changed()).isEmpty();
    assertThat(jvm.batches).containsExactly(2, 1, 1, 1);
  }

  @Test
  void failureRestoresTheClasses() throws Exception {
    FakeJvm jvm = new FakeJvm(PricingService.class);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> CallCounter.during(1_000, jvm.instrumentation(), countable))
        .isInstanceOf(InterruptedException.class);
    assertThat(jvm.changed()).isEmpty();
    assertThat(jvm.current).isNotEmpty();
    Object key = Tally.open();
    assertThat(key).isNotNull();
    Tally.close(key);
  }

  @Test
  void secondCountIsRefused() {
    Object key = Tally.open();
    try {
      assertThatThrownBy(() -> CallCounter.during(1, new FakeJvm().instrumentation(), countable))
          .hasMessage("calls are being counted in this JVM already");
    } finally {
      Tally.close(key);
    }
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(CallCounterTest.class.getClassLoader());
    }

    Class<?> define(String name, byte[] bytes) {
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
