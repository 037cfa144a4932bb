package io.understudy.compare;

/** The way in which two outcomes disagree at a path. */
public enum DifferenceKind {
  /** Both sides have a value here, of a comparable type, and the values differ. */
  VALUE,
  /** The sides have values whose types cannot be compared. */
  TYPE,
  /** The control has something here, the candidate has nothing. */
  MISSING,
  /** The candidate has something here, the control has nothing. */
  EXTRA,
  /** Both sides have the elements in a different order; reported once for the whole list. */
  ORDER,
  /** The sides have arrays of bytes or characters of different lengths. */
  LENGTH,
  /** One side returned and the other threw, or they threw different exceptions. */
  EXCEPTION,
  /** One side could not be read, so the values could not be compared; never a match. */
  OPAQUE
}
