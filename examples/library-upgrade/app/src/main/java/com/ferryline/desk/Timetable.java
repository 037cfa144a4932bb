package com.ferryline.desk;

import com.ferryline.api.Arrival;
import com.ferryline.api.Sailing;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.Duration;
import org.joda.time.LocalDateTime;

/** Times of sailings, by Joda-Time. */
public class Timetable {
  /** Returns when a ship arrives, in the time of the port where it arrives. */
  public Arrival arrival(Sailing sailing) {
    DateTimeZone from = DateTimeZone.forID(sailing.getFromZone());
    DateTimeZone to = DateTimeZone.forID(sailing.getToZone());
    DateTime departs = LocalDateTime.parse(sailing.getDeparts()).toDateTime(from);
    DateTime arrives = departs.plusMinutes(sailing.getMinutes()).withZone(to);
    return new Arrival(
        arrives.toString("yyyy-MM-dd HH:mm"), arrives.toString("ZZ"), arrives.getMillis());
  }

  /** Returns the milliseconds of a delay such as {@code PT-0.5S}; before the time is negative. */
  public long delay(String text) {
    return Duration.parse(text).getMillis();
  }
}
