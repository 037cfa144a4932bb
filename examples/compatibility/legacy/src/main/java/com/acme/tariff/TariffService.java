package com.acme.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Bills of an electricity company. */
public class TariffService {
  /**
   * Returns the bill for the readings.
   *
   * @throws UnknownCustomerException for a number that does not begin with {@code C-}
   */
  public Bill bill(String customer, List<Reading> readings) throws UnknownCustomerException {
    if (!customer.startsWith("C-")) {
      throw new UnknownCustomerException(customer);
    }
    BigDecimal price = Price.current();
    Bill bill = new Bill();
    bill.setCustomer(customer);
    for (Reading reading : readings) {
      BigDecimal exact = price.multiply(BigDecimal.valueOf(reading.getKilowattHours()));
      BigDecimal amount = exact.setScale(2, RoundingMode.HALF_UP);
      bill.getLines().add(new Line(reading.getDay(), amount));
      bill.setTotal(bill.getTotal().add(amount));
    }
    bill.setOpen(bill.getTotal());
    return bill;
  }

  /** Books a payment on a bill; an overpayment is not returned. */
  public void settle(Bill bill, BigDecimal payment) {
    bill.setOpen(bill.getOpen().subtract(payment).max(BigDecimal.ZERO));
  }
}
