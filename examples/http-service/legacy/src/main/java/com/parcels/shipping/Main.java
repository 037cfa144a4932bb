package com.parcels.shipping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;

/** A day at the desk: the same calls at each run. */
public final class Main {
  /** How many parcels are brought to the desk. */
  public static final int PARCELS = 2_000;

  private static final String[] COUNTRIES = {"DE", "AT", "FR", "IT", "PL", "US", "JP", "XK"};

  private Main() {}

  /** Receives the calls of the day. */
  public interface Calls {
    /** A parcel is brought. */
    void quote(Parcel parcel, String country, LocalDate day) throws Exception;

    /** The list of a zone is asked for. */
    void countries(int zone) throws Exception;
  }

  /** Makes the calls of the day, on any desk. */
  public static void day(Calls calls) throws Exception {
    Random random = new Random(2009);
    for (int i = 0; i < PARCELS; i++) {
      int grams = random.nextInt(20) == 0 ? 20_000 : 50 * (1 + random.nextInt(500));
      Parcel parcel =
          new Parcel(
              "Käthe & Söhne " + i % 7, BigDecimal.valueOf(grams, 3), random.nextInt(4) == 0);
      LocalDate day = LocalDate.of(2024, 2, 26).plusDays(random.nextInt(7));
      calls.quote(parcel, COUNTRIES[random.nextInt(COUNTRIES.length)], day);
      if (i % 20 == 0) {
        calls.countries(1 + i / 20 % 4);
      }
    }
  }

  /** Runs the day on the legacy desk. */
  public static void main(String[] arguments) throws Exception {
    ParcelDesk desk = new ParcelDesk();
    BigDecimal[] turnover = {BigDecimal.ZERO};
    int[] refused = {0};
    day(
        new Calls() {
          @Override
          public void quote(Parcel parcel, String country, LocalDate day) {
            try {
              turnover[0] = turnover[0].add(desk.quote(parcel, country, day).getPrice());
            } catch (UnknownCountryException unknown) {
              refused[0]++;
            }
          }

          @Override
          public void countries(int zone) {
            desk.countries(zone);
          }
        });
    System.out.println(PARCELS + " parcels, " + turnover[0] + " EUR, " + refused[0] + " refused");
  }
}
