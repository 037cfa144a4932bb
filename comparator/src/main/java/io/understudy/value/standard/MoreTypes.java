package io.understudy.value.standard;

import io.understudy.value.JdkFields;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.chrono.Chronology;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** The shapes of JDK values that need a function of their own. */
final class MoreTypes {
  private MoreTypes() {}

  /** The shape of a class of the JDK; null if the class is none of these. */
  static @Nullable Shape of(Class<?> type) throws ReflectiveOperationException {
    if (type == StringJoiner.class || type == Locale.Builder.class) {
      return type == StringJoiner.class
          ? ShapeFactory.standIn(type.getName(), Object::toString)
          : ShapeFactory.standIn(type.getName(), live -> ((Locale.Builder) live).build());
    }
    if (type == AtomicStampedReference.class) {
      return new Parts(type)
          .named("reference")
          .with("stamp", live -> ((AtomicStampedReference<?>) live).getStamp())
          .changing(type);
    }
    if (type == AtomicMarkableReference.class) {
      return new Parts(type)
          .named("reference")
          .with("marked", live -> ((AtomicMarkableReference<?>) live).isMarked())
          .changing(type);
    }
    if (MatchResult.class.isAssignableFrom(type)) {
      return match(type);
    }
    if (Checksum.class.isAssignableFrom(type) && type.getName().startsWith("java.util.zip.")) {
      return new Parts(type)
          .withClass(type)
          .with("value", live -> ((Checksum) live).getValue())
          .changing(type);
    }
    if (type.getName().equals("java.time.format.Parsed")) {
      return new Parts(TemporalAccessor.class)
          .with("fields", live -> fields((TemporalAccessor) live))
          .with("chronology", live -> chronology((TemporalAccessor) live))
          .with("zone", live -> ((TemporalAccessor) live).query(TemporalQueries.zoneId()))
          .changing(type);
    }
    return isRecord(type) ? record(type) : null;
  }

  /** Groups with their places; a matcher also has the text that it searches. */
  private static Shape match(Class<?> type) {
    if (type != Matcher.class) {
      return ShapeFactory.sharableStandIn(type.getName(), live -> groups((MatchResult) live));
    }
    Field text = JdkFields.of(Matcher.class, "text");
    if (text == null) {
      return ShapeFactory.opaque(
          type.getName(),
          type.getName() + " is a search under way; its toMatchResult() is a value");
    }
    return new Parts(type)
        .with("pattern", live -> ((Matcher) live).pattern())
        .with("text", live -> text(text, live))
        .with("region", live -> region((Matcher) live))
        .with("groups", live -> groups((Matcher) live))
        .changing(type);
  }

  private static @Nullable Object text(Field text, Object matcher) {
    try {
      return text.get(matcher);
    } catch (IllegalAccessException impossible) {
      throw new Accessors.UnreadableException(impossible);
    }
  }

  private static Object region(Matcher matcher) {
    return Arrays.asList(matcher.regionStart(), matcher.regionEnd());
  }

  /** Start, end and text of each group; empty without a match. */
  private static Object groups(MatchResult match) {
    try {
      match.start();
    } catch (IllegalStateException noMatch) {
      return Collections.emptyList();
    }
    List<Object> groups = new ArrayList<>();
    for (int i = 0; i <= match.groupCount(); i++) {
      groups.add(Arrays.asList(match.start(i), match.end(i), match.group(i)));
    }
    return groups;
  }

  private static Object fields(TemporalAccessor parsed) {
    Map<Object, Object> fields = new LinkedHashMap<>();
    for (ChronoField field : ChronoField.values()) {
      if (parsed.isSupported(field)) {
        fields.put(field, parsed.getLong(field));
      }
    }
    // The fields of other classes and the excess days are in the text only.
    fields.put("text", parsed.toString());
    return fields;
  }

  private static @Nullable Object chronology(TemporalAccessor parsed) {
    Chronology chronology = parsed.query(TemporalQueries.chronology());
    return chronology == null ? null : chronology.getId();
  }

  // Records exist since Java 16.
  private static boolean isRecord(Class<?> type) {
    Class<?> above = type.getSuperclass();
    return above != null && above.getName().equals("java.lang.Record");
  }

  private static Shape record(Class<?> type) throws ReflectiveOperationException {
    Parts parts = new Parts(type);
    Method components = Class.class.getMethod("getRecordComponents");
    for (Object component : (Object[]) Accessors.present(components.invoke(type))) {
      Method name = component.getClass().getMethod("getName");
      parts.named((String) Accessors.present(name.invoke(component)));
    }
    return parts.changing(type);
  }
}
