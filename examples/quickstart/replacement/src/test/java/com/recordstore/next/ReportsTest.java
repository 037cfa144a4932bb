package com.recordstore.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recordstore.billing.CustomerNotFoundException;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportsTest {
  @Test
  void statementOfAYear() throws CustomerNotFoundException {
    StatementView statement =
        Statements.create().statement(2, Date.valueOf("2009-01-01"), Date.valueOf("2009-12-31"));

    assertThat(statement.customer())
        .isEqualTo(new AccountHolder(2, "Leonie Köhler", "Stuttgart", "Germany"));
    assertThat(statement.from()).isEqualTo(LocalDate.of(2009, 1, 1));
    assertThat(statement.until()).isEqualTo(LocalDate.of(2009, 12, 31));
    assertThat(statement.entries()).extracting(EntryView::invoiceId).containsExactly(1, 12, 67);
    assertThat(statement.total()).isEqualTo(new BigDecimal("24.75"));
  }

  @Test
  void statementOfNobody() {
    assertThatThrownBy(
            () ->
                Statements.create()
                    .statement(60, Date.valueOf("2009-01-01"), Date.valueOf("2009-12-31")))
        .isInstanceOf(CustomerNotFoundException.class);
  }

  @Test
  void statementOfAnImpossiblePeriod() {
    assertThatThrownBy(
            () ->
                Statements.create()
                    .statement(2, Date.valueOf("2009-01-02"), Date.valueOf("2009-01-01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void topTracksOfTwoDays() {
    assertThat(new Sales().topTracks(Date.valueOf("2009-01-01"), Date.valueOf("2009-01-02"), 2))
        .containsExactly(
            new TrackRank(2, "Balls to the Wall", 1, new BigDecimal("0.99")),
            new TrackRank(12, "Breaking The Rules", 1, new BigDecimal("0.99")));
  }

  @Test
  void salesOfAMonthByCountry() {
    assertThat(new Sales().salesByCountry(2009, 1))
        .containsOnlyKeys("Belgium", "Canada", "Germany", "Norway", "USA")
        .containsEntry("Germany", new BigDecimal("2.97"))
        .containsEntry("USA", new BigDecimal("13.86"));
  }

  @Test
  void commissionRates() {
    Commissions commissions = new Commissions();

    assertThat(commissions.rateFor(10)).isEqualTo("0.02");
    assertThat(commissions.rateFor(10.01)).isEqualTo("0.03");
    assertThat(commissions.rateFor(25.01)).isEqualTo("0.045");
  }

  @Test
  void taxByCountryAndState() {
    assertThat(SalesTax.tax(13.86, "Germany", null)).isEqualTo("2.63");
    assertThat(SalesTax.tax(13.86, "USA", "CA")).isEqualTo("1.14");
    assertThat(SalesTax.tax(13.86, "USA", "AZ")).isEqualTo("0.00");
    assertThatThrownBy(() -> SalesTax.tax(1, "Atlantis", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void daysOverdue() {
    Reminders reminders = new Reminders();

    assertThat(reminders.daysOverdue(Date.valueOf("2009-01-05"), Date.valueOf("2009-01-20")))
        .isEqualTo(15);
    assertThat(reminders.daysOverdue(Date.valueOf("2009-01-21"), Date.valueOf("2009-01-20")))
        .isZero();
    assertThat(reminders.daysOverdue(null, Date.valueOf("2009-01-20"))).isZero();
  }
}
