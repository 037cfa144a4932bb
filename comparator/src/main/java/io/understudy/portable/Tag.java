package io.understudy.portable;

/** The first byte of each value; docs/portable-form.md lists what follows. */
final class Tag {
  static final int VERSION = 1;

  static final int NULL = 0;
  static final int REFERENCE = 1;
  static final int OBJECT = 2;
  static final int PRIMITIVES = 3;
  static final int TEXT = 4;
  static final int FALSE = 5;
  static final int TRUE = 6;
  static final int CHAR = 7;
  static final int BYTE = 8;
  static final int SHORT = 9;
  static final int INT = 10;
  static final int LONG = 11;
  static final int FLOAT = 12;
  static final int DOUBLE = 13;
  static final int INTEGER = 14;
  static final int DECIMAL = 15;
  static final int NAMED = 16;

  /** Values of classes of the JDK follow from here, see {@link JdkValues}. */
  static final int FIRST_JDK = 32;

  private Tag() {}
}
