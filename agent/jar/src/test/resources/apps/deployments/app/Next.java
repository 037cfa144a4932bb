package app;

/** The candidate: right only in the deployment that the call came from. */
public class Next {
  private static final ThreadLocal<Object> LEFT = new ThreadLocal<>();

  public String where(Item item) {
    LEFT.set(this); // and never removed, as careless code does
    return item.id + Service.deployment;
  }

  public int number(int value) {
    return value + 1;
  }
}
