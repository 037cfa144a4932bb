package io.understudy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.tariff.Desk;
import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.Run;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forty requests to the old tariffs' desk, with the expected answers and journal entries. Every
 * tenth customer is unknown; eight bills show the fault in the new rounding.
 */
final class Requests {
  /** The call points for every server. */
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

  /** The calls of each call point for all requests: an unknown customer has nothing to settle. */
  static final long BILLS = COUNT;

  static final long SETTLEMENTS = 36;

  private Requests() {}

  /** Each as {@code customer:kwh,kwh}. */
  static List<String> all() {
    return IntStream.range(0, COUNT)
        .mapToObj(n -> (n % 10 == 9 ? "X-" : "C-") + n + ":" + n * 2 + "," + (100 + n % 4))
        .toList();
  }

  /** Returns the answer of the desk to a request, called directly. */
  static String expected(String request) {
    String[] parts = request.split(":");
    return new Desk().answer(parts[0], parts[1]);
  }

  /** Returns the answers of the desk to all requests. */
  static List<String> expected() {
    return all().stream().map(Requests::expected).toList();
  }

  /**
   * Asserts that a journal has the expected entries.
   *
   * @param faulty how many times all requests were sent with a price that shows the fault
   * @param clean how many times they were sent with a price that does not show it
   */
  static void assertShadowed(Run run, int faulty, int clean) throws Exception {
    int times = faulty + clean;
    PointTotals bill = run.books("bill");
    assertThat(bill.intercepted()).as(run + run.log()).isEqualTo(times * BILLS);
    assertThat(bill.fate(Fate.MATCHED)).as(run + run.log()).isEqualTo(faulty * 32L + clean * 40L);
    assertThat(bill.fate(Fate.MISMATCHED)).as(run + run.log()).isEqualTo(faulty * 8L);
    PointTotals settle = run.books("settle");
    assertThat(settle.intercepted()).as(run + run.log()).isEqualTo(times * SETTLEMENTS);
    assertThat(settle.fate(Fate.MATCHED)).as(run + run.log()).isEqualTo(times * SETTLEMENTS);
    assertThat(run.journal())
        .filteredOn(line -> line.contains("\"/lines/1/amount\""))
        .as("where the fault shows")
        .isNotEmpty();
    Oddities.assertNoneInAgentLog(run);
  }
}
