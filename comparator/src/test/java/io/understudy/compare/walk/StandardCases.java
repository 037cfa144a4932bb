package io.understudy.compare.walk;

import java.awt.Color;
import java.awt.Point;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.math.MathContext;
import java.net.HttpCookie;
import java.net.URL;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ValueRange;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.IntSummaryStatistics;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;
import javax.sql.rowset.serial.SerialBlob;
import javax.xml.datatype.DatatypeFactory;

/** Rows for exceptions that are values, and for value types of the JDK. */
final class StandardCases {
  private StandardCases() {}

  static void put(ViewCases cases) throws Exception {
    exceptions(cases);
    values(cases);
    parts(cases);
    days(cases);
  }

  private static SQLException chained(String next) {
    SQLException first = new SQLException("m", "s", 1);
    first.setNextException(new SQLException(next));
    return first;
  }

  private static Exception suppressing(String message) {
    Exception exception = new Exception("m");
    exception.addSuppressed(new Exception(message));
    return exception;
  }

  private static void exceptions(ViewCases cases) {
    cases.put("exception against the same", new IOException("m"), new IOException("m"));
    cases.put("exception against another message", new IOException("m"), new IOException("n"));
    cases.put(
        "exception against another cause",
        new IOException("m", new Error("c")),
        new IOException("m", new Error("d")));
    cases.put("exception against another suppressed one", suppressing("s"), suppressing("t"));
    cases.put(
        "exception against one of another class",
        new IOException("m"),
        new IllegalStateException("m"));
    cases.put(
        "SQLException against another SQLState and error code",
        new SQLException("x", "08001", 1),
        new SQLException("x", "42000", 2));
    cases.put("SQLException against another next exception", chained("a"), chained("b"));
    cases.put(
        "BatchUpdateException against other counts",
        new BatchUpdateException("m", "s", 1, new int[] {1, 1}),
        new BatchUpdateException("m", "s", 1, new int[] {1, 2}));
    cases.put(
        "ParseException against another offset",
        new ParseException("m", 1),
        new ParseException("m", 2));
    cases.put(
        "InvocationTargetException against another target",
        new InvocationTargetException(new Error("a")),
        new InvocationTargetException(new Error("b")));
  }

  private static void values(ViewCases cases) throws Exception {
    cases.put(
        "X500Principal against the same name with other spaces",
        new X500Principal("CN=a, C=b"),
        new X500Principal("CN=a,C=b"));
    cases.put("LdapName against another name", new LdapName("CN=a,C=b"), new LdapName("CN=a,C=c"));
    cases.put(
        "SecretKeySpec against the same key",
        new SecretKeySpec(new byte[] {1}, "AES"),
        new SecretKeySpec(new byte[] {1}, "AES"));
    cases.put(
        "SecretKeySpec against another key",
        new SecretKeySpec(new byte[] {1}, "AES"),
        new SecretKeySpec(new byte[] {2}, "AES"));
    cases.put("MathContext against the same", new MathContext(5), new MathContext(5));
    cases.put("Color against the same", new Color(1, 2, 3), new Color(1, 2, 3));
    cases.put("ValueRange against another", ValueRange.of(1, 5), ValueRange.of(1, 6));
    cases.put("ZoneOffsetTransition against the same", transition(), transition());
    cases.put(
        "UnicodeBlock against another",
        Character.UnicodeBlock.GREEK,
        Character.UnicodeBlock.CYRILLIC);
    cases.put(
        "Method against the same",
        String.class.getMethod("length"),
        String.class.getMethod("length"));
    cases.put(
        "Level against a level of the same value and another name", Level.INFO, named("NOTICE"));
    cases.put("URL against the same text", new URL("http://a/"), new URL("http://a/"));
    cases.put(
        "URL against another host of the same address",
        new URL("http://localhost/"),
        new URL("http://127.0.0.1/"));
    cases.put(
        "DoubleBuffer against double array of what is left to read",
        DoubleBuffer.wrap(new double[] {1, 2}),
        new double[] {1, 2});
    cases.put("CharBuffer against its text", CharBuffer.wrap("ab"), "ab");
    cases.put("StringJoiner against its text", new StringJoiner(",").add("a").add("b"), "a,b");
    cases.put(
        "SerialBlob against byte array", new SerialBlob(new byte[] {1, 2}), new byte[] {1, 2});
  }

