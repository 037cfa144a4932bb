package io.understudy.compare.explain;

import java.text.Normalizer;

/** Two texts that differ in how they are written. */
final class Spelling {
  private Spelling() {}

  static void explain(String control, String candidate, Found found) {
    found.addIf(control.equalsIgnoreCase(candidate), "case");
    found.addIf(squeezed(control).equals(squeezed(candidate)), "whitespace");
    found.addIf(composed(control).equals(composed(candidate)), "unicode form");
    found.addIf(Transposed.is(control, candidate), "transposed characters");
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
