package com.recordstore.next;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a search shows them. The twin for Java 8 of the record in {@code src/main/java17}.
 */
public final class CustomerView {
  private final int customerId;
  private final String firstName;
  private final String lastName;
  private final @Nullable String company;
  private final String city;
  private final String country;
  private final @Nullable String phone;

  /** As the record's canonical constructor. */
  public CustomerView(
      int customerId,
      String firstName,
      String lastName,
      @Nullable String company,
      String city,
      String country,
      @Nullable String phone) {
    this.customerId = customerId;
    this.firstName = firstName;
    this.lastName = lastName;
    this.company = company;
    this.city = city;
    this.country = country;
    this.phone = phone;
  }

  /** Number of the customer. */
  public int customerId() {
    return customerId;
  }

  /** First name. */
  public String firstName() {
    return firstName;
  }

  /** Last name. */
  public String lastName() {
    return lastName;
  }

  /** Company; null for private customers. */
  public @Nullable String company() {
    return company;
  }

  /** City. */
  public String city() {
    return city;
  }

  /** Country. */
  public String country() {
    return country;
  }

  /** Digits of the phone number; null where it is unknown. */
  public @Nullable String phone() {
    return phone;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof CustomerView)) {
      return false;
    }
    CustomerView that = (CustomerView) other;
    return customerId == that.customerId
        && Objects.equals(firstName, that.firstName)
        && Objects.equals(lastName, that.lastName)
        && Objects.equals(company, that.company)
        && Objects.equals(city, that.city)
        && Objects.equals(country, that.country)
        && Objects.equals(phone, that.phone);
  }

  @Override
  public int hashCode() {
    return Objects.hash(customerId, firstName, lastName, company, city, country, phone);
  }

  @Override
  public String toString() {
    return "CustomerView[customerId="
        + customerId
        + ", firstName="
        + firstName
        + ", lastName="
        + lastName
        + ", company="
        + company
        + ", city="
        + city
        + ", country="
        + country
        + ", phone="
        + phone
        + "]";
  }
}
