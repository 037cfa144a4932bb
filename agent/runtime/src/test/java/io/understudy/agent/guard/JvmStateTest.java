package io.understudy.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Changes settings of the JVM of the tests, and restores them. */
@Isolated
final class JvmStateTest {
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private final PrintStream out = System.out;
  private final Properties properties = System.getProperties();
  private final JvmState state = new JvmState();

  @BeforeEach
  void read() {
    System.setProperty("understudy.test", "before");
    state.read(true);
  }

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
    System.setOut(out);
    System.setProperties(properties);
    System.clearProperty("understudy.test");
    System.clearProperty("understudy.other");
  }

  @Test
  void nothingDiffersWithoutAChange() {
    assertThat(state.differences()).isEmpty();
  }

  @Test
  void localeOfOneCategory() {
    Locale other = Locale.GERMANY.equals(locale) ? Locale.FRANCE : Locale.GERMANY;
    Locale.setDefault(Locale.Category.FORMAT, other);
    assertThat(state.differences()).containsExactly("the default locale");
    state.restore();
    assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(locale);
    assertThat(state.differences()).isEmpty();
  }

  @Test
  void timeZone() {
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
    assertThat(state.differences()).containsExactly("the default time zone");
    state.restore();
    assertThat(TimeZone.getDefault()).isEqualTo(zone);
  }

  @Test
  void keyThatIsNoTextRunsNoCode() {
    Object key =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("code of a candidate");
          }
        };
    properties.put(key, "value");
    assertThat(state.differences())
        .containsExactly("the system property with a key of " + key.getClass().getName());
    state.restore();
    assertThat(properties.containsKey(key)).isFalse();
  }

  @Test
  void longKeyIsCut() {
    String key = String.join("", Collections.nCopies(300, "k"));
    System.setProperty(key, "value");
    assertThat(state.differences())
        .containsExactly("the system property " + key.substring(0, 200) + "…");
    state.restore();
    assertThat(System.getProperty(key)).isNull();
  }

  @Test
  void stream() {
    System.setOut(System.err);
    assertThat(state.differences()).containsExactly("a standard stream");
    state.restore();
    assertThat(System.out).isSameAs(out);
  }

  @Test
  void systemProperties() {
    System.setProperty("understudy.other", "new");
    assertThat(state.differences()).containsExactly("the system property understudy.other");
    state.restore();
    assertThat(System.getProperty("understudy.other")).isNull();
    System.clearProperty("understudy.test");
    assertThat(state.differences()).containsExactly("the system property understudy.test");
    state.restore();
    assertThat(System.getProperty("understudy.test")).isEqualTo("before");
  }

  @Test
  void changedValueIsFoundByTheNextFullReading() throws Exception {
    System.setProperty("understudy.test", "after");
    Thread.sleep(60);
    assertThat(state.differences()).containsExactly("the system property understudy.test");
    state.read(true);
    assertThat(state.differences()).isEmpty();
  }

  @Test
  void otherTableOfSystemProperties() {
    System.setProperties(new Properties());
    assertThat(state.differences()).containsExactly("the table of system properties");
    state.restore();
    assertThat(System.getProperties()).isSameAs(properties);
  }

  @Test
  void lockOfThePropertiesDelaysNothing() throws Exception {
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch isDone = new CountDownLatch(1);
    Thread application =
        new Thread(
            () -> {
              synchronized (properties) {
                isHeld.countDown();
                await(isDone);
              }
            });
    application.start();
    await(isHeld);
    Thread agent =
        new Thread(
            () -> {
              state.read(true);
              state.differences();
              state.read(true);
            });
    agent.start();
    agent.join(20_000);
    boolean isWaiting = agent.isAlive();
    isDone.countDown();
    application.join();
    assertThat(isWaiting).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void forgottenReadingHoldsNoStreamAndDiffersFromNothing() throws Exception {
    PrintStream replaced = new PrintStream(new ByteArrayOutputStream());
    WeakReference<PrintStream> held = new WeakReference<>(replaced);
    System.setOut(replaced);
    state.read(true);
    System.setOut(out);
    assertThat(state.differences()).containsExactly("a standard stream");
    state.forget();
    assertThat(state.differences()).isEmpty();
    state.restore();
    assertThat(System.out).isSameAs(out);
    replaced = null;
    for (int i = 0; i < 100 && held.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(held.get()).isNull();
    state.read(true);
    System.clearProperty("understudy.test");
    assertThat(state.differences()).containsExactly("the system property understudy.test");
  }
}
