package io.understudy.value.unlocked;

import io.understudy.value.RacyReads;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the entries of properties and of their defaults, which the entry set leaves out. */
final class PropertyEntries {
  /** A longer chain of defaults is taken for a cycle. */
  private static final int LONGEST_CHAIN = 100;

  private PropertyEntries() {}

  /** The function that reads properties. */
  static Function<Object, Collection<Map.Entry<Object, Object>>> reader() {
    RacyReads.Ref defaults = RacyReads.refField(Properties.class, "defaults");
    if (defaults == null) {
      return PropertyEntries::byMethods;
    }
    Function<Object, Collection<?>> table = UnlockedTables.of(Properties.class);
    Function<Object, Collection<?>> own =
        table == null ? live -> ((Properties) live).entrySet() : table;
    return live -> byFields((Properties) live, defaults, own, 0);
  }

  private static Collection<Map.Entry<Object, Object>> byMethods(Object live) {
    Properties properties = (Properties) live;
    Map<Object, Object> all = new LinkedHashMap<>();
    for (String name : properties.stringPropertyNames()) {
      String value = properties.getProperty(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    all.putAll(properties);
    return all.entrySet();
  }

  // Only texts are put into a hash table: other keys would be asked for their hash codes.
  private static Collection<Map.Entry<Object, Object>> byFields(
      Properties live, RacyReads.Ref defaults, Function<Object, Collection<?>> own, int depth) {
    Map<Object, Object> texts = new LinkedHashMap<>();
    List<Map.Entry<Object, Object>> all = new ArrayList<>();
    @Nullable Object above = defaults.get(live);
    if (above != null && depth < LONGEST_CHAIN) {
      for (Map.Entry<Object, Object> entry :
          byFields((Properties) above, defaults, own, depth + 1)) {
        if (entry.getKey() instanceof String && entry.getValue() instanceof String) {
          texts.put(entry.getKey(), entry.getValue());
        }
      }
    }
    for (Object each : own.apply(live)) {
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
      if (entry.getKey() instanceof String) {
        texts.put(entry.getKey(), entry.getValue());
      } else {
        all.add(new SimpleImmutableEntry<>(entry.getKey(), entry.getValue()));
      }
    }
    all.addAll(texts.entrySet());
    return all;
  }
}
