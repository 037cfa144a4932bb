package com.recordstore.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

class BackOfficeTest {
  @Test
  void paymentsAddUpUntilTheInvoiceIsPaid() throws Exception {
    try (Connection connection = Days.inHeadOfficeTime()) {
      BackOffice office = new BackOffice(connection);

      office.handle(payment(1, 0.99));
      office.handle(payment(1, 0.99));
      office.handle(payment(1, 0.99)); // refused: has been paid

      assertThat(office.paid()).isEqualTo(1.98, within(1e-9));
      assertThat(office.handled()).isEqualTo(3);
      assertThat(office.refused()).isEqualTo(1);
    }
  }

  @Test
  void requestForNothingIsRefused() throws Exception {
    try (Connection connection = Days.inHeadOfficeTime()) {
      BackOffice office = new BackOffice(connection);
      Request unknown = new Request(Request.Kind.LABEL);
      unknown.number = 60;

      office.handle(unknown);

      assertThat(office.refused()).isEqualTo(1);
    }
  }

  @Test
  void batchOfAYear() throws Exception {
    try (Connection connection = Days.inHeadOfficeTime()) {
      BackOffice office = new BackOffice(connection);
      for (Workload workload = new Workload(Main.SEED, 365); workload.hasNext(); ) {
        office.handle(workload.next());
      }

      assertThat(office.handled()).isGreaterThan(3_500);
      assertThat(office.refused()).isBetween(1, office.handled() / 3);
      assertThat(office.paid()).isPositive();
    }
  }

  private static Request payment(int invoice, double amount) {
    Request request = new Request(Request.Kind.PAYMENT);
    request.number = invoice;
    request.amount = amount;
    request.date = Days.at("2009-01-05 10:30");
    request.text = "REF 1";
    return request;
  }
}
