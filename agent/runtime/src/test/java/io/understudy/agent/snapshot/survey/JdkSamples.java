package io.understudy.agent.snapshot.survey;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.datatransfer.DataFlavor;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.beans.PropertyChangeEvent;
import java.io.File;
import java.io.FilePermission;
import java.lang.invoke.MethodType;
import java.lang.management.MemoryUsage;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.SocketPermission;
import java.net.URI;
import java.net.URL;
import java.net.URLPermission;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.Charset;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.rmi.server.ObjID;
import java.security.KeyPair;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ChoiceFormat;
import java.text.Collator;
import java.text.DateFormatSymbols;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.text.StringCharacterIterator;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.chrono.JapaneseDate;
import java.time.chrono.MinguoDate;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.chrono.ThaiBuddhistDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.time.temporal.ValueRange;
import java.time.temporal.WeekFields;
import java.time.zone.ZoneOffsetTransition;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.DoubleSummaryStatistics;
import java.util.GregorianCalendar;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PropertyPermission;
import java.util.SimpleTimeZone;
import java.util.StringJoiner;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.jar.Attributes;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.management.Attribute;
import javax.management.ObjectName;
import javax.management.openmbean.SimpleType;
import javax.naming.CompositeName;
import javax.naming.Reference;
import javax.naming.StringRefAddr;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SNIHostName;
import javax.print.attribute.standard.Copies;
import javax.security.auth.x500.X500Principal;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import javax.swing.KeyStroke;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.namespace.QName;

/** Value classes of the JDK, all that have public constructors or factories for samples. */
final class JdkSamples {
  private final List<Sample> all = new ArrayList<>();

  private JdkSamples() {}

  static List<Sample> all() {
    JdkSamples samples = new JdkSamples();
    samples.language();
    samples.time();
    samples.text();
    samples.net();
    samples.concurrent();
    samples.security();
    samples.desktop();
    samples.management();
    return samples.all;
  }

  private void put(String name, Callable<?> equal, Callable<?> other) {
    all.add(new Sample(name, equal, other));
  }

  private static Method method(String name) throws NoSuchMethodException {
    return String.class.getMethod(name);
  }

