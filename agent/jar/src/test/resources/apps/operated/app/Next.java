package app;

public class Next {
  public String quote(String customer, int units) {
    return customer + units;
  }

  public int total(int units) {
    return 3 * units;
  }

  public String slow(String customer) {
    return customer;
  }
}
