package io.understudy.value.shape;

import io.understudy.value.RacyReads;
import io.understudy.value.Scalar;
import java.text.DateFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The shapes of JDK values that can change, with the function that makes a private copy. */
final class MutableScalars {
  private static final RacyReads.@Nullable Ref ZONE = RacyReads.refField(Calendar.class, "zone");
  private static final UnaryOperator<Object> ITSELF = UnaryOperator.identity();
  private static final Map<Class<?>, Shape> EXACT = new HashMap<>();

  static {
    put(StringBuilder.class, Scalar.TEXT, text -> new StringBuilder((CharSequence) text));
    EXACT.put(StringBuffer.class, StringBuffers.shape());
    put(Date.class, date -> new Date(((Date) date).getTime()), date -> ((Date) date).toInstant());
    put(BitSet.class, bits -> ((BitSet) bits).clone(), ITSELF);
    put(
        AtomicBoolean.class,
        flag -> new AtomicBoolean(((AtomicBoolean) flag).get()),
        flag -> ((AtomicBoolean) flag).get());
    put(
        AtomicInteger.class,
        number -> new AtomicInteger(((AtomicInteger) number).get()),
        number -> ((AtomicInteger) number).get());
    put(
        AtomicLong.class,
        number -> new AtomicLong(((AtomicLong) number).get()),
        number -> ((AtomicLong) number).get());
    put(LongAdder.class, MutableScalars::adder, number -> ((LongAdder) number).sum());
    put(DoubleAdder.class, MutableScalars::doubleAdder, number -> ((DoubleAdder) number).sum());
  }

  private MutableScalars() {}

  private static void put(Class<?> type, Scalar scalar, UnaryOperator<Object> keep) {
    EXACT.put(type, ScalarShape.changing(type, scalar, keep, Object::toString));
  }

  private static void put(Class<?> type, UnaryOperator<Object> keep, UnaryOperator<Object> plain) {
    Scalar scalar = Scalar.NUMBER;
    if (type == Date.class) {
      scalar = Scalar.INSTANT;
    } else if (type == BitSet.class) {
      scalar = Scalar.OTHER;
    } else if (type == AtomicBoolean.class) {
      scalar = Scalar.BOOLEAN;
    }
    EXACT.put(type, ScalarShape.changing(type, scalar, keep, plain));
  }

  private static Object adder(Object live) {
    LongAdder copy = new LongAdder();
    copy.add(((LongAdder) live).sum());
    return copy;
  }

  private static Object doubleAdder(Object live) {
    DoubleAdder copy = new DoubleAdder();
    copy.add(((DoubleAdder) live).sum());
    return copy;
  }

  /** The shape of a JDK value that can change; null for every other class. */
  static @Nullable Shape of(Class<?> type) {
    Shape exact = EXACT.get(type);
    if (exact != null) {
      return exact;
    }
    if (type.getName().startsWith("java.sql.")) {
      return SqlDates.of(type);
    }
    if (Calendar.class.isAssignableFrom(type)) {
      // Reading the time of a calendar changes the calendar, so only a copy is read.
      return ScalarShape.changing(
          type,
          Scalar.INSTANT,
          calendar -> ((Calendar) calendar).clone(),
          calendar -> ((Calendar) ((Calendar) calendar).clone()).toInstant(),
          MutableScalars::hasForeignZone);
    }
    if (TimeZone.class.isAssignableFrom(type)) {
      return other(type, zone -> ((TimeZone) zone).clone(), null);
    }
    if (Format.class.isAssignableFrom(type)) {
      return other(type, format -> ((Format) format).clone(), MutableScalars::hasForeignParts);
    }
    return null;
  }

  /** Whether cloning a calendar clones a time zone of the application. */
  static boolean hasForeignZone(Object calendar) {
    Object zone = ZONE == null ? null : ZONE.get(calendar);
    return zone != null && Shape.hasForeignMethods(zone);
  }

  /** Whether cloning a format clones an object of the application. */
  static boolean hasForeignParts(Object format) {
    if (format instanceof MessageFormat) {
      for (Format part : ((MessageFormat) format).getFormats()) {
        if (part != null && (Shape.hasForeignMethods(part) || hasForeignParts(part))) {
          return true;
        }
      }
    }
    if (!(format instanceof DateFormat)) {
      return false;
    }
    // A class of the application may have set them; the methods of the JDK classes return them.
    Calendar calendar = ((DateFormat) format).getCalendar();
    NumberFormat numbers = ((DateFormat) format).getNumberFormat();
    return (calendar != null && (Shape.hasForeignMethods(calendar) || hasForeignZone(calendar)))
        || (numbers != null && Shape.hasForeignMethods(numbers));
  }

  private static Shape other(
      Class<?> type, UnaryOperator<Object> keep, @Nullable Predicate<Object> foreign) {
    return ScalarShape.changing(type, Scalar.OTHER, keep, ITSELF, foreign);
  }
}