  private void language() {
    put("String", () -> new String("a"), () -> "b");
    put("StringBuilder", () -> new StringBuilder("a"), () -> new StringBuilder("b"));
    put("StringBuffer", () -> new StringBuffer("a"), () -> new StringBuffer("b"));
    put("Integer", () -> Integer.valueOf("1000"), () -> 1001);
    put("Double", () -> Double.valueOf("1.5"), () -> 1.25);
    put("Character", () -> 'a', () -> 'b');
    put("Boolean", () -> true, () -> false);
    put("Class", () -> String.class, () -> Integer.class);
    put("enum", () -> TimeUnit.DAYS, () -> TimeUnit.HOURS);
    put("BigDecimal", () -> new BigDecimal("1.10"), () -> new BigDecimal("1.11"));
    put("BigInteger", () -> new BigInteger("10"), () -> new BigInteger("11"));
    put("MathContext", () -> new MathContext(3), () -> new MathContext(3, RoundingMode.DOWN));
    put("UUID", () -> new UUID(1, 2), () -> new UUID(1, 3));
    put("BitSet", () -> BitSet.valueOf(new long[] {5}), () -> BitSet.valueOf(new long[] {6}));
    put("Locale", () -> new Locale("de", "AT"), () -> new Locale("de", "CH"));
    put(
        "Locale.Builder",
        () -> new Locale.Builder().setLanguage("de"),
        () -> new Locale.Builder().setLanguage("fr"));
    put(
        "LanguageRange",
        () -> new Locale.LanguageRange("de"),
        () -> new Locale.LanguageRange("fr"));
    put("Currency", () -> Currency.getInstance("EUR"), () -> Currency.getInstance("USD"));
    put("Optional", () -> Optional.of("a"), () -> Optional.of("b"));
    put("OptionalInt", () -> OptionalInt.of(1), () -> OptionalInt.of(2));
    put("OptionalLong", () -> OptionalLong.of(1), () -> OptionalLong.of(2));
    put("OptionalDouble", () -> OptionalDouble.of(1), () -> OptionalDouble.of(2));
    put("SimpleEntry", () -> entry("a"), () -> entry("b"));
    put(
        "SimpleImmutableEntry",
        () -> new AbstractMap.SimpleImmutableEntry<>("k", 1),
        () -> new AbstractMap.SimpleImmutableEntry<>("k", 2));
    put("StringJoiner", () -> new StringJoiner(",").add("a"), () -> new StringJoiner(",").add("b"));
    put("IntSummaryStatistics", () -> ints(1, 2), () -> ints(1, 3));
    put("LongSummaryStatistics", () -> longs(1), () -> longs(2));
    put("DoubleSummaryStatistics", () -> doubles(1), () -> doubles(2));
    put("StackTraceElement", () -> frame(1), () -> frame(2));
    put("UnicodeBlock", () -> Character.UnicodeBlock.GREEK, () -> Character.UnicodeBlock.CYRILLIC);
    put(
        "UnicodeScript",
        () -> Character.UnicodeScript.GREEK,
        () -> Character.UnicodeScript.CYRILLIC);
    put("Method", () -> method("length"), () -> method("isEmpty"));
    put(
        "Field",
        () -> Integer.class.getField("MAX_VALUE"),
        () -> Integer.class.getField("MIN_VALUE"));
    put(
        "Constructor",
        () -> String.class.getConstructor(),
        () -> String.class.getConstructor(String.class));
    put(
        "Parameter",
        () -> String.class.getMethod("charAt", int.class).getParameters()[0],
        () -> String.class.getMethod("substring", int.class, int.class).getParameters()[1]);
    put("ParameterizedType", () -> generic("listOfText"), () -> generic("listOfNumbers"));
    put(
        "MethodType",
        () -> MethodType.methodType(int.class),
        () -> MethodType.methodType(long.class));
    put("Package", () -> String.class.getPackage(), () -> List.class.getPackage());
    put("Attributes.Name", () -> new Attributes.Name("a"), () -> new Attributes.Name("b"));
    put("CRC32", () -> checksum(1), () -> checksum(2));
    put("Level", () -> Level.parse("INFO"), () -> Level.WARNING);
  }

  List<String> listOfText = new ArrayList<>();
  List<Integer> listOfNumbers = new ArrayList<>();

  private static Object generic(String field) throws NoSuchFieldException {
    return JdkSamples.class.getDeclaredField(field).getGenericType();
  }

  private static Object checksum(int value) {
    java.util.zip.CRC32 checksum = new java.util.zip.CRC32();
    checksum.update(value);
    return checksum;
  }

  private static Object entry(String value) {
    return new AbstractMap.SimpleEntry<>("k", value);
  }

  private static StackTraceElement frame(int line) {
    return new StackTraceElement("C", "m", "C.java", line);
  }

  private static IntSummaryStatistics ints(int... values) {
    return Arrays.stream(values).summaryStatistics();
  }

  private static LongSummaryStatistics longs(long value) {
    LongSummaryStatistics statistics = new LongSummaryStatistics();
    statistics.accept(value);
    return statistics;
  }

  private static DoubleSummaryStatistics doubles(double value) {
    DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
    statistics.accept(value);
    return statistics;
  }

