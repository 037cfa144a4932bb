package io.understudy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The methods of the JDK are not woven here: the tests call what woven code would call. */
final class SettingsTest {
  private static final String PUT = "java.util.Properties.put";

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

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
            seen.add(point + " " + setter);
            return 5;
          }

          @Override
          public void died(Throwable thrown) {}
        });
  }

  @AfterEach
  void end() {
    Settings.allow(Keys.KEY);
    Shadow.watch(Keys.KEY, null);
  }

  private static <T> T inScope(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(Shadow.group(), future, "of a candidate");
    thread.start();
    return future.get();
  }

  @Test
  void setterOfACandidateIsRefusedAndRecorded() throws Exception {
    int change =
        inScope(
            () -> {
              AtomicIntegerArray call = Shadow.begin(7, -1);
              assertThat(Settings.refuses("java.util.Locale.setDefault")).isTrue();
              Shadow.leave();
              return Shadow.change(call);
            });
    assertThat(change).isEqualTo(5);
    assertThat(seen).containsExactly("7 java.util.Locale.setDefault");
  }

  @Test
  void setterOfACandidateIsRefusedIfTheCheckFails() throws Exception {
    int escaped = Bridge.escaped;
    // Without a class in its name, nothing can say whether the JDK calls it.
    assertThat(inScope(() -> Settings.refuses("setDefault"))).isTrue();
    assertThat(Bridge.escaped).isGreaterThan(escaped);
    assertThat(Settings.refuses("setDefault")).isFalse();
  }

  @Test
  void setterOfTheApplicationIsCounted() {
    int before = Settings.changes();
    assertThat(Settings.refuses("java.util.Locale.setDefault")).isFalse();
    Settings.applied();
    assertThat(Settings.changes()).isGreaterThan(before + 1);
    assertThat(seen).isEmpty();
  }

  @Test
  void onlyTheTableOfTheSystemIsGuarded() throws Exception {
    assertThat(inScope(() -> Settings.refuses(new Properties(), "a", PUT))).isFalse();
    assertThat(inScope(() -> Settings.refuses(System.getProperties(), "a", PUT))).isTrue();
    assertThat(seen).containsExactly("-1 java.util.Properties.put(a)");
  }

  @Test
  void allowedPropertiesAreNotRefused() throws Exception {
    Settings.allow(Keys.KEY, "java.awt.headless", "com.acme.*");
    Settings.allow(new Object(), "*");
    Properties system = System.getProperties();
    assertThat(inScope(() -> Settings.refuses(system, "java.awt.headless", PUT))).isFalse();
    assertThat(inScope(() -> Settings.refuses(system, "com.acme.mode", PUT))).isFalse();
    assertThat(inScope(() -> Settings.refuses(system, "java.awt.headless2", PUT))).isTrue();
    assertThat(inScope(() -> Settings.refuses(system, null, PUT))).isTrue();
  }

  @Test
  void onlyTheHolderOfTheKeyRestores() throws Exception {
    boolean[] refused =
        inScope(
            () -> {
              Settings.restore(new Object());
              boolean without = Settings.refuses("java.util.Locale.setDefault");
              Settings.restore(Keys.KEY);
              boolean with = Settings.refuses("java.util.Locale.setDefault");
              Settings.restored();
              return new boolean[] {without, with};
            });
    assertThat(refused).containsExactly(true, false);
  }

  @Test
  void viewsForCandidatesAreUnmodifiable() throws Exception {
    Properties system = System.getProperties();
    Map<Object, Object> map = new HashMap<>(Collections.singletonMap("a", "b"));
    assertThat(Settings.keys(map.keySet(), system)).isSameAs(map.keySet());
    Set<Map.Entry<Object, Object>> entries =
        inScope(() -> Settings.entries(map.entrySet(), system));
    assertThatThrownBy(() -> entries.iterator().next().setValue("c"))
        .isInstanceOf(UnsupportedOperationException.class);
    Set<Object> keys = inScope(() -> Settings.keys(map.keySet(), system));
    assertThatThrownBy(keys::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThat(inScope(() -> Settings.keys(map.keySet(), new Properties()))).isSameAs(map.keySet());
  }

  @Test
  void changeThatPassedAFailedGuardIsNotOneOfTheApplication() throws Exception {
    // At the entry there was no stack or no memory, so the setter was not refused.
    int passed = inScope(() -> changesBy(Settings::applied));
    int table = inScope(() -> changesBy(() -> Settings.applied(System.getProperties())));
    assertThat(passed).isZero();
    assertThat(table).isZero();
  }

  @Test
  void changeThatACandidateMayMakeCountsAsOneOfTheApplication() throws Exception {
    Settings.allow(Keys.KEY, "java.awt.headless");
    Properties system = System.getProperties();
    int changes =
        inScope(
            () ->
                changesBy(
                    () -> {
                      Settings.refuses(system, "java.awt.headless", PUT);
                      Settings.applied(system);
                    }));
    assertThat(changes).isEqualTo(2);
  }

  private static int changesBy(Runnable setter) {
    int before = Settings.changes();
    setter.run();
    return Settings.changes() - before;
  }
}
