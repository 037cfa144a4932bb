package io.understudy.value.view;

import static io.understudy.value.view.ViewsTest.compare;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.view.ViewsTest.Geo;
import io.understudy.value.view.ViewsTest.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Views that read an object as another one: as one of its parts, or as the result of a function.
 */
class ViewFunctionsTest {
  private static final String GEO = Geo.class.getName();

  static final class UserId {
    final String value;

    UserId(String value) {
      this.value = value;
    }
  }

  @Test
  void wrapperReadAsItsContent() {
    Views views = Views.builder().content(UserId.class.getName(), "value").build();

    assertThat(compare(views, new Place(new UserId("u1"), 1), new Place("u1", 1)).isEqual())
        .isTrue();
    assertThat(compare(views, new UserId("u1"), new UserId("u2")).isEqual()).isFalse();
  }

  static final class Nest {
    @Nullable Object inside;
  }

  @Test
  void contentCycleEnds() {
    Nest nest = new Nest();
    nest.inside = nest;
    Nest other = new Nest();
    other.inside = nest;

    assertThat(
            FrozenText.frozen(
                other, Views.builder().content(Nest.class.getName(), "inside").build()))
        .isEqualTo("{inside: {inside: ^0}}");
  }

  public static final class GeoView implements Function<Geo, Object> {
    @Override
    public Object apply(Geo geo) {
      if (geo.lat > 90) {
        throw new IllegalArgumentException("latitude 4711");
      }
      return geo.lat < -90 ? Stream.of(1) : Arrays.asList(geo.lat, geo.lon);
    }
  }

  @Test
  void functionClassIsCalled() {
    Views views = Views.builder().with(GEO, GeoView.class.getName()).build();

    assertThat(FrozenText.frozen(new Place("x", new Geo(1, 2)), views))
        .isEqualTo("{id: x, at: [1.0, 2.0]}");
    assertThat(compare(views, new Geo(1, 2), new double[] {1, 2}).isEqual()).isTrue();
    assertThat(FrozenText.frozen(new Geo(91, 2), views))
        .isEqualTo("uncapturable: reading " + GEO + " threw java.lang.IllegalArgumentException");
    assertThat(FrozenText.frozen(new Geo(-91, 2), views)).contains("can be read only once");
    assertThat(compare(views, new Geo(91, 2), new Geo(91, 2)).toString()).contains("OPAQUE");
  }

  @Test
  void unusableFunctionClassIsReported() {
    assertThat(FrozenText.frozen(new Geo(1, 2), Views.builder().with(GEO, "com.acme.Gone").build()))
        .isEqualTo(
            "uncapturable: "
                + GEO
                + " cannot be seen by com.acme.Gone: java.lang.ClassNotFoundException");
    assertThat(
            FrozenText.frozen(new Geo(1, 2), Views.builder().with(GEO, "java.lang.Object").build()))
        .isEqualTo("uncapturable: java.lang.Object does not implement java.util.function.Function");
  }

  @Test
  void functionReturnsNullOrTheSameClass() {
    assertThat(FrozenText.frozen(new Geo(1, 2), Views.builder().seenAs(GEO, geo -> null).build()))
        .isEqualTo("none");
    Views rounded =
        Views.builder().seenAs(GEO, geo -> new Geo(((Geo) geo).lonRounded(), 0)).build();
    assertThat(FrozenText.frozen(Arrays.asList(new Geo(1, 2.25), 3), rounded))
        .isEqualTo("[{lat: 2.0, lon: 0.0, reads: 0}, 3]");
  }

  @Test
  void functionInGraphWithCycle() {
    Nest nest = new Nest();
    nest.inside = new ArrayList<>(Collections.singletonList(nest));
    Views views =
        Views.builder()
            .seenAs(
                Nest.class.getName(),
                n -> new Place("n", Objects.requireNonNull(((Nest) n).inside)))
            .build();

    assertThat(FrozenText.frozen(nest, views)).isEqualTo("{id: n, at: [^1]}");
    assertThat(compare(views, nest, nest).isEqual()).isTrue();
  }
}
