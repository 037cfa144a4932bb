package io.understudy.compare.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Checks the names of the parts by which the elements of a list are paired. */
final class KeyParts {
  private KeyParts() {}

  /**
   * Returns the names as an unmodifiable list.
   *
   * @throws IllegalArgumentException when the list is empty, contains an invalid part name, or
   *     contains a duplicate
   */
  static List<String> of(RuleScope lists, String... parts) {
    String rule = "keyed " + lists.shown();
    if (parts.length == 0) {
      throw new IllegalArgumentException(rule + ": name the part that tells elements apart");
    }
    for (String part : parts) {
      if (part.isEmpty() || part.indexOf('/') >= 0) {
        throw new IllegalArgumentException(
            rule + ": a key is the name of one part, not \"" + part + "\"");
      }
    }
    if (new HashSet<>(Arrays.asList(parts)).size() < parts.length) {
      throw new IllegalArgumentException(rule + ": one part is named twice");
    }
    return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(parts)));
  }
}
