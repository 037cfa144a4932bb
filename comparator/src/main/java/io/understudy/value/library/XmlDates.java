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
 * The dates of XML Schema, as JAXB has them: each is what its fields say. Apart from the others,
 * since the module is not in every JVM: this class is loaded only when one of them has been met.
 */
final class XmlDates {
  private XmlDates() {}

  static @Nullable Shape of(Class<?> type) {
    return XMLGregorianCalendar.class.isAssignableFrom(type)
        ? ShapeFactory.standIn(type.getName(), at -> meaning((XMLGregorianCalendar) at))
        : null;
  }

  // Its text is ISO 8601, as java.time reads it, where year, month, day and time are all
  // there; what only part of a date says, or a day in a zone, is that text.
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

  // A month has no length; days, hours, minutes and seconds have one.
  private static Object meaning(Duration of) {
    boolean calendar = of.isSet(DatatypeConstants.YEARS) || of.isSet(DatatypeConstants.MONTHS);
    return calendar ? of.toString() : java.time.Duration.parse(of.toString());
  }
}
