package app;

/** A candidate that inherits the control or calls it. */
public class Sub extends Legacy {
  @Override
  public int delegated(int n) {
    return super.delegated(n);
  }

  @Override
  public int sometimes(int n) {
    return n % 4 == 0 ? super.sometimes(n) : n;
  }

  @Override
  public int threaded(int n) {
    int[] result = new int[1];
    Thread thread = new Thread(() -> result[0] = new Legacy().threaded(n));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return result[0];
  }

  public static int shared(int n) {
    return Legacy.shared(n);
  }

  @Override
  public int rewritten(int n) {
    return n + 1 - 1;
  }
}
