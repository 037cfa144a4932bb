package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.call.Call;
import io.understudy.compare.rule.Rules;
import io.understudy.journal.Fate;
import io.understudy.plays.Plays;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import io.understudy.value.view.Views;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Results and arguments are frozen by the views under {@code types:}. */
final class SeenTypesTest {
  private final CaptureHarness stage = new CaptureHarness();

  @AfterEach
  void noFailureEscapesTheBridge() {
    assertThat(Capture.escapedFailures()).isZero();
  }

  /** The result of the application. */
  public static final class Geo {
    final double lat;

    Geo(double lat) {
      this.lat = lat;
    }

    @Override
    public String toString() {
      return "at " + lat;
    }
  }

  /** The name in the configuration. */
  public static final class GeoView implements Function<Geo, Object> {
    @Override
    public Object apply(Geo geo) {
      if (geo.lat > 90) {
        throw new IllegalArgumentException("4711");
      }
      return "lat " + geo.lat;
    }
  }

  @Test
  void resultIsFrozenByItsConfiguredView() throws Exception {
    stage.views = Views.builder().asString(Geo.class.getName()).build();
    returning(new Geo(1));

    assertThat(onlyCall().control().value()).isEqualTo("at 1.0");
  }

  @Test
  void standardViewIsTheRecordOfTheFields() throws Exception {
    returning(new Geo(1));

    assertThat(onlyCall().control().value())
        .isInstanceOfSatisfying(Frozen.class, geo -> assertThat(geo.part(0)).isEqualTo(1.0));
  }

  @Test
  void viewFunctionIsCalledOnce() throws Exception {
    stage.views = Views.builder().with(Geo.class.getName(), GeoView.class.getName()).build();
    returning(new Geo(1));

    assertThat(onlyCall().control().value()).isEqualTo("lat 1.0");
  }

  @Test
  void viewFunctionThatThrowsMakesTheCallUncaptured() throws Exception {
    stage.views = Views.builder().with(Geo.class.getName(), GeoView.class.getName()).build();
    Geo result = new Geo(91);

    assertThat(returning(result)).isSameAs(result);
    assertThatThrownBy(this::onlyCall)
        .isInstanceOf(Uncapturable.class)
        .hasMessage("reading " + Geo.class.getName() + " threw java.lang.IllegalArgumentException");
  }

  @Test
  void missingViewFunctionMakesTheCallUncaptured() throws Exception {
    stage.views = Views.builder().with(Geo.class.getName(), "com.acme.Gone").build();
    Geo result = new Geo(1);

    assertThat(returning(result)).isSameAs(result);
    assertThatThrownBy(this::onlyCall)
        .hasMessage(
            Geo.class.getName()
                + " cannot be seen by com.acme.Gone: java.lang.ClassNotFoundException");
  }

  private @Nullable Object returning(Object result) throws Exception {
    stage.point(Plays.Sorts.class, "identity", 1, Rules.none(), (String[]) null);
    Class<?> sorts = stage.load(Plays.Sorts.class);
    return sorts
        .getMethod("identity", Object.class)
        .invoke(sorts.getDeclaredConstructor().newInstance(), result);
  }

  /** The call, after the pool has read the rest of its outcome. */
  private Call onlyCall() throws Uncapturable {
    assertThat(stage.calls).hasSize(1);
    assertThat(stage.ended(0, Fate.UNCAPTURED)).isZero();
    Call call = stage.calls.get(0);
    call.complete();
    return call;
  }
}
