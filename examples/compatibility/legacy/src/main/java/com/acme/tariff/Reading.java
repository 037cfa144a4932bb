package com.acme.tariff;

import java.util.Date;

/** The reading of a meter on a day. */
public class Reading {
  private Date day;
  private int kilowattHours;

  public Reading(Date day, int kilowattHours) {
    this.day = day;
    this.kilowattHours = kilowattHours;
  }

  public Date getDay() {
    return day;
  }

  public int getKilowattHours() {
    return kilowattHours;
  }
}
