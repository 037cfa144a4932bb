package com.acme.next;

import com.acme.tariff.Bill;
import com.acme.tariff.Price;
import com.acme.tariff.Reading;
import com.acme.tariff.UnknownCustomerException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Replaces {@code TariffService}; with one fault, in the rounding. */
public final class Billing {
  /** A bill of today. */
  public static final class Invoice {
    final String customer;
    final List<Position> lines = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal open = BigDecimal.ZERO;

    Invoice(String customer) {
      this.customer = customer;
    }
  }

  /** One position. */
  public static final class Position {
    final Instant day;
    final BigDecimal amount;

    Position(LocalDate day, BigDecimal amount) {
      this.day = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      this.amount = amount;
    }
  }

  /** Returns the bill for the readings. */
  public Invoice bill(String customer, List<Reading> readings) throws UnknownCustomerException {
    if (!customer.startsWith("C-")) {
      throw new UnknownCustomerException(customer);
    }
    Invoice invoice = new Invoice(customer);
    for (Reading reading : readings) {
      BigDecimal exact = Price.current().multiply(BigDecimal.valueOf(reading.getKilowattHours()));
      BigDecimal amount = exact.setScale(2, RoundingMode.HALF_EVEN);
      LocalDate day = reading.getDay().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
      invoice.lines.add(new Position(day, amount));
      invoice.total = invoice.total.add(amount);
    }
    invoice.open = invoice.total;
    return invoice;
  }

  /** Books a payment. */
  public void settle(Bill bill, BigDecimal payment) {
    BigDecimal open = bill.getOpen().subtract(payment);
    bill.setOpen(open.signum() < 0 ? BigDecimal.ZERO : open);
  }
}
