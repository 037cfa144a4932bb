package app;

/** The control: answers with the name of its deployment. */
public class Service implements Where {
  public static volatile String deployment;

  @Override
  public String where(Item item) {
    return item.id + deployment;
  }

  @Override
  public String shared(String text) {
    return text;
  }

  @Override
  public int number(int value) {
    return value + 1;
  }
}
