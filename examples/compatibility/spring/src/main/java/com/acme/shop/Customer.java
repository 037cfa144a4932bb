package com.acme.shop;

import javax.persistence.Entity;
import javax.persistence.Id;

/** The customer of an order; orders refer to it by a lazy proxy. */
@Entity
public class Customer {
  @Id private Long id;
  private String name;

  protected Customer() {}

  public Customer(Long id, String name) {
    this.id = id;
    this.name = name;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }
}
