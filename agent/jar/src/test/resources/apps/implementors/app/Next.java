package app;

/** The candidates. */
public class Next {
  public String quote(String sku) {
    return "";
  }

  public String both(String sku) {
    return sku + "1" + sku + "1";
  }

  public Order save(Order one) {
    return new Order(one.id + "!");
  }
}
