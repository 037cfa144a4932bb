package io.understudy.value.thrown;

import io.understudy.value.Origin;
import io.understudy.value.RacyReads;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what every exception has: message, cause and suppressed exceptions. Reads the fields of
 * {@code Throwable}: its methods lock the exception, and an application may override them. Without
 * access to these fields (Java 9 and later without the agent) it calls the methods.
 */
final class CommonState {
  private static final RacyReads.@Nullable Ref MESSAGE = ref("detailMessage");
  private static final RacyReads.@Nullable Ref CAUSE = ref("cause");
  private static final RacyReads.@Nullable Ref SUPPRESSED = ref("suppressedExceptions");

  private CommonState() {}

  private static RacyReads.@Nullable Ref ref(String field) {
    return RacyReads.refField(Throwable.class, field);
  }

  /** The function that reads the message. */
  static Function<Object, @Nullable Object> message(Class<?> type) {
    Class<?> owner = ownerOf(type, "getMessage");
    RacyReads.Ref field = MESSAGE;
    if (field == null || (Origin.isJdk(type) && isText(owner))) {
      return thrown -> ((Throwable) thrown).getMessage();
    }
    return field::get;
  }

  // Some classes of the JDK write their message from their fields, such as FileSystemException.
  // Others write it from another exception, whose methods belong to the application. That of a
  // NullPointerException describes the failed code, like a stack trace.
  private static boolean isText(Class<?> owner) {
    return owner != Throwable.class
        && owner != NullPointerException.class
        && causeField(owner) == null;
  }

  /** The function that reads the cause. */
  static Function<Object, @Nullable Object> cause(Class<?> type) {
    Class<?> base = ThrownParts.firstOfJdk(type);
    Class<?> owner = ownerOf(base, "getCause");
    RacyReads.Ref field = CAUSE;
    if (owner == Throwable.class && field != null) {
      return thrown -> {
        Object cause = field.get(thrown);
        return cause == thrown ? null : cause; // The exception itself while it has no cause.
      };
    }
    RacyReads.Ref hidden = hiddenCause(type, owner);
    return hidden == null ? thrown -> ((Throwable) thrown).getCause() : hidden::get;
  }

  /** The field behind the getCause of a JDK class that an application class overrides. */
  private static RacyReads.@Nullable Ref hiddenCause(Class<?> type, Class<?> owner) {
    Field own = owner == ownerOf(type, "getCause") ? null : causeField(owner);
    return own == null ? null : RacyReads.refField(owner, own.getName());
  }

  /** Whether no method that the application may override is called. */
  static boolean isReadByFields(Class<?> type) {
    Class<?> owner = ownerOf(ThrownParts.firstOfJdk(type), "getCause");
    boolean isCauseRead =
        owner == Throwable.class
            ? CAUSE != null
            : owner == ownerOf(type, "getCause") || hiddenCause(type, owner) != null;
    return isCauseRead && MESSAGE != null && SUPPRESSED != null;
  }

  /** The suppressed exceptions, a list; empty also for an exception that cannot have any. */
  static Object suppressed(Object thrown) {
    if (SUPPRESSED == null) {
      return Arrays.asList(((Throwable) thrown).getSuppressed());
    }
    Object list = SUPPRESSED.get(thrown);
    return list == null ? Collections.emptyList() : list;
  }

  /** Whether a field of a JDK class is the one that the {@code getCause} of its class returns. */
  static boolean isCause(Field field) {
    Class<?> owner = field.getDeclaringClass();
    return Throwable.class.isAssignableFrom(field.getType())
        && ownerOf(owner, "getCause") == owner
        && field.equals(causeField(owner));
  }

  /** The only field of a JDK class that holds an exception; null for none or several. */
  private static @Nullable Field causeField(Class<?> owner) {
    Field found = null;
    for (Field field : owner.getDeclaredFields()) {
      if (Throwable.class.isAssignableFrom(field.getType())
          && !Modifier.isStatic(field.getModifiers())) {
        if (found != null) {
          return null;
        }
        found = field;
      }
    }
    return found;
  }

  /** The class whose implementation of a method without parameters runs; Throwable if unknown. */
  private static Class<?> ownerOf(Class<?> type, String method) {
    try {
      return type.getMethod(method).getDeclaringClass();
    } catch (NoSuchMethodException | LinkageError unknown) {
      return Throwable.class;
    }
  }
}
