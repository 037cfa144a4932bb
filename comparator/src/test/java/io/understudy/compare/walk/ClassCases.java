package io.understudy.compare.walk;

import java.beans.PropertyChangeListener;
import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.IntUnaryOperator;

/** Rows for classes of all sorts. */
@SuppressWarnings({"unused", "UnusedVariable", "ClassCanBeStatic"})
final class ClassCases {
  private ClassCases() {}

  static void put(ViewCases cases) {
    cases.put(
        "class with public fields against a bean of the same parts",
        new Open(),
        new Closed("a", 1));
    cases.put(
        "class built by a builder, as Lombok makes it, against a bean",
        Built.builder().sku("a").quantity(1).build(),
        new Closed("a", 1));
    cases.put(
        "inner object against another of the same parts and another outer object",
        new Outer(1).new Inner(),
        new Outer(2).new Inner());
    cases.put(
        "inner object without fields against the same",
        new Outer(1).new Bare(),
        new Outer(1).new Bare());
    cases.put(
        "inner object with a position in its outer object against that of another",
        new Outer(1).new Row(),
        new Outer(2).new Row());
    cases.put("transient field against another value", new Hidden(1, 0), new Hidden(2, 0));
    cases.put(
        "transient hash code against another, with equal content",
        new Hidden(1, 0),
        new Hidden(1, 7));
    Hidden heard = new Hidden(1, 0);
    heard.listeners.add(event -> {});
    cases.put("transient listeners against others, with equal content", heard, new Hidden(1, 0));
    cases.put(
        "anonymous function against the same with another captured variable", plus(1), plus(2));
    cases.put("dynamic proxy against the same dynamic proxy", PROXY, PROXY);
    Object generated = new Closed$$EnhancerByCGLIB$$1a2b();
    cases.put("generated proxy against the same generated proxy", generated, generated);
    cases.put("text of one's own against the same text", new Letters("ab", "ab"), "ab");
    Object broken = new Letters("ab", "abc");
    cases.put("text of one's own whose toString is not its characters", broken, broken);
    cases.put("list below AbstractList against another with other fields", new Own(1), new Own(2));
    cases.put(
        "Properties against Properties with another default", properties("1"), properties("2"));
    Map<String, String> all = Collections.singletonMap("a", "1");
    cases.put("Properties with a default against a map of all", properties("1"), all);
    cases.put(
        "Optional of an empty Optional against an empty Optional",
        Optional.of(Optional.empty()),
        Optional.empty());
    cases.put("Optional of an empty Optional against null", Optional.of(Optional.empty()), null);
    cases.put(
        "Optional of an empty Optional against the same",
        Optional.of(Optional.empty()),
        Optional.of(Optional.empty()));
    cases.put("Optional of an Optional of 1 against 1", Optional.of(Optional.of(1)), 1);
  }

  static final class Open {
    public String sku = "a";
    public int quantity = 1;
  }

  static class Closed {
    private final String sku;
    private final int quantity;

    Closed(String sku, int quantity) {
      this.sku = sku;
      this.quantity = quantity;
    }
  }

  static final class Closed$$EnhancerByCGLIB$$1a2b extends Closed {
    Closed$$EnhancerByCGLIB$$1a2b() {
      super("a", 1);
    }
  }

  /** What {@code @Value @Builder} compiles to. */
  static final class Built {
    private final String sku;
    private final int quantity;

    private Built(String sku, int quantity) {
      this.sku = sku;
      this.quantity = quantity;
    }

    static Builder builder() {
      return new Builder();
    }

    static final class Builder {
      private String sku = "";
      private int quantity;

      Builder sku(String value) {
        sku = value;
        return this;
      }

      Builder quantity(int value) {
        quantity = value;
        return this;
      }

      Built build() {
        return new Built(sku, quantity);
      }
    }
  }

  static final class Outer {
    final int id;

    Outer(int id) {
      this.id = id;
    }

    final class Bare {
      int outerId() {
        return id;
      }
    }

    final class Row {
      final int index = 0;

      int outerId() {
        return id + index;
      }
    }

    final class Inner {
      final String name = "a";

      int outerId() {
        return id;
      }
    }
  }

  static final class Hidden {
    private final transient int total;
    private transient int hash;
    private final transient List<PropertyChangeListener> listeners = new ArrayList<>();

    Hidden(int total, int hash) {
      this.total = total;
      this.hash = hash;
    }
  }

  private static IntUnaryOperator plus(int number) {
    return new IntUnaryOperator() {
      @Override
      public int applyAsInt(int value) {
        return value + number;
      }
    };
  }

  private static final Object PROXY =
      Proxy.newProxyInstance(
          ClassCases.class.getClassLoader(),
          new Class<?>[] {Runnable.class},
          (self, method, arguments) -> null);

  static final class Letters implements CharSequence {
    private final String letters;
    private final String text;

    Letters(String letters, String text) {
      this.letters = letters;
      this.text = text;
    }

    @Override
    public int length() {
      return letters.length();
    }

    @Override
    public char charAt(int index) {
      return letters.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return letters.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static final class Own extends AbstractList<String> {
    final int total;
    private final List<String> all = Arrays.asList("a", "b");

    Own(int total) {
      this.total = total;
    }

    @Override
    public String get(int index) {
      return all.get(index);
    }

    @Override
    public int size() {
      return all.size();
    }
  }

  private static Properties properties(String byDefault) {
    Properties defaults = new Properties();
    defaults.setProperty("a", byDefault);
    return new Properties(defaults);
  }
}
