package io.understudy.agent.snapshot.jdk;

import javax.xml.datatype.XMLGregorianCalendar;

/** Copies the dates that JAXB has. Loaded only when one has been met. */
final class XmlDateCopy {
  private XmlDateCopy() {}

  static Object of(Object live) {
    return ((XMLGregorianCalendar) live).clone();
  }
}
