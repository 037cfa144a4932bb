package io.understudy.journal;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An exception read from a journal. Immutable. */
public final class RecordedThrown {
  private final String className;
  private final @Nullable String message;
  private final List<RecordedThrown> causes;

  /**
   * Creates an exception.
   *
   * @param className the class name
   * @param message the message; null if there is none
   * @param causes the causes, nearest first; not copied
   */
  public RecordedThrown(String className, @Nullable String message, List<RecordedThrown> causes) {
    this.className = className;
    this.message = message;
    this.causes = Collections.unmodifiableList(causes);
  }

  /** The class name. */
  public String className() {
    return className;
  }

  /** The message, redacted and clipped; null if there is none. */
  public @Nullable String message() {
    return message;
  }

  /** The causes, nearest first; a cause has no causes of its own. Unmodifiable. */
  public List<RecordedThrown> causes() {
    return causes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedThrown
        && className.equals(((RecordedThrown) other).className)
        && Objects.equals(message, ((RecordedThrown) other).message)
        && causes.equals(((RecordedThrown) other).causes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(className, message);
  }

  @Override
  public String toString() {
    return message == null ? className : className + ": " + message;
  }
}
