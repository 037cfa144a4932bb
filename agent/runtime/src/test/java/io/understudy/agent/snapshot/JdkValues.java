package io.understudy.agent.snapshot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Values of the JDK that applications keep in their objects. */
final class JdkValues {
  private final Map<String, Callable<?>> values = new LinkedHashMap<>();

  private JdkValues() {}

  /** Returns what makes each value, by the name of its class. */
  static Map<String, Callable<?>> all() {
    JdkValues all = new JdkValues();
    all.numbers();
    all.texts();
    all.dates();
    all.net();
    all.pictures();
    all.security();
    all.sql();
    all.naming();
    all.others();
    return all.values;
  }

  private void numbers() {
    add("MathContext", () -> MathContext.DECIMAL64);
    add("MathContext of its own", () -> new MathContext(7, RoundingMode.DOWN));
    add("BigDecimal", () -> new BigDecimal("1.50"));
    add("BigInteger", () -> BigInteger.TEN);
    add("Optional", () -> java.util.Optional.of(new java.util.Date(1)));
    add("OptionalInt", () -> java.util.OptionalInt.of(1));
    add("IntSummaryStatistics", () -> java.util.stream.IntStream.of(1, 2).summaryStatistics());
    add("LongSummaryStatistics", () -> java.util.stream.LongStream.of(1, 2).summaryStatistics());
    add(
        "DoubleSummaryStatistics",
        () -> java.util.stream.DoubleStream.of(1, 2).summaryStatistics());
    add("AtomicInteger", () -> new java.util.concurrent.atomic.AtomicInteger(3));
    add("AtomicLong", () -> new java.util.concurrent.atomic.AtomicLong(3));
    add("AtomicBoolean", () -> new java.util.concurrent.atomic.AtomicBoolean(true));
    add("AtomicReference", () -> new java.util.concurrent.atomic.AtomicReference<>("x"));
    add(
        "AtomicStampedReference",
        () -> new java.util.concurrent.atomic.AtomicStampedReference<>("x", 1));
    add(
        "AtomicMarkableReference",
        () -> new java.util.concurrent.atomic.AtomicMarkableReference<>("x", true));
    add("AtomicIntegerArray", () -> new java.util.concurrent.atomic.AtomicIntegerArray(2));
    add("LongAdder", JdkValues::adder);
    add(
        "LongAccumulator",
        () -> new java.util.concurrent.atomic.LongAccumulator((a, b) -> a + b, 0));
    add("DoubleAdder", java.util.concurrent.atomic.DoubleAdder::new);
    add(
        "DoubleAccumulator",
        () -> new java.util.concurrent.atomic.DoubleAccumulator((a, b) -> a + b, 0));
    add("Random", () -> new java.util.Random(7));
    add("SplittableRandom", () -> new java.util.SplittableRandom(7));
    add("BitSet", () -> java.util.BitSet.valueOf(new long[] {5}));
    add("UUID", () -> new java.util.UUID(1, 2));
    add("CRC32", java.util.zip.CRC32::new);
    add("Adler32", java.util.zip.Adler32::new);
  }

  private static Object adder() {
    java.util.concurrent.atomic.LongAdder adder = new java.util.concurrent.atomic.LongAdder();
    adder.add(5);
    return adder;
  }

