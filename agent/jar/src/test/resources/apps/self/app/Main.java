package app;

/** Calls each control twelve times. */
public class Main {
  public static void main(String[] arguments) throws Exception {
    Legacy legacy = new Legacy();
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += legacy.quote(i) + legacy.bonus(i) + legacy.inherited(i) + legacy.delegated(i);
      sum += legacy.sometimes(i) + legacy.threaded(i) + legacy.proxied(i) + Legacy.shared(i);
      sum += legacy.rewritten(i);
      Thread.sleep(20);
    }
    System.out.println(sum);
  }
}
