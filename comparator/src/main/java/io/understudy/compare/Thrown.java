package io.understudy.compare;

import io.understudy.value.Causes;
import io.understudy.value.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as evidence: class names and messages of it and its causes, read once when it was
 * caught, so that nothing of the application is held. Immutable.
 */
public final class Thrown {
  private static final int MOST_CAUSES = 16;

  private final String className;
  private final @Nullable String message;
  private final List<Thrown> causes;
  private final List<String> typeNames;

  private Thrown(Throwable thrown, @Nullable String message, List<Thrown> causes) {
    this.className = thrown.getClass().getName();
    this.typeNames = Origin.typeNames(thrown.getClass());
    this.message = message;
    this.causes = causes;
  }

  /** Reads an exception and up to 16 of its causes; a message that throws is told as such. */
  public static Thrown of(Throwable thrown) {
    List<Thrown> causes = new ArrayList<>();
    Throwable seen = thrown;
    for (int i = 0; i < MOST_CAUSES; i++) {
      Throwable cause = causeOf(seen);
      if (cause == null || cause == seen) {
        break;
      }
      causes.add(new Thrown(cause, messageOf(cause), Collections.emptyList()));
      seen = cause;
    }
    return new Thrown(thrown, messageOf(thrown), Collections.unmodifiableList(causes));
  }

  // getMessage and getCause may be overridden by the application, and may throw.
  private static @Nullable String messageOf(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (Throwable unreadable) {
      return "(getMessage() threw " + unreadable.getClass().getName() + ")";
    }
  }

  private static @Nullable Throwable causeOf(Throwable thrown) {
    try {
      return Causes.of(thrown);
    } catch (Throwable unreadable) {
      return null;
    }
  }

  /** The class name, as {@code Class.getName()} gives it. */
  public String className() {
    return className;
  }

  /** The names of the class, its superclasses and its interfaces, the closest first. */
  List<String> typeNames() {
    return typeNames;
  }

  /** The message; null where there is none. */
  public @Nullable String message() {
    return message;
  }

  /** The chain of causes, nearest first, without causes of their own. Unmodifiable. */
  public List<Thrown> causes() {
    return causes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Thrown)) {
      return false;
    }
    Thrown that = (Thrown) other;
    return className.equals(that.className)
        && java.util.Objects.equals(message, that.message)
        && causes.equals(that.causes);
  }

  @Override
  public int hashCode() {
    return className.hashCode();
  }

  @Override
  public String toString() {
    return message == null ? className : className + ": " + message;
  }
}
