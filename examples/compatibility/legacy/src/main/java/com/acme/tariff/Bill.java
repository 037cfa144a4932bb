package com.acme.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The bill of a customer. */
public class Bill {
  private String customer;
  private List<Line> lines = new ArrayList<Line>();
  private BigDecimal total = BigDecimal.ZERO;
  private BigDecimal open = BigDecimal.ZERO;

  public String getCustomer() {
    return customer;
  }

  public void setCustomer(String customer) {
    this.customer = customer;
  }

  public List<Line> getLines() {
    return lines;
  }

  public BigDecimal getTotal() {
    return total;
  }

  public void setTotal(BigDecimal total) {
    this.total = total;
  }

  public BigDecimal getOpen() {
    return open;
  }

  public void setOpen(BigDecimal open) {
    this.open = open;
  }
}
