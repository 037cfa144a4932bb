package com.acme.shop;

import java.math.BigDecimal;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.Id;
import javax.persistence.ManyToOne;

/** An order line; line and order refer to each other. */
@Entity
public class OrderLine {
  @Id @GeneratedValue private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  private PurchaseOrder order;

  private String article;
  private BigDecimal price;

  protected OrderLine() {}

  public OrderLine(PurchaseOrder order, String article, BigDecimal price) {
    this.order = order;
    this.article = article;
    this.price = price;
  }

  public Long getId() {
    return id;
  }

  public PurchaseOrder getOrder() {
    return order;
  }

  public String getArticle() {
    return article;
  }

  public BigDecimal getPrice() {
    return price;
  }
}
