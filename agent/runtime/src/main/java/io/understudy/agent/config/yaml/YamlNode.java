package io.understudy.agent.config.yaml;

import io.understudy.agent.config.SourcePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** YAML as it was read: texts, lists and mappings, each with its place. Immutable. */
public abstract class YamlNode {
  private final SourcePosition where;

  private YamlNode(SourcePosition where) {
    this.where = where;
  }

  /** The place at which this begins. */
  public SourcePosition where() {
    return where;
  }

  /** What this is, for "found …" in a message. */
  public abstract String described();

  /** A value without parts. */
  public static final class Scalar extends YamlNode {
    private final String text;
    private final boolean quoted;

    public Scalar(SourcePosition where, String text, boolean quoted) {
      super(where);
      this.text = text;
      this.quoted = quoted;
    }

    /** The text as it was written, without quotes. */
    public String text() {
      return text;
    }

    /** Whether it stood in quotes or as a block, and so is text whatever it looks like. */
    public boolean isQuoted() {
      return quoted;
    }

    /** Whether nothing was written, or a word that YAML reads as nothing. */
    public boolean isNothing() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    /** Whether this is the word, and not the same text in quotes. */
    public boolean isWord(String word) {
      return !quoted && text.equals(word);
    }

    @Override
    public String described() {
      return isNothing() ? "nothing" : quoted ? "the text \"" + text + "\"" : text;
    }
  }

  /** A list. */
  public static final class Sequence extends YamlNode {
    private final List<YamlNode> items;

    public Sequence(SourcePosition where, List<YamlNode> items) {
      super(where);
      this.items = Collections.unmodifiableList(new ArrayList<>(items));
    }

    /** The elements, in the order of the text. Unmodifiable. */
    public List<YamlNode> items() {
      return items;
    }

    @Override
    public String described() {
      return "a list";
    }
  }

  /** Keys and values; no key twice. */
  public static final class Mapping extends YamlNode {
    private final List<Entry> entries;

    public Mapping(SourcePosition where, List<Entry> entries) {
      super(where);
      this.entries = Collections.unmodifiableList(new ArrayList<>(entries));
    }

    /** The entries, in the order of the text. Unmodifiable. */
    public List<Entry> entries() {
      return entries;
    }

    /** The entry under {@code key}; null where there is none. */
    @Nullable
    public Entry find(String key) {
      for (Entry entry : entries) {
        if (entry.key.text.equals(key)) {
          return entry;
        }
      }
      return null;
    }

    /** This mapping with {@code entry} added, or in the place of the one with the same key. */
    public Mapping with(Entry entry) {
      List<Entry> changed = new ArrayList<>(entries);
      changed.removeIf(e -> e.key.text.equals(entry.key.text));
      changed.add(entry);
      return new Mapping(where(), changed);
    }

    @Override
    public String described() {
      return "a mapping";
    }
  }

  /** One key with its value. Immutable. */
  public static final class Entry {
    private final Scalar key;
    private final YamlNode value;

    public Entry(Scalar key, YamlNode value) {
      this.key = key;
      this.value = value;
    }

    /** The key. */
    public Scalar key() {
      return key;
    }

    /** The value. */
    public YamlNode value() {
      return value;
    }
  }
}
