package com.acme.shop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.CascadeType;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;

/** An order; its customer, lines and labels are loaded lazily. */
@Entity
public class PurchaseOrder {
  @Id private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  private Customer customer;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
  @OrderBy("id")
  private List<OrderLine> lines = new ArrayList<>();

  @ElementCollection private Set<String> labels = new HashSet<>();

  protected PurchaseOrder() {}

  public PurchaseOrder(Long id, Customer customer) {
    this.id = id;
    this.customer = customer;
  }

  public Long getId() {
    return id;
  }

  public Customer getCustomer() {
    return customer;
  }

  public List<OrderLine> getLines() {
    return lines;
  }

  public Set<String> getLabels() {
    return labels;
  }
}
