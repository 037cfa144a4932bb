package io.understudy.value;

/** The kinds of objects; all stages distinguish objects by these. */
public enum Kind {
  /** One value without parts: a number, a text, a date, an enum constant. */
  SCALAR,
  /** Elements in order: a list or an array. */
  LIST,
  /** Elements without order. */
  SET,
  /** Values by key, without order. */
  MAP,
  /** Named parts: a bean, a Java record, a Kotlin data class. */
  RECORD,
  /** Zero or one element: {@code java.util.Optional}. */
  OPTIONAL,
  /** An object that cannot be read; never equal to any object. */
  OPAQUE
}
