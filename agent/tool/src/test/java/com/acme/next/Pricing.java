package com.acme.next;

import com.acme.legacy.Archive;
import com.acme.legacy.Cart;
import com.acme.legacy.GiftCart;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Candidates; never loaded by the checks. */
public final class Pricing {
  static {
    System.setProperty("com.acme.next.Pricing.initialised", "yes");
  }

  public Map<String, BigDecimal> quote(Cart cart, long customer) {
    return Collections.emptyMap();
  }

  public Object quote(Object cart, Integer customer) {
    return "";
  }

  public Quotation priced(Cart cart, int customer) {
    return new Quotation();
  }

  public Quotation gift(GiftCart cart, int customer) {
    return new Quotation();
  }

  public Quotation words(String cart, int customer) {
    return new Quotation();
  }

  public Quotation either(Cart cart, Object customer) {
    return new Quotation();
  }

  public Quotation either(Object cart, Integer customer) {
    return new Quotation();
  }

  public void silent(Cart cart, int customer) {}

  public Iterator<String> once(Cart cart, int customer) {
    return null;
  }

  public static BigDecimal tax(double net, String[] regions) {
    return BigDecimal.ZERO;
  }

  public void book(Cart cart) {}

  public List<Integer> codes(int customer) {
    return null;
  }

  public int count(Object anything, int sign, int[] numbers) {
    return 0;
  }

  public String echo(String key) {
    return key;
  }

  public int level() {
    return 1;
  }

  public int length(String text) {
    return text.length();
  }

  public int readAll(InputStream in, String name) {
    return 0;
  }

  public void store(Connection connection) {}

  public void storeAll(List<Archive.Scan> scans) {}

  public Archive.Scan scan() {
    return null;
  }

  public String receipt(Cart cart) {
    return "";
  }

  public static String taxText(double net, String... regions) {
    return "";
  }

  public Set<String> tags(Cart.Line line) {
    return null;
  }

  /** The new result. */
  public static final class Quotation {
    public BigDecimal total;
  }
}
