package app;

/** Initialises one class of the cycle while the candidate is being initialised. */
public class Main {
  static int pause(int n) {
    try {
      Thread.sleep(700);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return n;
  }

  public static void main(String[] arguments) throws Exception {
    Legacy legacy = new Legacy();
    for (int i = 0; i < 3; i++) {
      System.out.println(legacy.quote(i));
    }
    Thread.sleep(200);
    System.out.println("factor " + Rates.factor());
    System.out.println(Next.THREAD.startsWith("understudy-") ? "on the agent's thread" : "alone");
    for (int i = 0; i < 3; i++) {
      legacy.quote(i);
    }
  }
}
