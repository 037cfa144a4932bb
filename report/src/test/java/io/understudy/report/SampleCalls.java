package io.understudy.report;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import io.understudy.value.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Creates sample calls in which the candidate has the fault of its call point. */
final class SampleCalls {
  /** The fault of a candidate. */
  enum Fault {
    NONE,
    ROUNDING,
    LOST_LINE,
    NULL_MAIL,
    ORDER,
    EXCEPTION,
    DATE
  }

  /** A line of an invoice. */
  public record Line(String sku, String title, int quantity, BigDecimal price) {}

  /** An invoice. */
  public record Invoice(
      long id,
      String customer,
      LocalDate due,
      List<Line> lines,
      BigDecimal tax,
      BigDecimal total) {}

  /** A customer. */
  public record Customer(long id, String name, @Nullable String email, List<String> tags) {}

  private final Random random;

  SampleCalls(Random random) {
    this.random = random;
  }

  /**
   * Creates a call with a fault.
   *
   * @param ids the acceptances of its differences, in order; empty for a mismatched call
   * @param off the amount of a rounding fault
   */
  Example example(
      String point,
      Fault fault,
      long at,
      long nanos,
      long candidateNanos,
      List<String> ids,
      String off) {
    long id = 10_000 + random.nextInt(9_000);
    Invoice invoice = invoice(id, 2 + random.nextInt(4), "0.00");
    Outcome control = Outcome.returned(invoice);
    Outcome candidate = control;
    List<Difference> differences = new ArrayList<>();
    switch (fault) {
      case ROUNDING -> {
        Invoice other = invoice(id, invoice.lines().size(), off);
        candidate = Outcome.returned(other);
        differences.add(value(Path.root().part("tax"), invoice.tax(), other.tax()));
        differences.add(value(Path.root().part("total"), invoice.total(), other.total()));
      }
      case LOST_LINE -> {
        int last = invoice.lines().size() - 1;
        candidate =
            Outcome.returned(
                new Invoice(
                    id,
                    invoice.customer(),
                    invoice.due(),
                    invoice.lines().subList(0, last),
                    invoice.tax(),
                    invoice.total()));
        differences.add(
            new Difference(
                Path.root().part("lines").index(last),
                DifferenceKind.MISSING,
                invoice.lines().get(last),
                null));
      }
      case NULL_MAIL -> {
        control = Outcome.returned(new Customer(id, "Łukasz Żółć", null, List.of("vip", "b2b")));
        candidate = Outcome.returned(new Customer(id, "Łukasz Żółć", "", List.of("vip", "b2b")));
        differences.add(value(Path.root().part("email"), null, ""));
      }
      case ORDER -> {
        control = Outcome.returned(List.of("AC/DC", "Accept", "Aerosmith", "Alanis Morissette"));
        candidate = Outcome.returned(List.of("Accept", "AC/DC", "Aerosmith", "Alanis Morissette"));
        differences.add(
            new Difference(Path.root(), DifferenceKind.ORDER, control.value(), candidate.value()));
      }
      case EXCEPTION -> {
        ThrownException thrown =
            ThrownException.of(new IllegalStateException("invoice " + id + " is already refunded"));
        control = Outcome.threw(thrown);
        candidate = Outcome.returned(invoice(id, 1, "0.00"));
        differences.add(
            new Difference(Path.root(), DifferenceKind.EXCEPTION, thrown, candidate.value()));
      }
      default -> {
        Map<String, Object> month = new LinkedHashMap<>();
        month.put("customer", "Astrid Gruber");
        month.put("until", LocalDate.of(2026, 10, 31));
        control = Outcome.returned(new LinkedHashMap<>(month));
        month.put("until", LocalDate.of(2026, 11, 1));
        candidate = Outcome.returned(month);
        differences.add(
            value(Path.root().key("until"), LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 1)));
      }
    }
    for (int i = 0; i < ids.size(); i++) {
      differences.set(i, differences.get(i).acceptedBy(ids.get(i)));
    }
    return Example.builder(point, ids.isEmpty() ? Fate.MISMATCHED : Fate.ACCEPTED, at)
        .arguments(new Object[] {id, "EUR"})
        .control(control, nanos)
        .candidate(candidate, candidateNanos)
        .differences(differences, differences.size())
        .build();
  }

  private static Difference value(Path path, @Nullable Object control, @Nullable Object candidate) {
    return new Difference(path, DifferenceKind.VALUE, control, candidate);
  }

  private static Invoice invoice(long id, int size, String off) {
    List<Line> lines = new ArrayList<>();
    BigDecimal net = BigDecimal.ZERO;
    String[] titles = {
      "For Those About To Rock",
      "Balls to the Wall",
      "Restless and Wild",
      "Big Ones",
      "Jagged Little Pill"
    };
    for (int i = 0; i < size; i++) {
      Line line =
          new Line(
              "A" + (id % 97 + i),
              titles[i % titles.length],
              1 + i % 3,
              new BigDecimal("0.99").add(new BigDecimal(i)));
      lines.add(line);
      net = net.add(line.price().multiply(BigDecimal.valueOf(line.quantity())));
    }
    BigDecimal tax =
        net.multiply(new BigDecimal("0.19"))
            .setScale(2, java.math.RoundingMode.DOWN)
            .add(new BigDecimal(off));
    return new Invoice(id, "Luís Gonçalves", LocalDate.of(2026, 11, 30), lines, tax, net.add(tax));
  }
}