  private void time() {
    LocalDate day = LocalDate.of(2024, 2, 29);
    LocalTime noon = LocalTime.NOON;
    ZoneId paris = ZoneId.of("Europe/Paris");
    put("Date", () -> new Date(5), () -> new Date(6));
    put("java.sql.Date", () -> new java.sql.Date(0), () -> new java.sql.Date(86_400_000_000L));
    put("java.sql.Time", () -> new java.sql.Time(0), () -> new java.sql.Time(1));
    put("Timestamp", () -> new java.sql.Timestamp(0), () -> new java.sql.Timestamp(1));
    put(
        "GregorianCalendar",
        () -> new GregorianCalendar(2024, 1, 2),
        () -> new GregorianCalendar(2024, 1, 3));
    put("TimeZone", () -> TimeZone.getTimeZone("Asia/Tokyo"), () -> TimeZone.getTimeZone("UTC"));
    put("SimpleTimeZone", () -> new SimpleTimeZone(1, "a"), () -> new SimpleTimeZone(2, "a"));
    put("Instant", () -> Instant.ofEpochMilli(5), () -> Instant.EPOCH);
    put("LocalDate", () -> LocalDate.ofEpochDay(5), () -> day);
    put("LocalTime", () -> LocalTime.of(1, 2), () -> noon);
    put("LocalDateTime", () -> day.atTime(1, 2), () -> day.atTime(noon));
    put("ZonedDateTime", () -> day.atStartOfDay(paris), () -> day.atTime(noon).atZone(paris));
    put("OffsetDateTime", () -> offset(1), () -> offset(2));
    put("OffsetTime", () -> OffsetTime.of(noon, ZoneOffset.UTC), () -> OffsetTime.MAX);
    put("Year", () -> Year.of(2024), () -> Year.of(2025));
    put("YearMonth", () -> YearMonth.of(2024, 1), () -> YearMonth.of(2024, 2));
    put("MonthDay", () -> MonthDay.of(1, 2), () -> MonthDay.of(1, 3));
    put("Month", () -> Month.MAY, () -> Month.JUNE);
    put("DayOfWeek", () -> DayOfWeek.MONDAY, () -> DayOfWeek.SUNDAY);
    put("Duration", () -> Duration.ofMillis(5), () -> Duration.ZERO);
    put("Period", () -> Period.of(1, 2, 3), () -> Period.of(1, 2, 4));
    put("ZoneId", () -> ZoneId.of("Asia/Tokyo"), () -> paris);
    put("ZoneOffset", () -> ZoneOffset.ofHours(1), () -> ZoneOffset.UTC);
    put("ZoneRules", () -> paris.getRules(), () -> ZoneId.of("Asia/Tokyo").getRules());
    put("ZoneOffsetTransition", () -> transition(1), () -> transition(2));
    put(
        "ZoneOffsetTransitionRule",
        () -> paris.getRules().getTransitionRules().get(0),
        () -> paris.getRules().getTransitionRules().get(1));
    put("Clock", () -> Clock.fixed(Instant.EPOCH, paris), () -> Clock.fixed(Instant.MAX, paris));
    put("Chronology", () -> IsoChronology.INSTANCE, () -> ThaiBuddhistChronology.INSTANCE);
    put("JapaneseDate", () -> JapaneseDate.from(day), () -> JapaneseDate.of(2020, 1, 1));
    put("MinguoDate", () -> MinguoDate.from(day), () -> MinguoDate.of(100, 1, 1));
    put("ThaiBuddhistDate", () -> ThaiBuddhistDate.from(day), () -> ThaiBuddhistDate.of(1, 1, 1));
    put(
        "DateTimeFormatter",
        () -> DateTimeFormatter.ofPattern("yyyy", Locale.ROOT),
        () -> DateTimeFormatter.ofPattern("yyyy", Locale.GERMANY));
    put(
        "parsed text",
        () -> DateTimeFormatter.ISO_DATE.parseUnresolved("2024-02-29", new ParsePosition(0)),
        () -> DateTimeFormatter.ISO_DATE.parseUnresolved("2024-02-28", new ParsePosition(0)));
    put(
        "DecimalStyle",
        () -> DecimalStyle.STANDARD.withZeroDigit('1'),
        () -> DecimalStyle.STANDARD);
    put("ChronoUnit", () -> ChronoUnit.DAYS, () -> ChronoUnit.ERAS);
    put("ChronoField", () -> ChronoField.YEAR, () -> ChronoField.ERA);
    put("IsoFields", () -> IsoFields.DAY_OF_QUARTER, () -> IsoFields.QUARTER_OF_YEAR);
    put("JulianFields", () -> JulianFields.JULIAN_DAY, () -> JulianFields.RATA_DIE);
    put("WeekFields", () -> WeekFields.of(DayOfWeek.FRIDAY, 2), () -> WeekFields.ISO);
    put("week field", () -> WeekFields.ISO.weekOfYear(), () -> WeekFields.ISO.weekOfMonth());
    put("ValueRange", () -> ValueRange.of(1, 5), () -> ValueRange.of(1, 6));
    put("FileTime", () -> FileTime.fromMillis(5), () -> FileTime.fromMillis(6));
    put("XML date", () -> xml("2024-02-29"), () -> xml("2024-02-28"));
    put(
        "empty XML date",
        () -> DatatypeFactory.newInstance().newXMLGregorianCalendar(),
        () -> xml("2024-02-28"));
    put(
        "XML duration",
        () -> DatatypeFactory.newInstance().newDuration("PT5S"),
        () -> DatatypeFactory.newInstance().newDuration("PT6S"));
  }

