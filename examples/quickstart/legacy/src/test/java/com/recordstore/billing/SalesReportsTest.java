package com.recordstore.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Hashtable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SalesReportsTest {
  private Connection connection;
  private SalesReports reports;

  @BeforeEach
  void open() throws BillingException {
    connection = Days.inHeadOfficeTime();
    reports = new SalesReports(connection);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void tracksThatBroughtInTheSameByTitle() throws BillingException {
    assertThat(reports.topTracks(Days.day("2009-01-01"), Days.day("2009-01-02"), 3))
        .extracting(TrackSale::getTitle)
        .containsExactly("Balls to the Wall", "Breaking The Rules", "Evil Walks");
  }

  @Test
  void emptyListHasNoTop() {
    assertThatThrownBy(() -> reports.topTracks(Days.day("2009-01-01"), Days.day("2009-01-02"), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void salesOfAMonthByCountry() throws BillingException {
    Hashtable<String, Double> sales = reports.salesByCountry(2009, 1);

    assertThat(sales).containsOnlyKeys("Germany", "Norway", "Belgium", "Canada", "USA");
    assertThat(sales.get("Germany")).isEqualTo(1.98 + 0.99, within(1e-9));
  }

  @Test
  void monthWithoutSales() throws BillingException {
    assertThat(reports.salesByCountry(2008, 12)).isEmpty();
  }
}
