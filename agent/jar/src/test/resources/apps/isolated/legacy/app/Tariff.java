package app;

import app.api.Note;
import java.math.BigDecimal;
import java.util.List;
import lib.Rounding;

public class Tariff {
  public BigDecimal tax(int cents) {
    return new BigDecimal(cents).multiply(new BigDecimal("0.19")).setScale(0, Rounding.MODE);
  }

  public int length(Note note) {
    return note.text.length();
  }

  public int first(Line line) {
    return line.cents;
  }

  public int sum(List<Line> lines) {
    int sum = 0;
    for (Line each : lines) {
      sum += each.cents;
    }
    return sum;
  }

  public String surroundings() {
    return "thread, service, driver 42, slf4j, jul, jndi name, version 2";
  }
}
