package io.understudy.value.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.Comparison;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"unused", "UnusedVariable"})
class ViewsTest {
  private static final String GEO = Geo.class.getName();

  static class Geo implements Located {
    final double lat;
    final double lon;
    private int reads;

    Geo(double lat, double lon) {
      this.lat = lat;
      this.lon = lon;
    }

    @Override
    public double getLat() {
      return lat;
    }

    public double lonRounded() {
      return Math.rint(lon);
    }

    @Override
    public String toString() {
      return lat + ";" + lon;
    }
  }

  interface Located {
    double getLat();
  }

  static final class Spot extends Geo {
    private final String name;

    Spot(String name) {
      super(1, 2);
      this.name = name;
    }
  }

  static final class Place {
    final Object id;
    final Object at;

    Place(Object id, Object at) {
      this.id = id;
      this.at = at;
    }
  }

  @Test
  void viewAsString() {
    Views views = Views.builder().asString(GEO).build();

    assertThat(FrozenText.frozen(Arrays.asList(new Geo(1, 2), new Spot("x")), views))
        .isEqualTo("[1.0;2.0, 1.0;2.0]");
    assertThat(compare(views, new Place(1, new Geo(1, 2)), new Place(1, "1.0;2.0")).isEqual())
        .isTrue();
    assertThat(compare(views, new Geo(1, 2), "1.0;3.0").toString()).contains("VALUE");
  }

  static final class Code {
    final String text;
    final Object unseen = new Object();

    Code(String text) {
      this.text = text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (text.equals("broken")) {
        throw new IllegalStateException();
      }
      return other instanceof Code && text.equalsIgnoreCase(((Code) other).text);
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  @Test
  void viewAsEquals() {
    Views views = Views.builder().asEquals(Code.class.getName()).build();

    assertThat(compare(views, new Code("a"), new Code("A")).isEqual()).isTrue();
    assertThat(compare(views, new Code("a"), new Code("b")).isEqual()).isFalse();
    assertThat(compare(views, new Code("broken"), new Code("broken")).isEqual()).isFalse();
    assertThat(compare(views, new Code("a"), "a").toString()).contains("TYPE");
    assertThat(
            compare(
                    views,
                    Collections.singleton(new Code("a")),
                    Collections.singleton(new Code("A")))
                .isEqual())
        .isTrue();
    assertThat(compare(Views.standard(), new Code("a"), new Code("A")).isEqual()).isFalse();
  }

  @Test
  void frozenValueKeepsTheShapeOfItsView() throws Uncapturable {
    Views views = Views.builder().asEquals(Code.class.getName()).build();
    Object frozen = Freezer.freeze(new Code("a"), new Meter(Bounds.DEFAULT), views);

    assertThat(frozen).isNotNull();
    assertThat(StandardShapes.of(frozen).kind()).isEqualTo(Kind.SCALAR);
    assertThat(StandardShapes.of(frozen).typeName()).isEqualTo(Code.class.getName());
  }

  @Test
  void viewByNamedParts() {
    Views views = Views.builder().parts(GEO, "lon", "lonRounded", "lat").build();

    assertThat(FrozenText.frozen(new Geo(1, 2.25), views))
        .isEqualTo("{lon: 2.25, lonRounded: 2.0, lat: 1.0}");
    assertThat(FrozenText.frozen(new Spot("x"), views))
        .isEqualTo("{lon: 2.0, lonRounded: 2.0, lat: 1.0}");
  }

  @Test
  void missingPartMakesTheCallUncaptured() {
    Views views = Views.builder().parts(GEO, "height").build();

    assertThat(FrozenText.frozen(new Geo(1, 2), views))
        .isEqualTo("uncapturable: " + GEO + " has neither a field nor a getter \"height\"");
  }

  @Test
  void gettersOfSubclassAreLeftOut() {
    Views views = Views.builder().getters(Located.class.getName()).build();

    assertThat(FrozenText.frozen(new Spot("x"), views)).isEqualTo("{lat: 1.0}");
  }

  @Test
  void dynamicProxyReadByTheGettersOfItsInterface() {
    Object proxy =
        Proxy.newProxyInstance(
            Located.class.getClassLoader(),
            new Class<?>[] {Located.class},
            (self, method, arguments) -> 7.5);

    assertThat(FrozenText.frozen(proxy)).startsWith("uncapturable: a dynamic proxy of ");
    assertThat(FrozenText.frozen(proxy, Views.builder().getters(Located.class.getName()).build()))
        .endsWith("{lat: 7.5}");
  }

  static final class Paged extends java.util.AbstractList<String> {
    final int total = 7;
    final List<String> page = Collections.singletonList("a");

    @Override
    public String get(int index) {
      return page.get(index);
    }

    @Override
    public int size() {
      return page.size();
    }
  }

  @Test
  void collectionReadByParts() {
    Views views = Views.builder().parts(Paged.class.getName(), "total", "page").build();

    assertThat(FrozenText.frozen(new Paged())).isEqualTo("[a]");
    assertThat(FrozenText.frozen(new Paged(), views)).isEqualTo("{total: 7, page: [a]}");
  }

  @Test
  void viewOfJdkValue() {
    UUID id = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    Views views = Views.builder().asString("java.util.UUID").build();

    assertThat(compare(views, new Keyed(id), new Keyed2(id.toString())).isEqual()).isTrue();
    assertThat(compare(Views.standard(), new Keyed(id), new Keyed2(id.toString())).isEqual())
        .isFalse();
  }

  static final class Keyed {
    final UUID id;

    Keyed(UUID id) {
      this.id = id;
    }
  }

  static final class Keyed2 {
    final String id;

    Keyed2(String id) {
      this.id = id;
    }
  }

  enum Status {
    OPEN("o"),
    SHUT("s");

    private final String code;

    Status(String code) {
      this.code = code;
    }
  }

  static final class Shop {
    final Status status;

    Shop(Status status) {
      this.status = status;
    }
  }

  @Test
  void enumReadByItsCode() {
    Views views = Views.builder().content(Status.class.getName(), "code").build();

    assertThat(FrozenText.frozen(new Shop(Status.SHUT), views)).isEqualTo("{status: s}");
    assertThat(FrozenText.frozen(new Shop(Status.SHUT))).isEqualTo("{status: SHUT}");
  }

  static class Entity {
    public String getName() {
      throw new IllegalStateException("getters of entities are not called");
    }
  }

  static final class Proxied extends Entity implements HibernateProxy {
    final Object handler = new Object();
  }

  @Test
  void gettersOfAPersistenceProxyAreNeverCalled() {
    Views views =
        Views.builder()
            .getters(Entity.class.getName())
            .seenAs(Proxied.class.getName(), proxy -> ((Proxied) proxy).getName())
            .build();

    assertThat(FrozenText.frozen(new Proxied(), views)).contains("is lazy and not loaded");
  }

  @Test
  void oneShotObjectStaysOpaqueUnderViewOfInterface() {
    Views views = Views.builder().asString("java.lang.AutoCloseable").build();

    assertThat(FrozenText.frozen(Stream.of(1), views)).contains("can be read only once");
  }

  @Test
  void closestViewApplies() {
    Views views =
        Views.builder()
            .asString(Located.class.getName())
            .parts(GEO, "lat")
            .parts(Spot.class.getName(), "name")
            .build();

    assertThat(FrozenText.frozen(Arrays.asList(new Geo(1, 2), new Spot("x")), views))
        .isEqualTo("[{lat: 1.0}, {name: x}]");
  }

  @Test
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> Views.builder().asString("a.B").parts("a.B", "c"))
        .hasMessage("a.B is seen in two ways, as its toString and by [c]; keep one of them");
    assertThatThrownBy(() -> Views.builder().asString("java.lang.String"))
        .hasMessageContaining("use a rule");
    assertThatThrownBy(() -> Views.builder().asString("a/B"))
        .hasMessageContaining("is not a class name");
    assertThatThrownBy(() -> Views.builder().parts("a.B")).hasMessageContaining("must be named");
  }

