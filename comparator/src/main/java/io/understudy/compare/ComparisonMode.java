package io.understudy.compare;

/** How much of a value's representation counts. */
public enum ComparisonMode {
  /** What the value means: 2.50 is 2.5, an enum is its name, an old date is its instant. */
  VALUE,
  /** Also how it is represented: 2.50 is not 2.5. */
  EXACT
}
