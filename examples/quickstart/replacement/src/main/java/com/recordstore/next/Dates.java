package com.recordstore.next;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;

/** From the old system's dates to those of today. Thread-safe. */
final class Dates {
  private Dates() {}

  /** The day on which a moment falls in the time of the head office. */
  static LocalDate dayOf(Date moment) {
    // not toInstant(): java.sql.Date, which the old system passes around, refuses it
    return Instant.ofEpochMilli(moment.getTime()).atZone(ZoneId.systemDefault()).toLocalDate();
  }
}