  @Test
  void builderWithoutViewsReturnsStandard() {
    assertThat(Views.builder().build()).isSameAs(Views.standard());
    assertThat(Views.standard().isStandard()).isTrue();
    assertThat(Views.builder().asString("a.B").build().toString())
        .isEqualTo("{a.B=as its toString}");
  }

  @Test
  void standardShapesAreIndependentOfViews() {
    Views views = Views.builder().asString(GEO).build();
    Holder holder = new Holder(new Geo(1, 2));

    assertThat(FrozenText.frozen(holder, views)).isEqualTo("{geo: 1.0;2.0}");
    assertThat(FrozenText.frozen(holder)).isEqualTo("{geo: {lat: 1.0, lon: 2.0, reads: 0}}");
  }

  static final class Holder {
    final Geo geo;

    Holder(Geo geo) {
      this.geo = geo;
    }
  }

  @Test
  void providersAreFound() {
    assertThat(Views.installed().classNames()).containsExactly(Provided.class.getName());
    assertThat(FrozenText.frozen(new Provided(), Views.installed())).isEqualTo("provided");
  }

  /** Gets its view from {@link Provider}, which is listed in META-INF/services. */
  static final class Provided {
    @Override
    public String toString() {
      return "provided";
    }
  }

  /** Loaded by ServiceLoader. */
  public static final class Provider implements ViewProvider {
    @Override
    public void addTo(Views.Builder views) {
      views.asString(Provided.class.getName());
    }
  }

  static Comparison compare(Views views, Object control, Object candidate) {
    return Differ.with(Rules.none(), views).compare(control, candidate);
  }
}
