package com.recordstore.billing;

/** A customer as the clerk's search shows him. */
public class Customer {
  private int customerId;
  private String firstName;
  private String lastName;
  private String company;
  private String city;
  private String country;
  private String phone;

  /** Number of the customer. */
  public int getCustomerId() {
    return customerId;
  }

  /** Sets it. */
  public void setCustomerId(int customerId) {
    this.customerId = customerId;
  }

  /** First name. */
  public String getFirstName() {
    return firstName;
  }

  /** Sets it. */
  public void setFirstName(String firstName) {
    this.firstName = firstName;
  }

  /** Last name. */
  public String getLastName() {
    return lastName;
  }

  /** Sets it. */
  public void setLastName(String lastName) {
    this.lastName = lastName;
  }

  /** Company; null for private customers. */
  public String getCompany() {
    return company;
  }

  /** Sets it. */
  public void setCompany(String company) {
    this.company = company;
  }

  /** City. */
  public String getCity() {
    return city;
  }

  /** Sets it. */
  public void setCity(String city) {
    this.city = city;
  }

  /** Country. */
  public String getCountry() {
    return country;
  }

  /** Sets it. */
  public void setCountry(String country) {
    this.country = country;
  }

  /** Digits of the phone number, without spaces; null where it is unknown. */
  public String getPhone() {
    return phone;
  }

  /** Sets it. */
  public void setPhone(String phone) {
    this.phone = phone;
  }
}
