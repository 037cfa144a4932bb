package io.understudy.tool.check;

import io.understudy.tool.type.StaticType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sorts of values for which rules of comparison make a difference. */
enum ScalarSort {
  BINARY(
      "double",
      "float",
      "java.lang.Double",
      "java.lang.Float",
      "java.util.concurrent.atomic.DoubleAdder"),
  DECIMAL("java.math.BigDecimal"),
  WHOLE(
      "int",
      "long",
      "short",
      "byte",
      "java.lang.Integer",
      "java.lang.Long",
      "java.lang.Short",
      "java.lang.Byte",
      "java.math.BigInteger"),
  POINT(
      "java.util.Date",
      "java.sql.Timestamp",
      "java.util.Calendar",
      "java.util.GregorianCalendar",
      "java.time.Instant",
      "java.time.ZonedDateTime",
      "java.time.OffsetDateTime"),
  DAY("java.time.LocalDate", "java.sql.Date"),
  LOCAL_POINT("java.time.LocalDateTime"),
  TIME_OF_DAY("java.time.LocalTime", "java.sql.Time"),
  SPAN("java.time.Duration"),
  TEXT("java.lang.String", "java.lang.CharSequence"),
  TREE(
      "com.fasterxml.jackson.databind.JsonNode",
      "com.fasterxml.jackson.databind.node.ObjectNode",
      "tools.jackson.databind.JsonNode",
      "tools.jackson.databind.node.ObjectNode",
      "com.google.gson.JsonElement",
      "com.google.gson.JsonObject");

  private static final Map<String, ScalarSort> BY_NAME = new HashMap<>();

  static {
    for (ScalarSort sort : values()) {
      for (String name : sort.names) {
        BY_NAME.put(name, sort);
      }
    }
  }

  private final String[] names;

  ScalarSort(String... names) {
    this.names = names;
  }

  /** Returns the sort of a type; null for another type. */
  static @Nullable ScalarSort of(StaticType type) {
    return type.isArray() ? null : BY_NAME.get(type.name());
  }

  /** Whether values are numbers. */
  boolean isNumber() {
    return this == BINARY || this == DECIMAL || this == WHOLE;
  }

  /** Whether values are points or spans of time, or days. */
  boolean isTime() {
    return this == POINT
        || this == DAY
        || this == LOCAL_POINT
        || this == TIME_OF_DAY
        || this == SPAN;
  }

  /** Whether values mean a day under the rule for days. */
  boolean hasDay() {
    return this == POINT || this == DAY || this == LOCAL_POINT;
  }
}
