package app;

import java.util.concurrent.Callable;

public class Main {
  public static void main(String[] args) throws Exception {
    Sorts sorts = new Sorts();
    System.out.println(Sorts.sum(1, 2L));
    System.out.println(sorts.callSecret("x"));
    System.out.println(sorts.half(5));
    System.out.println(sorts.locked(1));
    System.out.println(sorts.of(1) + sorts.of("1"));
    System.out.println(sorts.down(5));
    System.out.println(new Sorts.Nested().twice(4));
    System.out.println(new Sorts.UsesDefault().one(1));
    Callable<?> callable = new Sorts.Generic();
    System.out.println(callable.call());
    System.out.println(new Sorts.Decorator(new Sorts.Decorator(new Sorts.Generic())).call());
    System.out.println(new Sorts.Sub().name("x"));
  }
}
