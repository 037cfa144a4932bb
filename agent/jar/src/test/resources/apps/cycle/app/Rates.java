package app;

/** A class of the application that needs the candidate's class when it is initialised. */
public class Rates {
  static final int FACTOR = Main.pause(Next.BASE + 1);

  static int factor() {
    return FACTOR;
  }
}
