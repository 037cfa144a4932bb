package io.understudy.portable;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of JDK classes that have a code of their own, because every JVM has the class and the
 * value is exact. Stateless.
 */
final class JdkValues {
  private static final int LONGEST_ID = 1_000;
  private static final List<Code<?>> CODES = new ArrayList<>();
  private static final Map<Class<?>, Integer> BY_CLASS = new HashMap<>();

  static {
    add(Instant.class, JdkValues::instant, JdkValues::readInstant);
    add(LocalDate.class, (v, out) -> out.signed(v.toEpochDay()), JdkValues::readDate);
    add(LocalTime.class, (v, out) -> out.varint(v.toNanoOfDay()), JdkValues::readTime);
    add(LocalDateTime.class, JdkValues::dateTime, JdkValues::readDateTime);
    add(OffsetDateTime.class, JdkValues::offsetDateTime, JdkValues::readOffsetDateTime);
    add(OffsetTime.class, JdkValues::offsetTime, JdkValues::readOffsetTime);
    add(ZonedDateTime.class, JdkValues::zoned, JdkValues::readZoned);
    add(Duration.class, JdkValues::duration, JdkValues::readDuration);
    add(Period.class, JdkValues::period, JdkValues::readPeriod);
    add(Year.class, (v, out) -> out.signed(v.getValue()), in -> Year.of(in.signed32()));
    add(YearMonth.class, JdkValues::yearMonth, JdkValues::readYearMonth);
    add(MonthDay.class, JdkValues::monthDay, JdkValues::readMonthDay);
    add(ZoneOffset.class, (v, out) -> out.signed(v.getTotalSeconds()), JdkValues::readOffset);
    add(UUID.class, JdkValues::uuid, in -> new UUID(in.fixed64(), in.fixed64()));
    add(URI.class, (v, out) -> out.text(v.toString()), in -> URI.create(in.text()));
    add(Date.class, (v, out) -> out.signed(v.getTime()), in -> new Date(in.signed()));
    add(Locale.class, JdkValues::locale, in -> Locale.forLanguageTag(shortText(in)));
    addRegion();
    add(File.class, (v, out) -> out.text(v.getPath()), in -> new File(in.text()));
    add(BitSet.class, (v, out) -> out.block(v.toByteArray()), in -> BitSet.valueOf(in.block()));
  }

  private JdkValues() {}

  private static void addRegion() {
    // The class of all zones with rules is not public.
    BY_CLASS.put(ZoneId.of("UTC").getClass(), CODES.size());
    CODES.add(
        new Code<>(ZoneId.class, (v, out) -> out.text(v.getId()), in -> ZoneId.of(shortText(in))));
  }

  /** Writes the contents of a value, exactly. */
  private interface Writer<T> {
    void write(T value, PortableOutput out) throws PortableFormException;
  }

  /** Reads what the writer has written; may throw RuntimeExceptions for contents out of range. */
  private interface Reader<T> {
    T read(PortableInput in) throws PortableFormException;
  }

  private static final class Code<T> {
    final Class<T> type;
    final Writer<T> writer;
    final Reader<T> reader;

    Code(Class<T> type, Writer<T> writer, Reader<T> reader) {
      this.type = type;
      this.writer = writer;
      this.reader = reader;
    }

    void write(Object value, PortableOutput out) throws PortableFormException {
      writer.write(type.cast(value), out);
    }
  }

  private static <T> void add(Class<T> type, Writer<T> writer, Reader<T> reader) {
    BY_CLASS.put(type, CODES.size());
    CODES.add(new Code<>(type, writer, reader));
  }

  /** Writes a value with its tag; returns false, and writes nothing, if it has no code. */
  static boolean write(Object value, PortableOutput out) throws PortableFormException {
    Integer code = BY_CLASS.get(value.getClass());
    if (code == null || !isExact(value)) {
      return false;
    }
    out.u8(Tag.FIRST_JDK + code);
    CODES.get(code).write(value, out);
    return true;
  }

  // A locale of the old kind, such as no_NO_NY, has no exact tag.
  private static boolean isExact(Object value) {
    return !(value instanceof Locale)
        || value.equals(Locale.forLanguageTag(((Locale) value).toLanguageTag()));
  }

  /** Reads the contents of a value; null if the tag is not one of these. */
  static @Nullable Object read(int tag, PortableInput in) throws PortableFormException {
    int code = tag - Tag.FIRST_JDK;
    if (code < 0 || code >= CODES.size()) {
      return null;
    }
    Code<?> found = CODES.get(code);
    try {
      return found.reader.read(in);
    } catch (RuntimeException outOfRange) {
      throw new PortableFormException("not a " + found.type.getName());
    }
  }

