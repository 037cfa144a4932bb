package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.tariff.Desk;
import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.Run;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forty requests to the old tariffs' desk; what must be answered, and what the journal must say
 * then. Every tenth customer is unknown; eight bills show the fault in the new rounding.
 */
final class Requests {
  /** The call points, as for any place. */
  static final String CALLS =
      "calls:\n"
          + "  - name: bill\n"
          + "    control: com.acme.tariff.TariffService#bill\n"
          + "    candidate: com.acme.next.Billing#bill\n"
          + "    compare: { exceptions: { message: true } }\n"
          + "  - name: settle\n"
          + "    control: com.acme.tariff.TariffService#settle\n"
          + "    candidate: com.acme.next.Billing#settle\n"
          + "    compare: { arguments: true }\n";

  static final int COUNT = 40;

  private Requests() {}

  /** Each as {@code customer:kwh,kwh}. */
  static List<String> all() {
    return IntStream.range(0, COUNT)
        .mapToObj(n -> (n % 10 == 9 ? "X-" : "C-") + n + ":" + n * 2 + "," + (100 + n % 4))
        .toList();
  }

  /** What the desk says to a request, asked directly. */
  static String expected(String request) {
    String[] parts = request.split(":");
    return new Desk().answer(parts[0], parts[1]);
  }

  /** What the desk says to all of them. */
  static List<String> expected() {
    return all().stream().map(Requests::expected).toList();
  }

  /**
   * Holds a journal to what the requests must have left there.
   *
   * @param faulty how many times they were all asked where the new rounding shows its fault
   * @param clean how many times where it does not, since the price is another
   */
  static void assertShadowed(Run run, int faulty, int clean) throws Exception {
    int times = faulty + clean;
    PointTotals bill = run.books("bill");
    assertThat(bill.intercepted()).as(run + run.log()).isEqualTo(times * 40L);
    assertThat(bill.fate(Fate.MATCHED)).as(run + run.log()).isEqualTo(faulty * 32L + clean * 40L);
    assertThat(bill.fate(Fate.MISMATCHED)).as(run + run.log()).isEqualTo(faulty * 8L);
    PointTotals settle = run.books("settle");
    assertThat(settle.intercepted()).as(run + run.log()).isEqualTo(times * 36L);
    assertThat(settle.fate(Fate.MATCHED)).as(run + run.log()).isEqualTo(times * 36L);
    assertThat(run.journal())
        .filteredOn(line -> line.contains("\"/lines/1/amount\""))
        .as("where the fault shows")
        .isNotEmpty();
    Oddities.assertNoneInAgentLog(run);
  }
}