  private static OffsetDateTime offset(int hour) {
    return LocalDateTime.of(2024, 1, 1, hour, 0).atOffset(ZoneOffset.UTC);
  }

  private static ZoneOffsetTransition transition(int hours) {
    return ZoneOffsetTransition.of(
        LocalDateTime.of(2024, 1, 1, 0, 0), ZoneOffset.UTC, ZoneOffset.ofHours(hours));
  }

  private static Object xml(String text) throws Exception {
    return DatatypeFactory.newInstance().newXMLGregorianCalendar(text);
  }

  private void text() {
    put("Pattern", () -> Pattern.compile("a"), () -> Pattern.compile("a", Pattern.DOTALL));
    put("MatchResult", () -> match("xa"), () -> match("a"));
    put("SimpleDateFormat", () -> format("yyyy"), () -> format("yy"));
    put("DecimalFormat", () -> new DecimalFormat("0.0"), () -> new DecimalFormat("0.00"));
    put("ChoiceFormat", () -> new ChoiceFormat("0#a"), () -> new ChoiceFormat("0#b"));
    put("MessageFormat", () -> new MessageFormat("a {0}"), () -> new MessageFormat("b {0}"));
    put(
        "DecimalFormatSymbols",
        () -> DecimalFormatSymbols.getInstance(Locale.GERMANY),
        () -> DecimalFormatSymbols.getInstance(Locale.US));
    put(
        "DateFormatSymbols",
        () -> DateFormatSymbols.getInstance(Locale.GERMANY),
        () -> DateFormatSymbols.getInstance(Locale.US));
    put("Collator", () -> Collator.getInstance(Locale.GERMANY), () -> primary());
    put(
        "CollationKey",
        () -> Collator.getInstance(Locale.GERMANY).getCollationKey("a"),
        () -> Collator.getInstance(Locale.GERMANY).getCollationKey("b"));
    put("ParsePosition", () -> new ParsePosition(5), () -> new ParsePosition(6));
    put("FieldPosition", () -> new FieldPosition(1), () -> new FieldPosition(2));
    put(
        "StringCharacterIterator",
        () -> new StringCharacterIterator("ab", 1),
        () -> new StringCharacterIterator("ab", 0));
    put("Charset", () -> Charset.forName("UTF-8"), () -> Charset.forName("UTF-16"));
    put("ByteBuffer", () -> ByteBuffer.wrap(new byte[] {1}), () -> ByteBuffer.wrap(new byte[] {2}));
    put("CharBuffer", () -> CharBuffer.wrap("ab".toCharArray()), () -> CharBuffer.wrap("ac"));
    put("ShortBuffer", () -> ShortBuffer.wrap(new short[1]), () -> ShortBuffer.wrap(new short[2]));
    put("IntBuffer", () -> IntBuffer.wrap(new int[1]), () -> IntBuffer.wrap(new int[2]));
    put("LongBuffer", () -> LongBuffer.wrap(new long[1]), () -> LongBuffer.wrap(new long[2]));
    put("FloatBuffer", () -> FloatBuffer.wrap(new float[1]), () -> FloatBuffer.wrap(new float[2]));
    put(
        "DoubleBuffer",
        () -> DoubleBuffer.wrap(new double[] {0.5}),
        () -> DoubleBuffer.wrap(new double[] {0.25}));
  }

