package com.acme.legacy;

/** Where inherited methods come from. */
public class BaseService implements Auditing<String> {
  public String audit() {
    return "";
  }

  @Override
  public String entry(String key) {
    return key;
  }
}
