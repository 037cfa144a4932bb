package io.understudy.agent.convert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.ArgumentSource;
import io.understudy.agent.config.MappingConfig;
import io.understudy.agent.config.ShapeConfig;
import io.understudy.value.PathPattern;
import io.understudy.value.view.Views;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Classes of both sides, and their conversion. */
@SuppressWarnings({"unused", "ArrayAsKeyOfSetOrMap"})
final class Conversions {
  private Conversions() {}

  enum OldStatus {
    A,
    B
  }

  enum Status {
    ACTIVE,
    B
  }

  static class OldLine {
    String sku;
    double price;
    int quantity;

    OldLine(String sku, double price, int quantity) {
      this.sku = sku;
      this.price = price;
      this.quantity = quantity;
    }
  }

  static final class OldGift extends OldLine {
    String note = "hello";

    OldGift() {
      super("gift", 0, 1);
    }
  }

  static final class OldOrder {
    List<OldLine> lines = new ArrayList<>();
    OldStatus status = OldStatus.A;
    Date at = new Date(5);
    String flags = "x";
  }

  static final class Line {
    final String sku;
    final double price;
    final long quantity;

    Line(String sku, double price, long quantity) {
      if (quantity < 0) {
        throw new IllegalArgumentException("secret " + quantity);
      }
      this.sku = sku;
      this.price = price;
      this.quantity = quantity;
    }
  }

  static final class Order {
    List<Line> lines = new ArrayList<>();
    Status status = Status.B;
    Instant at = Instant.EPOCH;

    void setStatus(Status status) {
      this.status = status;
    }
  }

  static final class OldNode {
    String name = "n";
    @Nullable OldNode next;
    Set<OldNode> friends = new HashSet<>();
  }

  static final class Node {
    String name = "";
    @Nullable Node next;
    Set<Node> friends = new HashSet<>();

    void setName(String name) {
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Node && name.equals(((Node) other).name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  static final class FixedNode {
    final String name;
    final FixedNode next;
    final Set<FixedNode> friends;

    FixedNode(String name, FixedNode next, Set<FixedNode> friends) {
      this.name = name;
      this.next = next;
      this.friends = friends;
    }
  }

  static final class CopyingNode {
    String name = "";
    @Nullable CopyingNode next;
    Set<CopyingNode> friends = new HashSet<>();

    void setFriends(Set<CopyingNode> friends) {
      this.friends = new HashSet<>(friends);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof CopyingNode && name.equals(((CopyingNode) other).name);
    }
  }

  interface Shape {}

  static final class Circle implements Shape {
    final int radius;

    Circle(int radius) {
      this.radius = radius;
    }
  }

  static final class OldCircle {
    int radius = 3;
  }

  static final class Nameless {
    final String a;

    Nameless(Builder builder) {
      this.a = builder.a;
    }

    static Builder builder() {
      return new Builder();
    }

    static final class Builder {
      private String a = "";

      Builder withA(String a) {
        this.a = a;
        return this;
      }

      Nameless build() {
        return new Nameless(this);
      }
    }
  }

  static final class OldA {
    String a = "text";
  }

  static final class Extra {
    String a = "";
    String currency = "USD";
  }

  interface Holder<T> {}

  static final class Box<T> implements Holder<T> {
    final T value;

    Box(T value) {
      this.value = value;
    }
  }

  static final class Turned<A, B> implements Holder<A> {}

  static final class OldBox {
    OldLine value = new OldLine("a", 1, 2);
  }

  static final class OldParent {
    List<OldChild> all = new ArrayList<>();
    Set<OldChild> distinct = new HashSet<>();
    String name = "parent";
  }

  static final class OldChild {
    @Nullable OldParent parent;
  }

  static final class Parent {
    List<Child> all = new ArrayList<>();
    Set<Child> distinct = new HashSet<>();
    String name = "";
  }

  static final class Child {
    @Nullable Parent parent;

    @Override
    public int hashCode() {
      return parent == null ? 0 : parent.name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  static final class OldAmount {
    long amount = 7;
  }

  static final class Amount {
    final long amount;
    final String currency;

    Amount(long amount) {
      this(amount, "USD");
    }

    Amount(long amount, String currency) {
      this.amount = amount;
      this.currency = currency;
    }
  }

  static final class Targets {
    static void holder(Holder<Line> holder) {}

    static void parent(Parent parent) {}

    static void amount(Amount amount) {}

    static void sorted(SortedSet<String> texts) {}

    static void line(Line line) {}

    static void order(Order order) {}

    static void number(int number) {}

    static void whole(Integer number) {}

    static void decimal(BigDecimal number) {}

    static void binary(double number) {}

    static void small(float number) {}

    static void lines(List<Line> lines) {}

    static void array(Line[] lines) {}

    static void set(Set<String> texts) {}

    static void optional(Optional<Line> line) {}

    static void document(Map<String, Object> document) {}

    static void text(String text) {}

    static void node(Node node) {}

    static void fixed(FixedNode node) {}

    static void copying(CopyingNode node) {}

    static void shape(Shape shape) {}

    static void nameless(Nameless nameless) {}

    static void extra(Extra extra) {}

    static void status(Status status) {}

    static void two(Line line, String currency) {}
  }

  static void control(Object first, Object second) {}

  static Object convert(String target, @Nullable Object source) throws Exception {
    return convert(target, MappingConfig.NONE, source);
  }

  static Object convert(String target, MappingConfig mapping, @Nullable Object... sources)
      throws Exception {
    return Objects.requireNonNull(all(target, mapping, sources)[0]);
  }

  static @Nullable Object[] all(String target, MappingConfig mapping, @Nullable Object... sources)
      throws Exception {
    Method to =
        Arrays.stream(Targets.class.getDeclaredMethods())
            .filter(method -> method.getName().equals(target))
            .findFirst()
            .get();
    Method from = Conversions.class.getDeclaredMethod("control", Object.class, Object.class);
    List<ArgumentSource> arguments = mapping.arguments();
    MappingConfig complete =
        new MappingConfig(
            arguments == null
                ? Collections.singletonList(ArgumentSource.part(0, Collections.emptyList()))
                : arguments,
            mapping.types(),
            mapping.drop(),
            null);
    return ArgumentConverter.of(
            from,
            to,
            complete,
            Views.standard(),
            Targets.class.getClassLoader(),
            (index, a, b) -> false)
        .convert(sources, null);
  }

  static void refuses(String target, @Nullable Object source, String reason) {
    refuses(target, MappingConfig.NONE, source, reason);
  }

  static void refuses(
      String target, MappingConfig mapping, @Nullable Object source, String reason) {
    assertThatThrownBy(() -> convert(target, mapping, source))
        .isInstanceOf(ConversionException.class)
        .hasMessage(reason.replace("§", Conversions.class.getName() + "$"));
  }

  static MappingConfig types(String name, ShapeConfig.Builder shape) {
    return new MappingConfig(
        null, Collections.singletonMap(name, shape.build()), Collections.emptyList(), null);
  }

  static MappingConfig drop(String place) {
    return new MappingConfig(
        null, Collections.emptyMap(), Collections.singletonList(PathPattern.parse(place)), null);
  }
}
