package io.understudy.agent.guard;

import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads properties without their lock, which the application can hold for as long as it likes. The
 * iterators of {@code Properties} take no lock on any version of Java. On Java 8 they notice most
 * changes that happen meanwhile; then the reading is repeated. Stateless.
 */
final class PropertyEntries {
  private static final int TRIES = 5;

  private PropertyEntries() {}

  /** Returns a copy; null if other threads change the properties all the time. */
  static @Nullable Map<Object, Object> copy(Properties from) {
    for (int i = 0; i < TRIES; i++) {
      try {
        Map<Object, Object> copy = new HashMap<>();
        for (Map.Entry<Object, Object> each : from.entrySet()) {
          Object value = each.getValue();
          if (value != null) {
            copy.put(each.getKey(), value);
          }
        }
        return copy;
      } catch (ConcurrentModificationException | NoSuchElementException changed) {
        Thread.yield();
      }
    }
    return null;
  }

  /** Whether the properties have these entries and no others; true if that cannot be read. */
  static boolean areEqual(Properties now, Map<Object, Object> entries) {
    for (int i = 0; i < TRIES; i++) {
      try {
        int count = 0;
        for (Map.Entry<Object, Object> each : now.entrySet()) {
          Object value = each.getValue();
          if (value == null || !value.equals(entries.get(each.getKey()))) {
            return false;
          }
          count++;
        }
        return count == entries.size();
      } catch (ConcurrentModificationException | NoSuchElementException changed) {
        Thread.yield();
      }
    }
    return true;
  }

  /** Whether the number of entries is the same; true if it cannot be read. */
  static boolean haveSameSize(Properties now, Map<Object, Object> entries) {
    for (int i = 0; i < TRIES; i++) {
      try {
        int count = 0;
        for (Object ignored : now.entrySet()) {
          count++;
        }
        return count == entries.size();
      } catch (ConcurrentModificationException | NoSuchElementException changed) {
        Thread.yield();
      }
    }
    return true;
  }

  /** Whether all keys and values are texts, which hold no class of an application. */
  static boolean areTexts(Map<Object, Object> entries) {
    for (Map.Entry<Object, Object> each : entries.entrySet()) {
      if (!(each.getKey() instanceof String) || !(each.getValue() instanceof String)) {
        return false;
      }
    }
    return true;
  }
}
