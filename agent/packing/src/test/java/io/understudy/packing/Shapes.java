package io.understudy.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Lambdas and method references of each kind. */
public final class Shapes implements Supplier<List<String>> {
  private final List<String> said = new ArrayList<>();
  private String prefix = "p";

  /** A type with the same lambda names as its subclass. */
  static class Base {
    String greet() {
      Supplier<String> text = () -> "base " + name();
      return text.get();
    }

    String name() {
      return "b";
    }
  }

  static final class Derived extends Base {
    @Override
    String greet() {
      Supplier<String> text = () -> "derived " + name();
      Supplier<String> above = super::greet;
      return text.get() + " " + above.get();
    }

    @Override
    String name() {
      return "d";
    }
  }

  interface Named {
    String name();

    default String twice() {
      Supplier<String> both = () -> name() + name();
      return both.get();
    }

    static String of(String text) {
      Function<String, String> upper = each -> each.toUpperCase(java.util.Locale.ROOT);
      return upper.apply(text);
    }
  }

  private static final class Counter {
    private final int start;

    private Counter(int start) {
      this.start = start;
    }

    private int plus(int more) {
      return start + more;
    }
  }

  interface Thrower {
    void run() throws Exception;
  }

  private Shapes() {}

  /** Makes an instance for the test, which calls it by reflection. */
  public static Supplier<List<String>> make() {
    return new Shapes();
  }

  @Override
  public List<String> get() {
    captures(7, 8L, 1.5, 'c', "s", new int[] {3});
    references();
    conversions();
    inheritance();
    exceptions();
    return said;
  }

  private void say(Object what) {
    said.add(prefix + what);
  }

  private void captures(int i, long l, double d, char c, String s, int[] array) {
    Supplier<String> all = () -> i + " " + l + " " + d + " " + c + " " + s + " " + array[0];
    say(all.get());
    Consumer<Object> sink = this::say;
    sink.accept("bound to this");
    Runnable nested = () -> sink.accept(((Supplier<String>) () -> "nested " + i).get());
    nested.run();
    BiFunction<Long, Double, String> mixed = (a, b) -> a + b + l + d + prefix;
    say(mixed.apply(1L, 2.0));
    Supplier<Object> none = () -> "nothing";
    say(none.get());
    Supplier<Integer> first = constant();
    Supplier<Integer> second = constant();
    say(first == second);
  }

  /** Captures nothing, so there is one instance. */
  private static Supplier<Integer> constant() {
    return () -> 1;
  }

  private void references() {
    Function<String, Integer> length = String::length;
    IntFunction<int[]> arrays = int[]::new;
    Function<Integer, Counter> counters = Counter::new;
    ToIntFunction<Counter> plus = counter -> counter.plus(2);
    Supplier<List<String>> lists = ArrayList::new;
    Function<String, String> trim = String::trim;
    Supplier<String> bound = " bound "::trim;
    BinaryOperator<String> concat = String::concat;
    say(length.apply("four"));
    say(arrays.apply(3).length);
    say(plus.applyAsInt(counters.apply(40)));
    say(lists.get());
    say(trim.apply(" x ") + bound.get() + concat.apply("a", "b"));
    say(
        Arrays.asList("b", "a").stream()
            .sorted(String::compareTo)
            .map(Named::of)
            .collect(Collectors.joining(",")));
    Predicate<Object> isNull = java.util.Objects::isNull;
    say(isNull.negate().test(null));
  }

  private static long wide(int value) {
    return value + 1L;
  }

  private static double half(long value) {
    return value / 2.0;
  }

  private static boolean isA(char c) {
    return c == 'a';
  }

  private static Integer boxed(Object any) {
    return any.hashCode();
  }

  private void conversions() {
    IntToLongFunction widened = Integer::valueOf;
    ToLongFunction<Integer> unboxedAndWidened = Shapes::wide;
    ToDoubleFunction<Integer> wideArgument = Shapes::half;
    Function<Character, Boolean> both = Shapes::isA;
    LongSupplier fromInt = "abc"::length;
    ToIntFunction<String> fromBoxed = Shapes::boxed;
    Consumer<String> ignored = said::add;
    Function<Integer, Object> toObject = Shapes::wide;
    say(widened.applyAsLong(3));
    say(unboxedAndWidened.applyAsLong(4));
    say(wideArgument.applyAsDouble(5));
    say(both.apply('a'));
    say(fromInt.getAsLong());
    say(fromBoxed.applyAsInt("x"));
    ignored.accept("ignored result");
    say(toObject.apply(6));
  }

  private void inheritance() {
    say(new Derived().greet());
    Named named = () -> "n";
    say(named.twice());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void exceptions() {
    Thrower thrower =
        () -> {
          throw new java.io.IOException("thrown");
        };
    try {
      thrower.run();
    } catch (Exception expected) {
      say(String.valueOf(expected.getMessage()));
    }
    Function wrong = (Function<String, Integer>) String::length;
    try {
      say(wrong.apply(Collections.emptyList()));
    } catch (ClassCastException expected) {
      say("ClassCastException");
    }
  }
}
