package io.understudy.compare;

/** Whether the representation of a value counts. */
public enum ComparisonMode {
  /**
   * Only the meaning counts: 2.50 is 2.5, an enum is its name, a {@code java.util.Date} is its
   * instant.
   */
  VALUE,
  /** The representation counts too: 2.50 is not 2.5. */
  EXACT
}
