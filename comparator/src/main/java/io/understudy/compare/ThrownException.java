package io.understudy.compare;

import io.understudy.value.Causes;
import io.understudy.value.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as evidence: the class names and messages of the exception and its causes. They are
 * read once when the exception is caught, so that no object of the application is kept. Immutable.
 */
public final class ThrownException {
  /** The most causes that are read. */
  public static final int MOST_CAUSES = 16;

  private final String className;
  private final @Nullable String message;
  private final List<ThrownException> causes;
  private final List<String> typeNames;
  private final @Nullable String sqlState;

  private ThrownException(
      Throwable thrown,
      @Nullable String message,
      @Nullable String sqlState,
      List<ThrownException> causes) {
    this(
        thrown.getClass().getName(),
        Origin.typeNames(thrown.getClass()),
        message,
        sqlState,
        causes);
  }

  private ThrownException(
      String className,
      List<String> typeNames,
      @Nullable String message,
      @Nullable String sqlState,
      List<ThrownException> causes) {
    this.className = className;
    this.typeNames = typeNames;
    this.message = message;
    this.sqlState = sqlState;
    this.causes = causes;
  }

  /**
   * Describes an exception of another JVM by names alone.
   *
   * @param typeNames see {@link #typeNames()}
   * @param causes see {@link #causes()}
   */
  public static ThrownException named(
      String className,
      List<String> typeNames,
      @Nullable String message,
      List<ThrownException> causes) {
    return named(className, typeNames, message, null, causes);
  }

  /**
   * Describes an exception of another JVM by names alone.
   *
   * @param typeNames see {@link #typeNames()}
   * @param sqlState see {@link #sqlState()}
   * @param causes see {@link #causes()}
   */
  public static ThrownException named(
      String className,
      List<String> typeNames,
      @Nullable String message,
      @Nullable String sqlState,
      List<ThrownException> causes) {
    return new ThrownException(
        className,
        Collections.unmodifiableList(new ArrayList<>(typeNames)),
        message,
        sqlState,
        Collections.unmodifiableList(new ArrayList<>(causes)));
  }

  /**
   * Reads an exception and up to 16 of its causes. Where {@code getMessage()} throws, the message
   * says so.
   */
  public static ThrownException of(Throwable thrown) {
    List<ThrownException> causes = new ArrayList<>();
    Throwable seen = thrown;
    for (int i = 0; i < MOST_CAUSES; i++) {
      Throwable cause = causeOf(seen);
      if (cause == null || cause == seen) {
        break;
      }
      causes.add(
          new ThrownException(cause, messageOf(cause), sqlStateOf(cause), Collections.emptyList()));
      seen = cause;
    }
    return new ThrownException(
        thrown, messageOf(thrown), sqlStateOf(thrown), Collections.unmodifiableList(causes));
  }

  /**
   * Describes an exception whose message and causes were not read.
   *
   * @param note stands for the message: why it was not read
   */
  public static ThrownException unread(Throwable thrown, String note) {
    return new ThrownException(thrown, note, null, Collections.emptyList());
  }

  // getMessage and getCause may be overridden by the application, and may throw.
  private static @Nullable String messageOf(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (Throwable unreadable) {
      return "(getMessage() threw " + unreadable.getClass().getName() + ")";
    }
  }

  // A JVM may lack the module java.sql, so the class is mentioned only where one was thrown.
  private static @Nullable String sqlStateOf(Throwable thrown) {
    if (!Origin.typeNames(thrown.getClass()).contains("java.sql.SQLException")) {
      return null;
    }
    try {
      return SqlStates.of(thrown);
    } catch (Throwable unreadable) {
      return null;
    }
  }

  /** Loaded only when a {@code SQLException} is read. */
  private static final class SqlStates {
    private SqlStates() {}

    static @Nullable String of(Throwable thrown) {
      return ((java.sql.SQLException) thrown).getSQLState();
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
  public List<String> typeNames() {
    return typeNames;
  }

  /** The message; null where there is none. */
  public @Nullable String message() {
    return message;
  }

  /** The SQLState of a {@code java.sql.SQLException}; null where there is none. */
  public @Nullable String sqlState() {
    return sqlState;
  }

  /** The chain of causes, nearest first, without causes of their own. Unmodifiable. */
  public List<ThrownException> causes() {
    return causes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ThrownException)) {
      return false;
    }
    ThrownException that = (ThrownException) other;
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
