package io.understudy.value.shape;

import io.understudy.value.Origin;
import io.understudy.value.Scalar;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.Chronology;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalField;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shapes of immutable values of the JDK and of some libraries. */
final class ImmutableScalars {
  private static final Map<Class<?>, Shape> EXACT = new HashMap<>();

  /** Types of the JDK whose implementations in the JDK are all immutable. */
  private static final List<Class<?>> OPEN =
      Arrays.asList(
          Path.class,
          InetAddress.class,
          SocketAddress.class,
          Charset.class,
          ZoneId.class,
          Clock.class,
          Chronology.class,
          TemporalAccessor.class,
          TemporalAmount.class,
          TemporalField.class);

  /** What a formatter returns for a text; has no equals. */
  private static final String PARSED = "java.time.format.Parsed";

  private static final List<String> LIBRARIES =
      Arrays.asList(
          "org.joda.time.",
          "org.threeten.bp.",
          "org.threeten.extra.",
          "org.bson.types.ObjectId",
          "org.bson.types.Decimal128");

  static {
    UnaryOperator<Object> itself = UnaryOperator.identity();
    put(Scalar.TEXT, itself, String.class);
    put(Scalar.BOOLEAN, itself, Boolean.class);
    put(Scalar.CHARACTER, itself, Character.class);
    put(Scalar.NUMBER, itself, Integer.class, Long.class, Double.class, Float.class);
    put(Scalar.NUMBER, itself, Short.class, Byte.class, BigDecimal.class, BigInteger.class);
    put(Scalar.INSTANT, itself, Instant.class);
    put(Scalar.INSTANT, at -> ((OffsetDateTime) at).toInstant(), OffsetDateTime.class);
    put(Scalar.INSTANT, at -> ((ZonedDateTime) at).toInstant(), ZonedDateTime.class);
    put(Scalar.LOCAL_DATE, itself, LocalDate.class);
    put(Scalar.LOCAL_TIME, itself, LocalTime.class);
    put(Scalar.CLASS, type -> ((Class<?>) type).getName(), Class.class);
    put(Scalar.OTHER, itself, UUID.class, URI.class, Locale.class, File.class);
    // Like an enum: there is one object for each code.
    put(Scalar.ENUM, unit -> ((Currency) unit).getCurrencyCode(), Currency.class);
    put(Scalar.OTHER, itself, FileTime.class, StackTraceElement.class, WeekFields.class);
    // These classes have no usable equals: URL.equals resolves host names over the network.
    put(Scalar.OTHER, Object::toString, URL.class);
    put(Scalar.OTHER, ImmutableScalars::settings, DateTimeFormatter.class);
    put(
        Scalar.OTHER,
        pattern -> pattern + " with flags " + ((Pattern) pattern).flags(),
        Pattern.class);
  }

  private ImmutableScalars() {}

  // The toString of a formatter shows only its pattern.
  private static Object settings(Object formatter) {
    DateTimeFormatter f = (DateTimeFormatter) formatter;
    return Arrays.asList(
        f.toString(),
        f.getLocale(),
        f.getDecimalStyle(),
        f.getResolverStyle(),
        f.getResolverFields(),
        f.getChronology(),
        f.getZone());
  }

  private static void put(Scalar scalar, UnaryOperator<Object> plain, Class<?>... types) {
    for (Class<?> type : types) {
      EXACT.put(type, ScalarShape.fixed(type, scalar, plain));
    }
  }

  /** The shape of an immutable value; null when the class is not known to be immutable. */
  static @Nullable Shape of(Class<?> type) {
    Shape exact = EXACT.get(type);
    if (exact != null) {
      return exact;
    }
    if (Enum.class.isAssignableFrom(type)) {
      return ofEnum(type);
    }
    return isOpen(type) || isOfLibrary(type)
        ? ScalarShape.fixed(type, Scalar.OTHER, UnaryOperator.identity())
        : null;
  }

  private static Shape ofEnum(Class<?> type) {
    Class<?> declaring = type; // A constant with a body is of a subclass of the enum.
    while (declaring.getSuperclass() != null && declaring.getSuperclass() != Enum.class) {
      declaring = declaring.getSuperclass();
    }
    return ScalarShape.fixed(declaring, Scalar.ENUM, constant -> ((Enum<?>) constant).name());
  }

  private static boolean isOpen(Class<?> type) {
    if (Origin.isJdk(type) && !type.getName().equals(PARSED)) {
      for (Class<?> each : OPEN) {
        if (each.isAssignableFrom(type)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOfLibrary(Class<?> type) {
    String name = type.getName();
    for (String prefix : LIBRARIES) {
      if (name.startsWith(prefix)) {
        return !name.contains(".Mutable") && !name.contains("Builder");
      }
    }
    return name.equals("javax.xml.namespace.QName") || name.equals("org.joda.money.CurrencyUnit");
  }
}