  private void texts() {
    add("StringBuilder", () -> new StringBuilder("x"));
    add("StringBuffer", () -> new StringBuffer("x"));
    add("StringJoiner", () -> new java.util.StringJoiner(",", "[", "]").add("x"));
    add("StringTokenizer", () -> new java.util.StringTokenizer("a b"));
    add("ParsePosition", () -> new java.text.ParsePosition(3));
    add("FieldPosition", () -> new java.text.FieldPosition(1));
    add("SimpleDateFormat", () -> new java.text.SimpleDateFormat("yyyy-MM-dd", Locale.ROOT));
    add("DecimalFormat", () -> new java.text.DecimalFormat("0.00"));
    add("DecimalFormatSymbols", () -> java.text.DecimalFormatSymbols.getInstance(Locale.ROOT));
    add("DateFormatSymbols", () -> java.text.DateFormatSymbols.getInstance(Locale.ROOT));
    add("NumberFormat", () -> java.text.NumberFormat.getCurrencyInstance(Locale.GERMANY));
    add("MessageFormat", () -> new java.text.MessageFormat("{0,number} of {1}"));
    add("ChoiceFormat", () -> new java.text.ChoiceFormat("0#none|1#one"));
    add("Collator", () -> java.text.Collator.getInstance(Locale.ROOT));
    add("RuleBasedCollator", () -> new java.text.RuleBasedCollator("< a < b"));
    add("AttributedString", () -> new java.text.AttributedString("x"));
    add("BreakIterator", () -> java.text.BreakIterator.getWordInstance(Locale.ROOT));
    add("StringCharacterIterator", () -> new java.text.StringCharacterIterator("abc"));
    add("Pattern", () -> java.util.regex.Pattern.compile("a+"));
    add("Matcher", JdkValues::matcher);
    add("MatchResult", () -> ((java.util.regex.Matcher) matcher()).toMatchResult());
    add("Locale", () -> Locale.GERMANY);
    add("Locale.Builder", () -> new Locale.Builder().setLanguage("de"));
    add("Locale.LanguageRange", () -> new Locale.LanguageRange("de"));
    add("Currency", () -> java.util.Currency.getInstance("EUR"));
    add("Charset", () -> java.nio.charset.StandardCharsets.UTF_8);
    add("UnicodeBlock", () -> Character.UnicodeBlock.GREEK);
    add("CharBuffer", () -> CharBuffer.wrap("text".toCharArray()));
    add("CharBuffer of a text", () -> CharBuffer.wrap("text"));
    add("ByteBuffer", () -> ByteBuffer.wrap(new byte[] {1, 2}));
    add("direct ByteBuffer", () -> ByteBuffer.allocateDirect(4));
    add("IntBuffer", () -> IntBuffer.wrap(new int[] {1}));
    add("LongBuffer", () -> LongBuffer.wrap(new long[] {1}));
    add("ShortBuffer", () -> ShortBuffer.wrap(new short[] {1}));
    add("FloatBuffer", () -> FloatBuffer.wrap(new float[] {1}));
    add("DoubleBuffer", () -> DoubleBuffer.wrap(new double[] {1}));
    add("view of a ByteBuffer", () -> ByteBuffer.allocate(8).asLongBuffer());
  }

  private static Object matcher() {
    java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("a(b)").matcher("xab");
    matcher.find();
    return matcher;
  }

