package com.acme.legacy;

/** Has the body that {@link Awkward} lacks. */
public class Gentle extends Awkward {
  @Override
  public int size(String text) {
    return text.length();
  }
}
