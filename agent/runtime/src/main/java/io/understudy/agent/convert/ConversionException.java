package io.understudy.agent.convert;

import io.understudy.value.Path;

/**
 * Thrown when an object has no exact counterpart among the candidate's types. The reason names
 * places and classes, never values.
 */
public final class ConversionException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * Creates an exception.
   *
   * @param reason one clause; the journal counts calls by it, so it has few distinct texts
   */
  public ConversionException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  ConversionException(String reason, Throwable cause) {
    super(reason, cause, false, false);
    this.reason = reason;
  }

  /** A reason about one place, in which {@code *} stands for indexes and keys. */
  static ConversionException at(Path path, String what) {
    return new ConversionException(path.generalised() + " " + what);
  }

  /** An object of one class where another is wanted. */
  static ConversionException type(Path path, String found, TargetType wanted) {
    return at(path, "is a " + found + " and the candidate takes a " + wanted);
  }

  /** An exception of the candidate's code. */
  static ConversionException building(Path path, String what, Throwable thrown) {
    return new ConversionException(
        "cannot build " + what + ": " + thrown.getClass().getName() + " at " + path.generalised(),
        thrown);
  }

  /** The reason: places and class names, no values. */
  public String reason() {
    return reason;
  }
}
