package io.understudy.agent.snapshot.jdk;

import javax.xml.datatype.XMLGregorianCalendar;

/** Copies the date type of JAXB. Loaded only when such a date is copied. */
final class XmlDateCopy {
  private XmlDateCopy() {}

  static Object of(Object live) {
    return ((XMLGregorianCalendar) live).clone();
  }
}