  private void dates() {
    add("Date", () -> new java.util.Date(1));
    add("GregorianCalendar", () -> new java.util.GregorianCalendar(2009, 1, 3));
    add(
        "BuddhistCalendar",
        () -> java.util.Calendar.getInstance(Locale.forLanguageTag("th-TH-u-ca-buddhist")));
    add(
        "JapaneseCalendar",
        () -> java.util.Calendar.getInstance(Locale.forLanguageTag("ja-JP-u-ca-japanese")));
    add("TimeZone", () -> java.util.TimeZone.getTimeZone("Europe/Berlin"));
    add("SimpleTimeZone", () -> new java.util.SimpleTimeZone(3_600_000, "X"));
    add("Instant", () -> java.time.Instant.EPOCH);
    add("LocalDate", () -> java.time.LocalDate.of(2009, 2, 3));
    add("ZonedDateTime", () -> java.time.ZonedDateTime.parse("2009-02-03T04:05Z[UTC]"));
    add("Period", () -> java.time.Period.ofDays(3));
    add("ZoneId", () -> java.time.ZoneId.of("Europe/Berlin"));
    add("ZoneRules", () -> java.time.ZoneId.of("Europe/Berlin").getRules());
    add("ZoneOffsetTransition", JdkValues::transition);
    add("ValueRange", () -> java.time.temporal.ValueRange.of(1, 2));
    add("WeekFields", () -> java.time.temporal.WeekFields.ISO);
    add("JapaneseDate", () -> java.time.chrono.JapaneseDate.of(2009, 2, 3));
    add("DateTimeFormatter", () -> java.time.format.DateTimeFormatter.ISO_DATE);
    add("DecimalStyle", () -> java.time.format.DecimalStyle.STANDARD);
    add("Clock", () -> java.time.Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC));
    add("system Clock", java.time.Clock::systemUTC);
    add("Chronology", () -> java.time.chrono.IsoChronology.INSTANCE);
  }

  private static Object transition() {
    return java.time.ZoneId.of("Europe/Berlin")
        .getRules()
        .nextTransition(java.time.Instant.ofEpochSecond(1_234_567_890));
  }

  private void net() {
    add("URI", () -> java.net.URI.create("http://example.invalid/a"));
    add("URL", () -> new java.net.URL("http://example.invalid/a"));
    add("InetAddress", () -> java.net.InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    add("InetSocketAddress", () -> java.net.InetSocketAddress.createUnresolved("x.invalid", 1));
    add("HttpCookie", () -> new java.net.HttpCookie("a", "b"));
    add("PasswordAuthentication", () -> new java.net.PasswordAuthentication("u", new char[] {'p'}));
    add("Proxy", () -> java.net.Proxy.NO_PROXY);
  }

  private void pictures() {
    add("Color", () -> new java.awt.Color(1, 2, 3));
    add("Point", () -> new java.awt.Point(1, 2));
    add("Point2D", () -> new java.awt.geom.Point2D.Double(1, 2));
    add("Rectangle", () -> new java.awt.Rectangle(1, 2, 3, 4));
    add("Rectangle2D", () -> new java.awt.geom.Rectangle2D.Double(1, 2, 3, 4));
    add("Line2D", () -> new java.awt.geom.Line2D.Double(1, 2, 3, 4));
    add("Ellipse2D", () -> new java.awt.geom.Ellipse2D.Double(1, 2, 3, 4));
    add("AffineTransform", () -> java.awt.geom.AffineTransform.getScaleInstance(2, 3));
    add("Path2D", () -> new java.awt.geom.Path2D.Double(new java.awt.Rectangle(1, 2)));
    add("Polygon", () -> new java.awt.Polygon(new int[] {1}, new int[] {2}, 1));
    add("Dimension", () -> new java.awt.Dimension(1, 2));
    add("Insets", () -> new java.awt.Insets(1, 2, 3, 4));
    add("BasicStroke", () -> new java.awt.BasicStroke(2));
    add(
        "GradientPaint",
        () -> new java.awt.GradientPaint(1, 2, java.awt.Color.RED, 3, 4, java.awt.Color.BLUE));
    add("Font", () -> new java.awt.Font("Serif", 0, 12));
  }

  private void security() {
    add("X500Principal", () -> new javax.security.auth.x500.X500Principal("CN=a"));
    add("SecretKeySpec", () -> new javax.crypto.spec.SecretKeySpec(new byte[] {1}, "AES"));
    add("IvParameterSpec", () -> new javax.crypto.spec.IvParameterSpec(new byte[16]));
    add("PBEKeySpec", () -> new javax.crypto.spec.PBEKeySpec(new char[] {'p'}));
    add("Subject", javax.security.auth.Subject::new);
    add(
        "RSAPublicKeySpec",
        () -> new java.security.spec.RSAPublicKeySpec(BigInteger.TEN, BigInteger.ONE));
    add("BasicPermission", () -> new java.util.PropertyPermission("a", "read"));
    add(
        "CodeSource",
        () -> new java.security.CodeSource(null, (java.security.cert.Certificate[]) null));
    add("MessageDigest", () -> java.security.MessageDigest.getInstance("SHA-256"));
    add("SecureRandom", java.security.SecureRandom::new);
  }

  private void sql() {
    add("Timestamp", () -> new java.sql.Timestamp(1));
    add("sql.Date", () -> new java.sql.Date(1));
    add("sql.Time", () -> new java.sql.Time(1));
    add("SerialBlob", () -> new javax.sql.rowset.serial.SerialBlob(new byte[] {1}));
    add("SerialClob", () -> new javax.sql.rowset.serial.SerialClob(new char[] {'x'}));
    add("DriverPropertyInfo", () -> new java.sql.DriverPropertyInfo("a", "b"));
  }

  private void naming() {
    add("LdapName", () -> new javax.naming.ldap.LdapName("CN=a,O=b"));
    add("Rdn", () -> new javax.naming.ldap.Rdn("CN=a"));
    add("CompositeName", () -> new javax.naming.CompositeName("a/b"));
    add("CompoundName", () -> new javax.naming.CompoundName("a", new java.util.Properties()));
    add("BasicAttributes", () -> new javax.naming.directory.BasicAttributes("a", "b"));
    add("BasicAttribute", () -> new javax.naming.directory.BasicAttribute("a", "b"));
    add("ObjectName", () -> new javax.management.ObjectName("a:b=c"));
    add("Attribute", () -> new javax.management.Attribute("a", 1));
    add("AttributeList", () -> new javax.management.AttributeList());
    add("QName", () -> new javax.xml.namespace.QName("u", "l"));
    add("Duration", () -> javax.xml.datatype.DatatypeFactory.newInstance().newDuration(5));
    add(
        "XMLGregorianCalendar",
        () ->
            javax.xml.datatype.DatatypeFactory.newInstance().newXMLGregorianCalendar("2009-02-03"));
    add("MediaType", () -> javax.print.attribute.standard.MediaSizeName.ISO_A4);
    add("PropertyChangeEvent", () -> new java.beans.PropertyChangeEvent("source", "a", 1, 2));
  }

  private void others() {
    add("PropertyChangeSupport", () -> new java.beans.PropertyChangeSupport("source"));
    add("VetoableChangeSupport", () -> new java.beans.VetoableChangeSupport("source"));
    add("Level", () -> java.util.logging.Level.INFO);
    add("LogRecord", () -> new java.util.logging.LogRecord(java.util.logging.Level.INFO, "x"));
    add("Logger", () -> java.util.logging.Logger.getLogger("x"));
    add("EventObject", () -> new java.util.EventObject("source"));
    add("File", () -> new java.io.File("a"));
    add("Path", () -> java.nio.file.Paths.get("a"));
    add("FileTime", () -> java.nio.file.attribute.FileTime.fromMillis(1));
    add("StackTraceElement", () -> new StackTraceElement("a", "b", "c", 1));
    add("Class", () -> String.class);
    add("Method", () -> String.class.getMethod("length"));
    add("Object", Object::new);
    add("Exception", () -> new IllegalStateException("x"));
    add("Observable", java.util.Observable::new);
    add("Base64.Encoder", java.util.Base64::getEncoder);
    add("Manifest", java.util.jar.Manifest::new);
    add("Attributes", java.util.jar.Attributes::new);
    add("ZipEntry", () -> new java.util.zip.ZipEntry("a"));
    add("WeakReference", () -> new java.lang.ref.WeakReference<>("x"));
    add("SoftReference", () -> new java.lang.ref.SoftReference<>("x"));
    add("ThreadLocal", ThreadLocal::new);
    add("Iterator", () -> Arrays.asList(1, 2).iterator());
    add("Scanner", () -> new java.util.Scanner("x"));
    add("ByteArrayInputStream", () -> new java.io.ByteArrayInputStream(new byte[1]));
    add("ByteArrayOutputStream", java.io.ByteArrayOutputStream::new);
    add("StringWriter", java.io.StringWriter::new);
    add("StringReader", () -> new java.io.StringReader("x"));
    add("Stream", () -> java.util.stream.Stream.of(1));
    add("Thread", () -> new Thread("x"));
    add("Timer", () -> new java.util.Timer(true));
  }

  private void add(String name, Callable<?> make) {
    values.put(name, make);
  }
}
