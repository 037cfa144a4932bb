package chaos;

/** A candidate whose initialiser needs a class that needs the candidate. */
public class Cycle {
  static final int OWN = Rates.FACTOR + 1;

  public int quote(int n) {
    return OWN;
  }

  /** A class of the application that needs the candidate. */
  static final class Rates {
    static final int FACTOR = factor();

    private static int factor() {
      try {
        Thread.sleep(200);
      } catch (InterruptedException interrupted) {
        return 0;
      }
      return Cycle.OWN + 3;
    }
  }

  /** The application initialises the other class while the candidate is initialised. */
  public static final class Start implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.quote(0);
      Thread.sleep(100);
      System.out.println(Rates.FACTOR > 0);
      Work.run(2, 50);
    }
  }
}
