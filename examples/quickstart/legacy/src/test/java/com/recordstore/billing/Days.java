package com.recordstore.billing;

import java.sql.Connection;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.TimeZone;

/** Days as text, in the time of the head office. */
final class Days {
  private Days() {}

  /** The database, read in the time of the head office as the batch reads it. */
  static Connection inHeadOfficeTime() throws BillingException {
    TimeZone.setDefault(Main.HEAD_OFFICE);
    return Database.open();
  }

  /** Midnight of a day such as {@code 2009-01-31}. */
  static Date day(String text) {
    return at(text + " 00:00");
  }

  /** A moment such as {@code 2009-01-31 23:59}. */
  static Date at(String text) {
    SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd HH:mm");
    format.setTimeZone(Main.HEAD_OFFICE);
    try {
      return format.parse(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
