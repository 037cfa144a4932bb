package io.understudy.agent.config;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a status code of an answer means. Immutable. */
public final class HttpStatus {
  /** The meanings of a status. */
  public enum Meaning {
    /** The candidate returned; the result is in the body. */
    RETURNS,
    /** The candidate returned null, whatever the body says. */
    NULL,
    /** The candidate threw an exception. */
    THROWS,
    /** The candidate could not be asked. */
    UNANSWERED
  }

  /** The body has the result. */
  public static final HttpStatus RETURNS = new HttpStatus(Meaning.RETURNS, "", null);

  /** The result is null. */
  public static final HttpStatus NULL = new HttpStatus(Meaning.NULL, "", null);

  /** There is no answer. */
  public static final HttpStatus UNANSWERED = new HttpStatus(Meaning.UNANSWERED, "", null);

  private final Meaning meaning;
  private final String className;
  private final @Nullable List<String> message;

  private HttpStatus(Meaning meaning, String className, @Nullable List<String> message) {
    this.meaning = meaning;
    this.className = className;
    this.message = message == null ? null : Collections.unmodifiableList(message);
  }

  /**
   * An exception.
   *
   * @param className in the form of {@code Class.getName()}
   * @param message the steps to its message in the body; null for no message
   */
  public static HttpStatus thrown(String className, @Nullable List<String> message) {
    return new HttpStatus(Meaning.THROWS, className, message);
  }

  /** What the status means. */
  public Meaning meaning() {
    return meaning;
  }

  /** The class of the exception; empty for every other meaning. */
  public String className() {
    return className;
  }

  /** The steps to the message of the exception; null for none. */
  public @Nullable List<String> message() {
    return message;
  }

  @Override
  public String toString() {
    return meaning + " " + className + " " + message;
  }
}
