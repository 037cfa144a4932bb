package com.recordstore.next;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The holder of a statement's account. The twin for Java 8 of the record in {@code
 * src/main/java17}.
 */
public final class AccountHolder {
  private final int id;
  private final String name;
  private final String city;
  private final String country;

  /** As the record's canonical constructor. */
  public AccountHolder(int id, String name, String city, String country) {
    this.id = id;
    this.name = name;
    this.city = city;
    this.country = country;
  }

  /** Number of the customer. */
  public int id() {
    return id;
  }

  /** First and last name. */
  public String name() {
    return name;
  }

  /** City. */
  public String city() {
    return city;
  }

  /** Country. */
  public String country() {
    return country;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof AccountHolder)) {
      return false;
    }
    AccountHolder that = (AccountHolder) other;
    return id == that.id
        && Objects.equals(name, that.name)
        && Objects.equals(city, that.city)
        && Objects.equals(country, that.country);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name, city, country);
  }

  @Override
  public String toString() {
    return "AccountHolder[id="
        + id
        + ", name="
        + name
        + ", city="
        + city
        + ", country="
        + country
        + "]";
  }
}
