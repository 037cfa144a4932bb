package io.understudy.journal;

import java.util.HashMap;
import java.util.Map;

/** Finds fates by the names that they have in journals. */
final class Fates {
  private static final Map<String, Fate> BY_NAME = new HashMap<>();

  static {
    for (Fate fate : Fate.values()) {
      BY_NAME.put(fate.wireName(), fate);
    }
  }

  private Fates() {}

  static Fate parse(String wireName) throws MalformedEntry {
    Fate fate = BY_NAME.get(wireName);
    if (fate == null) {
      throw new MalformedEntry(
          "\"" + wireName + "\" is not a fate; expected one of " + BY_NAME.keySet());
    }
    return fate;
  }
}
