package com.parcels.shipping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tariff and the timetable. Stateless. */
public class ParcelDesk {
  private static final List<String> NEAR = Arrays.asList("DE", "AT", "CH");
  private static final List<String> FAR = Arrays.asList("US", "JP", "BR");
  private static final BigDecimal LETTER = new BigDecimal("0.5");
  private static final BigDecimal FREIGHT = new BigDecimal("20");

  /**
   * Returns the price and the day of delivery.
   *
   * @param country the code of two letters
   * @throws UnknownCountryException when there is no tariff
   */
  public Quote quote(Parcel parcel, String country, LocalDate day) {
    int zone = zone(country);
    BigDecimal weight = parcel.getWeight();
    BigDecimal price =
        new BigDecimal("3.95")
            .multiply(BigDecimal.valueOf(zone))
            .add(weight.multiply(new BigDecimal("1.15")).multiply(BigDecimal.valueOf(zone)));
    if (parcel.isInsured()) {
      price = price.multiply(new BigDecimal("1.025"));
    }
    return new Quote(
        price.setScale(2, RoundingMode.HALF_UP), arrival(day, 2 * zone), service(weight));
  }

  /** Returns the countries of a zone, from 1 to 3; null for every other number. */
  public @Nullable List<String> countries(int zone) {
    switch (zone) {
      case 1:
        return new ArrayList<>(NEAR);
      case 2:
        return new ArrayList<>(Arrays.asList("FR", "IT", "PL"));
      case 3:
        return new ArrayList<>(FAR);
      default:
        return null;
    }
  }

  private int zone(String country) {
    for (int zone = 1; zone <= 3; zone++) {
      if (Objects.requireNonNull(countries(zone)).contains(country)) {
        return zone;
      }
    }
    throw new UnknownCountryException(country);
  }

  private static Quote.Service service(BigDecimal weight) {
    if (weight.compareTo(LETTER) <= 0) {
      return Quote.Service.LETTER;
    }
    return weight.compareTo(FREIGHT) < 0 ? Quote.Service.PARCEL : Quote.Service.FREIGHT;
  }

  private static LocalDate arrival(LocalDate day, int workingDays) {
    LocalDate arrival = day;
    for (int left = workingDays; left > 0; ) {
      arrival = arrival.plusDays(1);
      boolean isWeekend =
          arrival.getDayOfWeek() == DayOfWeek.SATURDAY
              || arrival.getDayOfWeek() == DayOfWeek.SUNDAY;
      left -= isWeekend ? 0 : 1;
    }
    return arrival;
  }
}
