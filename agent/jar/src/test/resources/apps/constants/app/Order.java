package app;

import java.util.Date;

public class Order {
  public Status status;
  public Code code;
  public Object note;
  public Settings settings;
  public Date day = new Date(1);
  private final Object lock = new Object();

  public Order(Status status, Code code, Object note) {
    this.status = status;
    this.code = code;
    this.note = note;
  }

  public boolean isOpen() {
    synchronized (lock) {
      return status == Status.OPEN;
    }
  }
}
