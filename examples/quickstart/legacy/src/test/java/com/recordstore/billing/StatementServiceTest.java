package com.recordstore.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementServiceTest {
  private Connection connection;
  private StatementService statements;

  @BeforeEach
  void open() throws BillingException {
    connection = Days.inHeadOfficeTime();
    statements = new StatementService(connection);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void statementOfAYear() throws BillingException {
    AccountStatement statement =
        statements.statement(2, Days.day("2009-01-01"), Days.day("2009-12-31"));

    assertThat(statement.getCustomerName()).isEqualTo("Leonie Köhler");
    assertThat(statement.getCity()).isEqualTo("Stuttgart");
    assertThat(statement.getFrom()).hasToString("2009-01-01");
    assertThat(statement.getUntil()).hasToString("2009-12-31");
    assertThat(statement.getEntries())
        .extracting(StatementEntry::getInvoiceId)
        .containsExactly(1, 12, 67);
    assertThat(statement.getTotal()).isEqualTo(1.98 + 13.86 + 8.91, within(1e-9));
    assertThat(statement.getEntries().get(0).getLines())
        .extracting(InvoiceLine::getTitle)
        .containsExactly("Balls to the Wall", "Restless and Wild");
    assertThat(statement.getPrintedAt()).isNotNull();
  }

  @Test
  void firstAndLastDayBelongToThePeriod() throws BillingException {
    assertThat(statements.statement(2, Days.day("2009-01-01"), Days.day("2009-01-01")).getEntries())
        .extracting(StatementEntry::getInvoiceId)
        .containsExactly(1);
  }

  @Test
  void periodWithoutInvoices() throws BillingException {
    AccountStatement statement =
        statements.statement(2, Days.day("2009-01-02"), Days.day("2009-01-31"));

    assertThat(statement.getEntries()).isEmpty();
    assertThat(statement.getTotal()).isZero();
  }

  @Test
  void periodThatEndsBeforeItStarts() {
    assertThatThrownBy(
            () -> statements.statement(2, Days.day("2009-01-02"), Days.day("2009-01-01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unknownCustomer() {
    assertThatThrownBy(
            () -> statements.statement(60, Days.day("2009-01-01"), Days.day("2009-01-02")))
        .isInstanceOf(CustomerNotFoundException.class);
  }
}
