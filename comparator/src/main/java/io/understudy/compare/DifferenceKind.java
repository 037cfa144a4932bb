package io.understudy.compare;

/** In which way two outcomes disagree at a path. */
public enum DifferenceKind {
  /** Both sides have a value here, of a comparable type, and the values differ. */
  VALUE,
  /** The sides have values of types that no rule bridges. */
  TYPE,
  /** The control has something here, the candidate has not. */
  MISSING,
  /** The candidate has something here, the control has not. */
  EXTRA,
  /** Elements that both sides have stand in another order; told once for the whole list. */
  ORDER,
  /** Contents, bytes or characters, of another length. */
  LENGTH,
  /** One side returned and the other threw, or they threw different exceptions. */
  EXCEPTION,
  /** One side could not be looked into, so nothing can be said; never a match. */
  OPAQUE
}
