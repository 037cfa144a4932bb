package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Which values of the JDK are captured, and why the others are not. */
class JdkValuesTest {
  @Test
  void valuesAreCapturedOrRefusedWithAReason() throws Exception {
    List<String> refused = new ArrayList<>();
    int captured = 0;
    for (Map.Entry<String, Callable<?>> value : JdkValues.all().entrySet()) {
      Object live = value.getValue().call();
      try {
        Object copy = Copies.of(live);
        if (!value.getKey().contains("Buffer")) { // Copies are arrays on the heap.
          assertThat((Object) copy.getClass()).as(value.getKey()).isSameAs(live.getClass());
        }
        captured++;
      } catch (Uncapturable reason) {
        refused.add(value.getKey() + ": " + reason.reason().replaceFirst("^\\S+ ", ""));
      }
    }
    assertThat(refused)
        .containsExactly(
            "AttributedString: is a JDK type of unknown content",
            "BreakIterator: is a JDK type of unknown content",
            "Subject: is a JDK type of unknown content",
            "MessageDigest: is a JDK type of unknown content",
            "SecureRandom: is a resource, not a value",
            "WeakReference: is a resource, not a value",
            "SoftReference: is a resource, not a value",
            "ThreadLocal: belongs to threads, not to a value",
            "Iterator: can be read only once",
            "Scanner: can be read only once",
            "ByteArrayInputStream: can be read only once",
            "ByteArrayOutputStream: is a resource, not a value",
            "StringWriter: is a resource, not a value",
            "StringReader: can be read only once",
            "Stream: can be read only once",
            "Thread: belongs to threads, not to a value",
            "Timer: belongs to threads, not to a value");
    assertThat(captured).isEqualTo(150);
  }

  /** Each object can be changed, so its copy must be another one with the same contents. */
  @Test
  void mutableValuesAreCopied() throws Exception {
    Map<String, Callable<?>> all = JdkValues.all();
    Map<String, String> texts = new HashMap<>();
    for (String name :
        Arrays.asList(
            "IntSummaryStatistics",
            "LongSummaryStatistics",
            "DoubleSummaryStatistics",
            "AtomicStampedReference",
            "AtomicMarkableReference",
            "LongAdder",
            "LongAccumulator",
            "DoubleAdder",
            "DoubleAccumulator",
            "Random",
            "SplittableRandom",
            "CRC32",
            "StringJoiner",
            "StringTokenizer",
            "ParsePosition",
            "FieldPosition",
            "SimpleDateFormat",
            "DecimalFormat",
            "DecimalFormatSymbols",
            "NumberFormat",
            "MessageFormat",
            "StringCharacterIterator",
            "Matcher",
            "Locale.Builder",
            "CharBuffer",
            "IntBuffer",
            "GregorianCalendar",
            "BuddhistCalendar",
            "JapaneseCalendar",
            "SimpleTimeZone",
            "HttpCookie",
            "Point",
            "Point2D",
            "Rectangle",
            "Rectangle2D",
            "Line2D",
            "Ellipse2D",
            "AffineTransform",
            "Path2D",
            "Polygon",
            "Dimension",
            "Insets",
            "PBEKeySpec",
            "SerialBlob",
            "SerialClob",
            "LdapName",
            "CompositeName",
            "BasicAttributes",
            "BasicAttribute",
            "PropertyChangeSupport",
            "VetoableChangeSupport",
            "LogRecord",
            "Manifest",
            "ZipEntry",
            "Method")) {
      Object live = Objects.requireNonNull(all.get(name)).call();
      Object copy = Copies.of(live);
      assertThat(copy).as(name).isNotSameAs(live);
      if (!live.toString().contains("@")) {
        texts.put(name, copy.toString());
        assertThat(copy.toString()).isEqualTo(live.toString());
      }
    }
    assertThat(texts)
        .containsEntry("StringJoiner", "[x]")
        .containsEntry("LdapName", "CN=a,O=b")
        .containsEntry("LongAdder", "5");
  }

  @Test
  void randomNumbersContinueInTheSameSequence() throws Exception {
    java.util.Random random = new java.util.Random(7);
    random.nextGaussian(); // It keeps the second one of a pair.
    java.util.Random copy = Copies.of(random);
    for (int i = 0; i < 10; i++) {
      assertThat(copy.nextGaussian()).isEqualTo(random.nextGaussian());
    }
    java.util.SplittableRandom splittable = new java.util.SplittableRandom(7);
    splittable.nextInt();
    java.util.SplittableRandom other = Copies.of(splittable);
    assertThat(other.split().nextLong()).isEqualTo(splittable.split().nextLong());
  }

  @Test
  void matcherContinuesItsSearch() throws Exception {
    java.util.regex.Matcher live = java.util.regex.Pattern.compile("a(b)").matcher("xabyab");
    assertThat(live.find()).isTrue();
    java.util.regex.Matcher copy = Copies.of(live);
    assertThat(copy.start(1)).isEqualTo(2);
    assertThat(copy.find()).isTrue();
    assertThat(copy.start()).isEqualTo(4);
    assertThat(live.start()).isEqualTo(1);
  }

  /** A bean of Groovy; its class refers to code, loaders and caches. */
  static final class GroovyBean {
    private final transient groovy.lang.MetaClass metaClass = new Meta();
    java.util.Date date = new java.util.Date(1);

    static final class Meta implements groovy.lang.MetaClass {
      final Thread registry = Thread.currentThread();
      final List<Object> cache = new ArrayList<>();
    }
  }

  @Test
  void metaClassOfGroovyIsShared() throws Exception {
    GroovyBean live = new GroovyBean();
    GroovyBean copy = Copies.of(live);
    assertThat(copy.metaClass).isSameAs(live.metaClass);
    assertThat(copy.date).isNotSameAs(live.date).isEqualTo(live.date);
  }

  /** A bean that tells listeners of its changes. */
  static final class Bean {
    final java.beans.PropertyChangeSupport changes = new java.beans.PropertyChangeSupport(this);
    final transient java.beans.VetoableChangeSupport vetoes =
        new java.beans.VetoableChangeSupport(this);
    private int count;

    void count(int now) throws java.beans.PropertyVetoException {
      vetoes.fireVetoableChange("count", count, now);
      changes.firePropertyChange("count", count, count = now);
    }
  }

  @Test
  void copiedBeanHasNoListenersOfTheApplication() throws Exception {
    List<Object> heard = new ArrayList<>();
    Bean live = new Bean();
    live.changes.addPropertyChangeListener(heard::add);
    live.vetoes.addVetoableChangeListener(heard::add);
    Bean copy = Copies.of(live);
    copy.count(3);
    assertThat(heard).isEmpty();
    copy.changes.addPropertyChangeListener(event -> heard.add(event.getSource()));
    copy.count(4);
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0)).isSameAs(copy);
    live.count(1);
    assertThat(heard).hasSize(3);
  }
}
