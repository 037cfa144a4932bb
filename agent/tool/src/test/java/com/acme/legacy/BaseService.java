package com.acme.legacy;

/** Declares methods that services inherit. */
public class BaseService implements Auditing<String> {
  public String audit() {
    return "";
  }

  @Override
  public String entry(String key) {
    return key;
  }
}
