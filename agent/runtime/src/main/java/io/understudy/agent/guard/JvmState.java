package io.understudy.agent.guard;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A reading of what the whole JVM shares: default locales, time zone, streams, system properties
 * and the default handler of uncaught exceptions. Reading initialises nothing: the fields of locale
 * and time zone are read, since the methods would set them from system properties. It takes no lock
 * that the application may hold, except to restore properties. Not thread-safe.
 */
public final class JvmState {
  /** The interval between comparisons of all entries, in nanoseconds. */
  private static final long INTERVAL = 50_000_000;

  /** The most characters of a key in a text. */
  private static final int MOST_NAME = 200;

  private final @Nullable Field locale = field(Locale.class, "defaultLocale");
  private final @Nullable Field display = field(Locale.class, "defaultDisplayLocale");
  private final @Nullable Field format = field(Locale.class, "defaultFormatLocale");
  private final @Nullable Field zone = field(TimeZone.class, "defaultTimeZone");

  private @Nullable Object localeBefore;
  private @Nullable Object displayBefore;
  private @Nullable Object formatBefore;
  private @Nullable Object zoneBefore;
  private @Nullable TimeZone zoneCopy;
  private @Nullable InputStream in;
  private @Nullable PrintStream out;
  private @Nullable PrintStream err;
  private Thread.@Nullable UncaughtExceptionHandler handler;
  private @Nullable Properties properties;
  private Map<Object, Object> entries = new HashMap<>();
  private boolean isRead;
  private long compared = System.nanoTime() - INTERVAL;

  /** Creates a reading that has read nothing yet. */
  public JvmState() {}

  private static @Nullable Field field(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException | RuntimeException hidden) {
      return null;
    }
  }

  private static @Nullable Object value(@Nullable Field field) {
    try {
      return field == null ? null : field.get(null);
    } catch (ReflectiveOperationException impossible) {
      return null;
    }
  }

  /**
   * Reads the state, with which later states are compared.
   *
   * @param all whether to compare all system properties with the last reading, even if their number
   *     is the same
   */
  public void read(boolean all) {
    localeBefore = value(locale);
    displayBefore = value(display);
    formatBefore = value(format);
    Object zoneNow = value(zone);
    if (zoneNow != zoneBefore || zoneCopy == null) {
      zoneCopy = zoneNow == null ? null : (TimeZone) ((TimeZone) zoneNow).clone();
    }
    zoneBefore = zoneNow;
    in = System.in;
    out = System.out;
    err = System.err;
    handler = Thread.getDefaultUncaughtExceptionHandler();
    properties = System.getProperties();
    if (all) {
      compared = System.nanoTime() - INTERVAL;
    }
    if (!hasEntriesOfBefore()) {
      Map<Object, Object> copy = PropertyEntries.copy(properties);
      if (copy != null) {
        entries = copy;
      }
    }
    isRead = true;
  }

  /** Whether there is a reading to compare with. */
  public boolean isRead() {
    return isRead;
  }

  /**
   * Forgets the last reading, so that it holds no object that the application has replaced since.
   * Nothing {@linkplain #differences differs} before the next reading.
   */
  public void forget() {
    isRead = false;
    zoneBefore = null;
    zoneCopy = null;
    in = null;
    out = null;
    err = null;
    handler = null;
    properties = null;
    if (!PropertyEntries.areTexts(entries)) {
      entries = new HashMap<>();
    }
  }

  /**
   * Compares the number of entries, and from time to time the entries: setters report their
   * changes, so that only reflection can change an entry without its number.
   */
  private boolean hasEntriesOfBefore() {
    Properties now = Objects.requireNonNull(properties);
    if (!PropertyEntries.haveSameSize(now, entries)) {
      return false;
    }
    long time = System.nanoTime();
    if (time - compared < INTERVAL) {
      return true;
    }
    if (PropertyEntries.areEqual(now, entries)) {
      compared = time;
      return true;
    }
    return false;
  }

  /** Returns what differs from the last reading; empty if nothing does. */
  public List<String> differences() {
    List<String> names = new ArrayList<>();
    if (!isRead) {
      return names;
    }
    if (differs(localeBefore, locale)
        || differs(displayBefore, display)
        || differs(formatBefore, format)) {
      names.add("the default locale");
    }
    if (differs(zoneBefore, zone) || (zoneBefore != null && !zoneBefore.equals(zoneCopy))) {
      names.add("the default time zone");
    }
    if (in != System.in || out != System.out || err != System.err) {
      names.add("a standard stream");
    }
    if (handler != Thread.getDefaultUncaughtExceptionHandler()) {
      names.add("the default handler of uncaught exceptions");
    }
    if (properties != System.getProperties()) {
      names.add("the table of system properties");
    } else if (!hasEntriesOfBefore()) {
      names.add("the system property " + changedKey());
    }
    return names;
  }

  private String changedKey() {
    Map<Object, Object> now = PropertyEntries.copy(Objects.requireNonNull(properties));
    if (now == null) {
      return "?";
    }
    for (Map.Entry<Object, Object> each : now.entrySet()) {
      if (!each.getValue().equals(entries.get(each.getKey()))) {
        return text(each.getKey());
      }
    }
    for (Object key : entries.keySet()) {
      if (!now.containsKey(key)) {
        return text(key);
      }
    }
    return "?";
  }

  /** A short name; runs no code of a key that is no text. */
  private static String text(Object key) {
    if (!(key instanceof String)) {
      return "with a key of " + key.getClass().getName();
    }
    String name = (String) key;
    return name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME) + "…";
  }

  /** Whether a field has another value; its first value is not a change. */
  private static boolean differs(@Nullable Object before, @Nullable Field field) {
    return before != null && before != value(field);
  }

  /** Sets the state of the last reading. */
  public void restore() {
    if (!isRead) {
      return;
    }
    set(localeBefore, locale);
    set(displayBefore, display);
    set(formatBefore, format);
    if (differs(zoneBefore, zone) || (zoneBefore != null && !zoneBefore.equals(zoneCopy))) {
      TimeZone.setDefault(zoneCopy);
    }
    if (in != System.in) {
      System.setIn(in);
    }
    if (out != System.out) {
      System.setOut(out);
    }
    if (err != System.err) {
      System.setErr(err);
    }
    if (handler != Thread.getDefaultUncaughtExceptionHandler()) {
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
    restoreProperties(Objects.requireNonNull(properties));
  }

  private static void set(@Nullable Object before, @Nullable Field field) {
    if (field != null && differs(before, field)) {
      try {
        field.set(null, before);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private void restoreProperties(Properties before) {
    if (before != System.getProperties()) {
      System.setProperties(before);
    }
    Map<Object, Object> now = PropertyEntries.copy(before);
    if (now != null) {
      for (Object key : now.keySet()) {
        if (!entries.containsKey(key)) {
          before.remove(key);
        }
      }
    }
    entries.forEach(
        (key, value) -> {
          if (!value.equals(before.get(key))) {
            before.put(key, value);
          }
        });
  }
}
