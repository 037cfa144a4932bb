package io.understudy.value;

/** What an object is to the comparator: the one notion of shape that all stages share. */
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
  /** Cannot be looked into; never equal to anything. */
  OPAQUE
}
