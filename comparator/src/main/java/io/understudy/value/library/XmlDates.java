package io.understudy.value.library;

import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of XML Schema dates, as JAXB uses them. This class is loaded only when one of them
 * occurs, because not every JVM has the module.
 */
final class XmlDates {
  private XmlDates() {}

  static @Nullable Shape of(Class<?> type) {
    return XMLGregorianCalendar.class.isAssignableFrom(type)
        ? ShapeFactory.standIn(type.getName(), at -> meaning((XMLGregorianCalendar) at))
        : null;
  }

  // The text of a complete date or time is ISO 8601, which java.time parses. A partial date, or a
  // day with a zone, stays a text.
  private static Object meaning(XMLGregorianCalendar at) {
    String text = at.toXMLFormat();
    boolean zoned = at.getTimezone() != DatatypeConstants.FIELD_UNDEFINED;
    String type = at.getXMLSchemaType().getLocalPart();
    if (type.equals("dateTime")) {
      return zoned ? instant(text) : LocalDateTime.parse(text);
    }
    if (type.equals("date") && !zoned) {
      return LocalDate.parse(text);
    }
    return type.equals("time") && !zoned ? LocalTime.parse(text) : text;
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  static @Nullable Shape duration(Class<?> type) {
    return Duration.class.isAssignableFrom(type)
        ? ShapeFactory.sharableStandIn(type.getName(), of -> meaning((Duration) of))
        : null;
  }

  // Years and months have no fixed length; days, hours, minutes and seconds have one.
  private static Object meaning(Duration of) {
    boolean calendar = of.isSet(DatatypeConstants.YEARS) || of.isSet(DatatypeConstants.MONTHS);
    return calendar ? of.toString() : java.time.Duration.parse(of.toString());
  }
}
