package app;

public class Order {
  public String id;

  public Order(String id) {
    this.id = id;
  }
}
