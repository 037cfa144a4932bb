package io.understudy.agent.operate;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Requests and registrations as text: a properties file. Stateless. */
final class MailboxText {
  private MailboxText() {}

  static String of(Map<String, String> words) {
    Properties properties = new Properties();
    properties.putAll(words);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory cannot fail to be written", impossible);
    }
    return text.toString();
  }

  /**
   * Reads the words of a text.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  static Map<String, String> parse(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", impossible);
    }
    Map<String, String> words = new LinkedHashMap<>();
    properties.forEach((name, value) -> words.put(String.valueOf(name), String.valueOf(value)));
    return words;
  }
}
