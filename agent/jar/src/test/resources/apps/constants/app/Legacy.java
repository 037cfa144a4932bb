package app;

import java.util.List;
import java.util.Map;

public class Legacy {
  public String status(Order order) {
    return (order.status == Status.PAID) + " " + order.isOpen() + " " + order.status.isLast();
  }

  public boolean argument(Status status) {
    return status == Status.PAID;
  }

  public boolean code(Order order) {
    return order.code == Codes.SECOND;
  }

  public boolean note(Order order) {
    return order.note == Marks.NONE;
  }

  public boolean mark(Object mark) {
    return mark == Marks.NONE;
  }

  public boolean lazy(Lazy lazy) {
    return lazy == Lazy.get();
  }

  public boolean strategy(Strategy strategy) {
    return strategy == Strategy.KNOWN[1];
  }

  public int elements(List<Object> elements) {
    return elements.indexOf(Status.PAID) + 10 * elements.indexOf(Marks.NONE);
  }

  public String keys(Map<Object, String> keys) {
    return keys.get(Status.PAID) + keys.get(Codes.FIRST);
  }

  public int settings(Order order) {
    return order.settings == Settings.DEFAULT ? 0 : order.settings.limit;
  }
}
