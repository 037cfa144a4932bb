package com.acme.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** The entry points for clerks and requests. */
public class Desk {
  private static final long DAY = 24L * 60 * 60 * 1000;

  private final TariffService service = new TariffService();

  /**
   * Returns a bill with a payment of 5.00, as text.
   *
   * @param kilowattHours numbers separated by commas
   */
  public String answer(String customer, String kilowattHours) {
    List<Reading> readings = new ArrayList<Reading>();
    for (String number : kilowattHours.split(",")) {
      readings.add(new Reading(new Date(readings.size() * DAY), Integer.parseInt(number)));
    }
    try {
      Bill bill = service.bill(customer, readings);
      service.settle(bill, new BigDecimal("5.00"));
      int lines = bill.getLines().size();
      // The caller changes the result; the comparison must not see the change.
      bill.getLines().clear();
      return customer + ": " + lines + " lines, " + bill.getTotal() + ", open " + bill.getOpen();
    } catch (UnknownCustomerException e) {
      return "no customer " + e.getMessage();
    }
  }
}
