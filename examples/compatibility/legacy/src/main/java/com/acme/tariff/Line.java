package com.acme.tariff;

import java.math.BigDecimal;
import java.util.Date;

/** One position of a bill. */
public class Line {
  private Date day;
  private BigDecimal amount;

  public Line() {}

  public Line(Date day, BigDecimal amount) {
    this.day = day;
    this.amount = amount;
  }

  public Date getDay() {
    return day;
  }

  public void setDay(Date day) {
    this.day = day;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }
}
