package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.weave.BridgeKeys;
import io.understudy.bridge.Settings;
import io.understudy.bridge.Shadow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Changes the default locale of the JVM of the tests, and restores it. */
@Isolated
final class StateGuardTest {
  private static final String SETTER = "java.util.Locale.setDefault";

  private final Locale locale = Locale.getDefault();
  private final Locale other = Locale.GERMANY.equals(locale) ? Locale.FRANCE : Locale.GERMANY;
  private final List<String> restored = new ArrayList<>();

  @BeforeEach
  void guard() {
    BridgeKeys.KEY.watch(new NoWatch());
  }

  @AfterEach
  void restore() {
    BridgeKeys.KEY.watch(null);
    Locale.setDefault(locale);
  }

  private void end() {
    StateGuard.INSTANCE.check(BridgeKeys.KEY, "quote", restored::add);
    StateGuard.INSTANCE.end();
  }

  /** The JDK is not woven here: this calls what woven setters call. */
  private void setByTheApplication(Locale next) {
    Settings.refuses(SETTER);
    Locale.setDefault(next);
    Settings.applied();
  }

  @Test
  void changeOfTheApplicationStays() {
    StateGuard.INSTANCE.begin();
    setByTheApplication(other);
    end();
    assertThat(restored).isEmpty();
    assertThat(Locale.getDefault()).isEqualTo(other);
  }

  @Test
  void applicationThatSetsTheSameValueExcusesNoLaterChange() {
    StateGuard.INSTANCE.begin();
    StateGuard.INSTANCE.begin(); // of another call, so that the state is not read anew
    setByTheApplication(locale);
    end();
    Locale.setDefault(other);
    end();
    assertThat(restored).containsExactly("the default locale");
    assertThat(Locale.getDefault()).isEqualTo(locale);
  }

  @Test
  void callThatEndsTwiceExcusesNoLaterChange() {
    StateGuard.INSTANCE.begin();
    StateGuard.INSTANCE.begin();
    end();
    end();
    end();
    StateGuard.INSTANCE.begin();
    Locale.setDefault(other);
    end();
    assertThat(restored).containsExactly("the default locale");
    assertThat(Locale.getDefault()).isEqualTo(locale);
  }

  private static final class NoWatch implements Shadow.Watch {
    @Override
    public void refused(int point, @Nullable String className, String what) {}

    @Override
    public void died(Throwable thrown) {}

    @Override
    public void calledControl(int point) {}

    @Override
    public int changed(int point, String setter) {
      return 1;
    }
  }
}
