package io.understudy.plays;

import java.util.List;
import java.util.function.Supplier;

/**
 * Control classes of every kind that the capture tests weave; a loader of the tests defines them,
 * and the tests call them by reflection.
 */
public final class Plays {
  private Plays() {}

  public static class Sorts {
    public static long sum(int a, long b) {
      return a + b;
    }

    private String secret(String text) {
      return text + "!";
    }

    public String callSecret(String text) {
      return secret(text);
    }

    public final double half(double value) {
      return value / 2;
    }

    public void nothing(List<String> list) {
      list.add("seen");
    }

    public Object identity(Object value) {
      return value;
    }

    public boolean fails(RuntimeException with) {
      throw with;
    }

    public int many(byte a, char b, short c, boolean d, float e, int[] f, String... g) {
      return a + b + c + (d ? 1 : 0) + (int) e + f.length + g.length;
    }

    public int reassigns(int a) {
      a = a + 1;
      return a;
    }

    public int none() {
      return 42;
    }

    public static class Nested {
      public int twice(int a) {
        return 2 * a;
      }
    }
  }

  public static class Overloaded {
    public String of(int a) {
      return "int";
    }

    public String of(Integer a) {
      return "Integer";
    }

    public String of(Sorts.Nested a) {
      return "Nested";
    }
  }

  public static class Recursion {
    public int down(int n) {
      return n == 0 ? 0 : 1 + down(n - 1);
    }

    public int forever(int n) {
      return n == 0 ? 0 : 1 + forever(n + 1);
    }

    public int catches(int n) {
      try {
        return forever(n);
      } catch (StackOverflowError e) {
        return -1;
      }
    }
  }

  public static class Base {
    public String name(String of) {
      return "base " + of;
    }
  }

  public static class Sub extends Base {
    @Override
    public String name(String of) {
      return "sub of " + super.name(of);
    }
  }

  public static class UsesBase extends Base {}

  public static class Decorator implements Supplier<String> {
    private final Supplier<String> inner;

    public Decorator(Supplier<String> inner) {
      this.inner = inner;
    }

    @Override
    public String get() {
      return inner.get() + ".";
    }
  }

  public abstract static class Bodiless {
    public abstract int missing(int a);

    public native int foreign(int a);
  }

  public interface WithDefault {
    default int one(int a) {
      return a + 1;
    }
  }

  public static class UsesDefault implements WithDefault {}

  /** Counts its calls by a field, without a call. */
  public static class Counting {
    public long count;

    public int next(int n) {
      count++;
      return n + 1;
    }

    /** Calls the control at each depth until the stack is used up. */
    public boolean deep(int n) {
      try {
        down(n);
        return false;
      } catch (StackOverflowError used) {
        return true;
      }
    }

    @SuppressWarnings("InfiniteRecursion") // uses up the stack
    private int down(int n) {
      return down(next(n)) + next(n);
    }
  }
}
