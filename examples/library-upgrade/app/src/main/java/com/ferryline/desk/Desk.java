package com.ferryline.desk;

/** The services of the booking desk. */
public final class Desk {
  public final Timetable timetable = new Timetable();
  public final Passengers passengers = new Passengers();
  public final Letters letters = new Letters();
}
