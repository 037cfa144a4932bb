package app;

/** A computation of some ten microseconds. */
final class Work {
  private Work() {}

  static String of(String customer, int number) {
    long sum = number;
    for (int i = 0; i < 20_000; i++) {
      sum = sum * 31 + i;
    }
    return customer + sum;
  }
}
