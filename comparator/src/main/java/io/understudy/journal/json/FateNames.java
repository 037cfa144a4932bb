package io.understudy.journal.json;

import io.understudy.journal.Fate;
import java.util.HashMap;
import java.util.Map;

/** Finds fates by their names in journals. */
final class FateNames {
  private static final Map<String, Fate> BY_NAME = new HashMap<>();

  static {
    for (Fate fate : Fate.values()) {
      BY_NAME.put(fate.wireName(), fate);
    }
  }

  private FateNames() {}

  static Fate parse(String wireName) throws MalformedEntryException {
    Fate fate = BY_NAME.get(wireName);
    if (fate == null) {
      throw new MalformedEntryException(
          "\"" + wireName + "\" is not a fate; expected one of " + BY_NAME.keySet());
    }
    return fate;
  }
}