  private static ZoneOffsetTransition transition() {
    return ZoneOffsetTransition.of(
        LocalDate.of(2024, 1, 1).atStartOfDay(), ZoneOffset.UTC, ZoneOffset.ofHours(1));
  }

  private static void parts(ViewCases cases) {
    cases.put(
        "HttpCookie against the same name with another value",
        new HttpCookie("a", "1"),
        new HttpCookie("a", "2"));
    cases.put("Point against Point2D of the same coordinates", new Point(1, 2), point(1));
    cases.put("Point2D against another point", point(1), point(2));
    cases.put(
        "Ellipse2D against Rectangle2D of the same coordinates",
        new Ellipse2D.Double(1, 2, 3, 4),
        new Rectangle2D.Double(1, 2, 3, 4));
    cases.put(
        "IntSummaryStatistics against another maximum", statistics(1, 5, 6), statistics(1, 4, 7));
    cases.put(
        "AtomicStampedReference against another stamp",
        new AtomicStampedReference<>("a", 1),
        new AtomicStampedReference<>("a", 2));
    cases.put("MatchResult against the same groups", match(), match());
  }

  private static Point2D point(double x) {
    return new Point2D.Double(x, 2);
  }

  private static IntSummaryStatistics statistics(int... values) {
    return Arrays.stream(values).summaryStatistics();
  }

  private static Object match() {
    Matcher matcher = Pattern.compile("(a)").matcher("xa");
    matcher.find();
    return matcher.toMatchResult();
  }

  private static void days(ViewCases cases) throws Exception {
    cases.put(
        "java.sql.Date of the year 5 BC against LocalDate of the year 5",
        before(5),
        LocalDate.of(5, 1, 2));
    cases.put(
        "java.sql.Date of the year 5 BC against LocalDate of the year -4",
        before(5),
        LocalDate.of(-4, 1, 2));
    cases.put(
        "java.sql.Date of 1500-01-02 against LocalDate of the same day",
        java.sql.Date.valueOf("1500-01-02"),
        LocalDate.of(1500, 1, 2));
    cases.put(
        "java.sql.Date of 1500-02-29 against the next day",
        java.sql.Date.valueOf("1500-02-29"),
        java.sql.Date.valueOf("1500-03-01"));
    DatatypeFactory xml = DatatypeFactory.newInstance();
    cases.put(
        "XMLGregorianCalendar without any field against the same",
        xml.newXMLGregorianCalendar(),
        xml.newXMLGregorianCalendar());
    cases.put(
        "XMLGregorianCalendar of the year -5 against LocalDate of the year -4",
        xml.newXMLGregorianCalendar("-0005-01-02"),
        LocalDate.of(-4, 1, 2));
    cases.put(
        "XML Duration of a year against XML Duration of 12 months",
        xml.newDuration("P1Y"),
        xml.newDuration("P12M"));
  }

  private static java.sql.Date before(int year) {
    GregorianCalendar calendar = new GregorianCalendar(year, 0, 2);
    calendar.set(GregorianCalendar.ERA, GregorianCalendar.BC);
    return new java.sql.Date(calendar.getTimeInMillis());
  }

  /** A level of the value of INFO, which an application named. */
  private static Level named(String name) {
    return new Named(name, Level.INFO.intValue());
  }

  private static final class Named extends Level {
    private static final long serialVersionUID = 1;

    Named(String name, int value) {
      super(name, value);
    }
  }
}
