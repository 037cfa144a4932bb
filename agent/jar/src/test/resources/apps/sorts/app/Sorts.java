package app;

import java.util.concurrent.Callable;

public class Sorts {
  public static long sum(int a, long b) {
    return a + b;
  }

  public static long plus(int a, long b) {
    return b + a;
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

  public synchronized int locked(int value) {
    return value + 1;
  }

  public String of(int value) {
    return "int";
  }

  public String of(String value) {
    return "text";
  }

  public String any(int value) {
    return "int";
  }

  public String any(String value) {
    return "text";
  }

  public int down(int n) {
    return n == 0 ? 0 : 1 + down(n - 1);
  }

  public static class Nested {
    public int twice(int value) {
      return 2 * value;
    }
  }

  public interface WithDefault {
    default int one(int value) {
      return value + 1;
    }
  }

  public static class UsesDefault implements WithDefault {}

  /** The compiler adds a bridge method to this. */
  public static class Generic implements Callable<String> {
    @Override
    public String call() {
      return "called";
    }
  }

  public static class Decorator implements Callable<String> {
    private final Callable<String> inner;

    public Decorator(Callable<String> inner) {
      this.inner = inner;
    }

    @Override
    public String call() throws Exception {
      return inner.call() + ".";
    }
  }

  /** A package-private base gives its public subclass visibility bridges. */
  static class Base {
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
}