  private static Object match(String text) {
    Matcher matcher = Pattern.compile("a").matcher(text);
    matcher.find();
    return matcher.toMatchResult();
  }

  private static Object format(String pattern) {
    SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.ROOT);
    format.set2DigitYearStart(new Date(0));
    return format;
  }

  private static Object primary() {
    Collator collator = Collator.getInstance(Locale.GERMANY);
    collator.setStrength(Collator.PRIMARY);
    return collator;
  }

  private void net() {
    put("File", () -> new File("a"), () -> new File("b"));
    put("Path", () -> Paths.get("a"), () -> Paths.get("b"));
    put("URI", () -> URI.create("a:b"), () -> URI.create("a:c"));
    put("URL", () -> new URL("http://a/"), () -> new URL("http://b/"));
    put("InetAddress", () -> address(1), () -> address(2));
    put(
        "InetSocketAddress",
        () -> new InetSocketAddress(address(1), 80),
        () -> new InetSocketAddress(address(1), 81));
    put("Proxy", () -> proxy(80), () -> proxy(81));
    put("HttpCookie", () -> new HttpCookie("a", "1"), () -> new HttpCookie("a", "2"));
    put(
        "PosixFilePermission",
        () -> PosixFilePermission.OWNER_READ,
        () -> PosixFilePermission.OWNER_WRITE);
    put("QName", () -> new QName("u", "a"), () -> new QName("v", "a"));
    put("ObjID", () -> new ObjID(5), () -> new ObjID(6));
    put("X500Principal", () -> new X500Principal("CN=a"), () -> new X500Principal("CN=b"));
    put("CompositeName", () -> new CompositeName("a/b"), () -> new CompositeName("a/c"));
    put("LdapName", () -> new LdapName("CN=a"), () -> new LdapName("CN=b"));
    put("Rdn", () -> new Rdn("CN=a"), () -> new Rdn("CN=b"));
    put("Reference", () -> new Reference("c", "f", "l"), () -> new Reference("c", "g", "l"));
    put("StringRefAddr", () -> new StringRefAddr("t", "a"), () -> new StringRefAddr("t", "b"));
    put("SNIHostName", () -> new SNIHostName("a"), () -> new SNIHostName("b"));
    put("SerialBlob", () -> new SerialBlob(new byte[] {1}), () -> new SerialBlob(new byte[] {2}));
    put("SerialClob", () -> clob("a"), () -> clob("b"));
  }

  private static Object clob(String text) throws Exception {
    return new SerialClob(text.toCharArray());
  }

  private static InetAddress address(int last) throws Exception {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  private static Proxy proxy(int port) throws Exception {
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address(1), port));
  }

  private void concurrent() {
    put("AtomicBoolean", () -> new AtomicBoolean(true), () -> new AtomicBoolean());
    put("AtomicInteger", () -> new AtomicInteger(1), () -> new AtomicInteger(2));
    put("AtomicLong", () -> new AtomicLong(1), () -> new AtomicLong(2));
    put("AtomicReference", () -> new AtomicReference<>("a"), () -> new AtomicReference<>("b"));
    put("AtomicIntegerArray", () -> new AtomicIntegerArray(1), () -> new AtomicIntegerArray(2));
    put("AtomicLongArray", () -> new AtomicLongArray(1), () -> new AtomicLongArray(2));
    put(
        "AtomicReferenceArray",
        () -> new AtomicReferenceArray<>(new String[] {"a"}),
        () -> new AtomicReferenceArray<>(new String[] {"b"}));
    put(
        "AtomicStampedReference",
        () -> new AtomicStampedReference<>("a", 1),
        () -> new AtomicStampedReference<>("a", 2));
    put(
        "AtomicMarkableReference",
        () -> new AtomicMarkableReference<>("a", true),
        () -> new AtomicMarkableReference<>("a", false));
    put("LongAdder", () -> adder(1), () -> adder(2));
    put("DoubleAdder", () -> doubleAdder(1), () -> doubleAdder(2));
  }

  private static LongAdder adder(long value) {
    LongAdder adder = new LongAdder();
    adder.add(value);
    return adder;
  }

  private static DoubleAdder doubleAdder(double value) {
    DoubleAdder adder = new DoubleAdder();
    adder.add(value);
    return adder;
  }

  private void security() {
    put("SecretKeySpec", () -> secret(1), () -> secret(2));
    put("KeyPair", () -> new KeyPair(null, null), () -> new KeyPair(Keys.RSA.getPublic(), null));
    put("public key", () -> Keys.RSA.getPublic(), () -> Keys.OTHER.getPublic());
    put("private key", () -> Keys.RSA.getPrivate(), () -> Keys.OTHER.getPrivate());
    put("PKCS8EncodedKeySpec", () -> pkcs8(1), () -> pkcs8(2));
    put("X509EncodedKeySpec", () -> x509(1), () -> x509(2));
    put(
        "PBEKeySpec",
        () -> new PBEKeySpec(new char[] {'a'}),
        () -> new PBEKeySpec(new char[] {'b'}));
    put(
        "PBEParameterSpec",
        () -> new PBEParameterSpec(new byte[] {1}, 5),
        () -> new PBEParameterSpec(new byte[] {1}, 6));
    put(
        "PasswordAuthentication",
        () -> new PasswordAuthentication("u", new char[] {'a'}),
        () -> new PasswordAuthentication("u", new char[] {'b'}));
    put("IvParameterSpec", () -> iv(1), () -> iv(2));
    put("ECPoint", () -> point(1), () -> point(2));
    put(
        "ECFieldFp",
        () -> new ECFieldFp(BigInteger.valueOf(5)),
        () -> new ECFieldFp(BigInteger.valueOf(7)));
    put(
        "ECGenParameterSpec",
        () -> new ECGenParameterSpec("secp256r1"),
        () -> new ECGenParameterSpec("secp384r1"));
    put("MGF1ParameterSpec", () -> MGF1ParameterSpec.SHA1, () -> MGF1ParameterSpec.SHA256);
    put(
        "RSAKeyGenParameterSpec",
        () -> new RSAKeyGenParameterSpec(1024, BigInteger.TEN),
        () -> new RSAKeyGenParameterSpec(2048, BigInteger.TEN));
    put(
        "RSAPublicKeySpec",
        () -> new RSAPublicKeySpec(BigInteger.TEN, BigInteger.ONE),
        () -> new RSAPublicKeySpec(BigInteger.TEN, BigInteger.TEN));
    put(
        "FilePermission",
        () -> new FilePermission("a", "read"),
        () -> new FilePermission("a", "write"));
    put(
        "SocketPermission",
        () -> new SocketPermission("example.invalid", "connect"),
        () -> new SocketPermission("example.invalid", "resolve"));
    put(
        "PropertyPermission",
        () -> new PropertyPermission("a", "read"),
        () -> new PropertyPermission("b", "read"));
    put(
        "URLPermission",
        () -> new URLPermission("http://a/b"),
        () -> new URLPermission("http://a/c"));
  }

  private static Object secret(int first) {
    return new SecretKeySpec(new byte[] {(byte) first, 2}, "AES");
  }

  private static Object pkcs8(int first) {
    return new PKCS8EncodedKeySpec(new byte[] {(byte) first});
  }

  private static Object x509(int first) {
    return new X509EncodedKeySpec(new byte[] {(byte) first});
  }

  private static Object iv(int first) {
    return new IvParameterSpec(new byte[] {(byte) first});
  }

  private static Object point(int x) {
    return new ECPoint(BigInteger.valueOf(x), BigInteger.ONE);
  }

  private void desktop() {
    put("Color", () -> new Color(1, 2, 3), () -> new Color(1, 2, 4));
    put("Font", () -> new Font("a", Font.BOLD, 12), () -> new Font("a", Font.BOLD, 13));
    put("BasicStroke", () -> new BasicStroke(1), () -> new BasicStroke(2));
    put(
        "AlphaComposite",
        () -> AlphaComposite.getInstance(3, 0.5f),
        () -> AlphaComposite.getInstance(3, 0.25f));
    put("Point", () -> new Point(1, 2), () -> new Point(1, 3));
    put("Dimension", () -> new Dimension(1, 2), () -> new Dimension(1, 3));
    put("Rectangle", () -> new Rectangle(1, 2, 3, 4), () -> new Rectangle(1, 2, 3, 5));
    put("Insets", () -> new Insets(1, 2, 3, 4), () -> new Insets(1, 2, 3, 5));
    put("Polygon", () -> polygon(1), () -> polygon(2));
    put("Point2D", () -> new Point2D.Double(1, 2), () -> new Point2D.Double(1, 3));
    put("Point2D.Float", () -> new Point2D.Float(1, 2), () -> new Point2D.Float(1, 3));
    put("Line2D", () -> new Line2D.Double(1, 2, 3, 4), () -> new Line2D.Double(1, 2, 3, 5));
    put(
        "Rectangle2D",
        () -> new Rectangle2D.Double(1, 2, 3, 4),
        () -> new Rectangle2D.Double(1, 2, 3, 5));
    put(
        "Ellipse2D",
        () -> new Ellipse2D.Double(1, 2, 3, 4),
        () -> new Rectangle2D.Double(1, 2, 3, 4));
    put(
        "RoundRectangle2D",
        () -> new RoundRectangle2D.Double(1, 2, 3, 4, 5, 6),
        () -> new RoundRectangle2D.Double(1, 2, 3, 4, 5, 7));
    put(
        "Arc2D",
        () -> new Arc2D.Double(1, 2, 3, 4, 5, 6, Arc2D.PIE),
        () -> new Arc2D.Double(1, 2, 3, 4, 5, 6, Arc2D.OPEN));
    put(
        "QuadCurve2D",
        () -> new QuadCurve2D.Double(1, 2, 3, 4, 5, 6),
        () -> new QuadCurve2D.Double(1, 2, 3, 4, 5, 7));
    put(
        "CubicCurve2D",
        () -> new CubicCurve2D.Double(1, 2, 3, 4, 5, 6, 7, 8),
        () -> new CubicCurve2D.Double(1, 2, 3, 4, 5, 6, 7, 9));
    put("Path2D", () -> path(new Path2D.Double(), 1), () -> path(new Path2D.Double(), 2));
    put("GeneralPath", () -> path(new GeneralPath(), 1), () -> path(new GeneralPath(), 2));
    put(
        "AffineTransform",
        () -> AffineTransform.getScaleInstance(1, 2),
        () -> AffineTransform.getScaleInstance(1, 3));
    put(
        "DataFlavor",
        () -> new DataFlavor(String.class, "a"),
        () -> new DataFlavor(String.class, "b"));
    put("KeyStroke", () -> KeyStroke.getKeyStroke('a'), () -> KeyStroke.getKeyStroke('b'));
    put("Copies", () -> new Copies(1), () -> new Copies(2));
    put("PropertyChangeEvent", () -> event(1), () -> event(2));
  }

  private static Object polygon(int x) {
    return new Polygon(new int[] {x, 2, 3}, new int[] {4, 5, 6}, 3);
  }

  private static Object path(Path2D path, double x) {
    path.moveTo(0, 0);
    path.lineTo(x, 1);
    path.closePath();
    return path;
  }

  private static Object event(int value) {
    return new PropertyChangeEvent("source", "name", 0, value);
  }

  private void management() {
    put("ObjectName", () -> new ObjectName("a:b=c"), () -> new ObjectName("a:b=d"));
    put("OpenType", () -> SimpleType.STRING, () -> SimpleType.LONG);
    put("management.Attribute", () -> new Attribute("a", 1), () -> new Attribute("a", 2));
    put("MemoryUsage", () -> new MemoryUsage(1, 2, 3, 4), () -> new MemoryUsage(1, 2, 3, 5));
  }

  /** Made once, because making keys takes long. */
  private static final class Keys {
    static final KeyPair RSA = generate();
    static final KeyPair OTHER = generate();

    private static KeyPair generate() {
      try {
        java.security.KeyPairGenerator generator =
            java.security.KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair();
      } catch (java.security.NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
