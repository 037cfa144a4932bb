package com.ferryline.desk;

/** Handles the requests of a week, and prints what became of them. */
public final class Main {
  /** The requests of the example. */
  public static final int REQUESTS = 8_000;

  /** The seed of the example. */
  public static final long SEED = 1912;

  private Main() {}

  public static void main(String[] arguments) {
    Desk desk = new Desk();
    int answered = 0;
    int refused = 0;
    for (Workload.Request each : Workload.of(SEED, REQUESTS)) {
      try {
        each.of(desk);
        answered++;
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    System.out.println("Requests answered: " + answered + ", refused: " + refused);
  }
}
