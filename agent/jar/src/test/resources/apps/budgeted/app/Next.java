package app;

/** Answers as the legacy does. */
public class Next {
  public String quote(String customer, int number) {
    return Work.of(customer, number);
  }

  public String rare(String customer, int number) {
    return Work.of(customer, number);
  }
}
