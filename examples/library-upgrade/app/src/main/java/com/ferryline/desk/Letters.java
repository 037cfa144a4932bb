package com.ferryline.desk;

import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.WordUtils;

/** Texts for passengers, by Commons Text. */
public class Letters {
  /** Fills the gaps of a template. */
  public String fill(String template, Map<String, String> values) {
    return new StringSubstitutor(values).replace(template);
  }

  /** Returns a headline for the web, in lines of 30 characters. */
  public String headline(String text) {
    return StringEscapeUtils.escapeHtml4(WordUtils.wrap(WordUtils.capitalizeFully(text), 30));
  }
}