  /** The JDK keeps locales, and a zone has no longer name. */
  private static String shortText(PortableInput in) throws PortableFormException {
    String text = in.text();
    if (text.length() > LONGEST_ID) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static void instant(Instant value, PortableOutput out) throws PortableFormException {
    out.signed(value.getEpochSecond());
    out.varint(value.getNano());
  }

  private static Instant readInstant(PortableInput in) throws PortableFormException {
    return Instant.ofEpochSecond(in.signed(), nano(in));
  }

  private static int nano(PortableInput in) throws PortableFormException {
    return in.count(999_999_999);
  }

  private static LocalDate readDate(PortableInput in) throws PortableFormException {
    return LocalDate.ofEpochDay(in.signed());
  }

  private static LocalTime readTime(PortableInput in) throws PortableFormException {
    return LocalTime.ofNanoOfDay(in.varint());
  }

  private static void dateTime(LocalDateTime value, PortableOutput out)
      throws PortableFormException {
    out.signed(value.toLocalDate().toEpochDay());
    out.varint(value.toLocalTime().toNanoOfDay());
  }

  private static LocalDateTime readDateTime(PortableInput in) throws PortableFormException {
    return LocalDateTime.of(readDate(in), readTime(in));
  }

  private static ZoneOffset readOffset(PortableInput in) throws PortableFormException {
    return ZoneOffset.ofTotalSeconds(in.signed32());
  }

  private static void offsetDateTime(OffsetDateTime value, PortableOutput out)
      throws PortableFormException {
    dateTime(value.toLocalDateTime(), out);
    out.signed(value.getOffset().getTotalSeconds());
  }

  private static OffsetDateTime readOffsetDateTime(PortableInput in) throws PortableFormException {
    return OffsetDateTime.of(readDateTime(in), readOffset(in));
  }

  private static void offsetTime(OffsetTime value, PortableOutput out)
      throws PortableFormException {
    out.varint(value.toLocalTime().toNanoOfDay());
    out.signed(value.getOffset().getTotalSeconds());
  }

  private static OffsetTime readOffsetTime(PortableInput in) throws PortableFormException {
    return OffsetTime.of(readTime(in), readOffset(in));
  }

  private static void zoned(ZonedDateTime value, PortableOutput out) throws PortableFormException {
    dateTime(value.toLocalDateTime(), out);
    out.signed(value.getOffset().getTotalSeconds());
    out.text(value.getZone().getId());
  }

  /** Fails where the rules of the zone differ between the two JVMs for this time. */
  private static ZonedDateTime readZoned(PortableInput in) throws PortableFormException {
    LocalDateTime local = readDateTime(in);
    ZoneOffset offset = readOffset(in);
    return ZonedDateTime.ofStrict(local, offset, ZoneId.of(shortText(in)));
  }

  private static void duration(Duration value, PortableOutput out) throws PortableFormException {
    out.signed(value.getSeconds());
    out.varint(value.getNano());
  }

  private static Duration readDuration(PortableInput in) throws PortableFormException {
    return Duration.ofSeconds(in.signed(), nano(in));
  }

  private static void period(Period value, PortableOutput out) throws PortableFormException {
    out.signed(value.getYears());
    out.signed(value.getMonths());
    out.signed(value.getDays());
  }

  private static Period readPeriod(PortableInput in) throws PortableFormException {
    return Period.of(in.signed32(), in.signed32(), in.signed32());
  }

  private static void yearMonth(YearMonth value, PortableOutput out) throws PortableFormException {
    out.signed(value.getYear());
    out.u8(value.getMonthValue());
  }

  private static YearMonth readYearMonth(PortableInput in) throws PortableFormException {
    return YearMonth.of(in.signed32(), in.u8());
  }

  private static void monthDay(MonthDay value, PortableOutput out) throws PortableFormException {
    out.u8(value.getMonthValue());
    out.u8(value.getDayOfMonth());
  }

  private static MonthDay readMonthDay(PortableInput in) throws PortableFormException {
    return MonthDay.of(in.u8(), in.u8());
  }

  private static void uuid(UUID value, PortableOutput out) throws PortableFormException {
    out.fixed64(value.getMostSignificantBits());
    out.fixed64(value.getLeastSignificantBits());
  }

  private static void locale(Locale value, PortableOutput out) throws PortableFormException {
    out.text(value.toLanguageTag());
  }
}
