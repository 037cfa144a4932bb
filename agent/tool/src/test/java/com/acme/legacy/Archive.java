package com.acme.legacy;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Methods whose results have static types of every kind. */
public abstract class Archive {
  public Invoice invoice(Order order, int copies) {
    return null;
  }

  public Page<Invoice> page() {
    return null;
  }

  public List<Stream<String>> streams() {
    return null;
  }

  public Scan scan() {
    return null;
  }

  public void store(List<Scan> scans) {}

  public <T extends Invoice> Set<? extends T> bounded() {
    return null;
  }

  public Map<String, int[]> table() {
    return null;
  }

  public Object anything() {
    return null;
  }

  public Tree tree() {
    return null;
  }

  public Names names() {
    return null;
  }

  public Collection<Map.Entry<String, Status>> entries() {
    return null;
  }

  /** The common parts of documents. */
  public abstract static class Document {
    protected LocalDate date;
    private String id;
    protected static int count;
  }

  /** A document with subclasses. */
  public static class Invoice extends Document {
    public List<Line> lines;
    public Map<String, BigDecimal> taxes;
    public Optional<Customer> customer;
    public Status status;
    public transient int cached;
    private String id;
  }

  /** A subclass of invoices. */
  public static final class Credit extends Invoice {
    public String reason;
  }

  /** One line of an invoice. */
  public static final class Line {
    public String sku;
    public int quantity;
    public BigDecimal price;
  }

  /** The customer of an invoice. */
  public static final class Customer {
    public String name;
    public Object notes;
  }

  /** An order. */
  public static final class Order {
    public String number;
    public List<Line> lines;
  }

  /** The state of an invoice. */
  public enum Status {
    OPEN,
    PAID
  }

  /** A part of a list. */
  public static final class Page<T> {
    public List<T> items;
    public int number;
  }

  /** A recursive type. */
  public static final class Tree {
    public String label;
    public List<Tree> children;
  }

  /** A class that extends a list. */
  public static final class Names extends ArrayList<String> {}

  /** A value with a part that cannot be captured. */
  public static final class Scan {
    public String name;
    public InputStream image;
  }
}
