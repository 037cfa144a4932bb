package com.recordstore.billing;

import java.sql.Connection;
import java.util.TimeZone;

/**
 * The nightly batch: works through the requests of some years and ends.
 *
 * <p>Arguments: how many days (five years), and the seed of the requests (2008).
 */
public final class Main {
  /** Five years, the period of the database. */
  public static final int DAYS = 1826;

  /** The default seed. */
  public static final long SEED = 2008;

  /** Whatever the machine's time zone, the books are kept in the time of the head office. */
  public static final TimeZone HEAD_OFFICE = TimeZone.getTimeZone("America/Edmonton");

  private Main() {}

  /** Runs the batch and prints a summary. */
  public static void main(String[] arguments) throws Exception {
    TimeZone.setDefault(HEAD_OFFICE);
    int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DAYS;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
    System.out.println("Record store billing, back office batch of " + days + " days");
    long start = System.currentTimeMillis();
    Connection connection = Database.open();
    try {
      BackOffice office = new BackOffice(connection);
      Workload workload = new Workload(seed, days);
      while (workload.hasNext()) {
        office.handle(workload.next());
        if (office.handled() % 5000 == 0) {
          report(office);
        }
      }
      report(office);
    } finally {
      connection.close();
    }
    System.out.println("Done in " + (System.currentTimeMillis() - start) + " ms");
  }

  private static void report(BackOffice office) {
    System.out.println(
        "  "
            + office.handled()
            + " requests, "
            + office.refused()
            + " refused, "
            + Math.round(office.paid())
            + " dollars booked");
  }
}
