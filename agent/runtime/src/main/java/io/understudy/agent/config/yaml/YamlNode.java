package io.understudy.agent.config.yaml;

import io.understudy.agent.config.SourcePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of parsed YAML: a text, a list or a mapping, with its place. Immutable. */
public abstract class YamlNode {
  private final SourcePosition where;

  private YamlNode(SourcePosition where) {
    this.where = where;
  }

  /** The place at which the node begins. */
  public SourcePosition where() {
    return where;
  }

  /** Describes the node for "found …" in a message. */
  public abstract String describe();

  /** A value without parts. */
  public static final class Scalar extends YamlNode {
    private static final int MOST_SHOWN = 200;

    private final String text;
    private final boolean quoted;

    /** Creates a scalar; {@code quoted} is also true for block texts. */
    public Scalar(SourcePosition where, String text, boolean quoted) {
      super(where);
      this.text = text;
      this.quoted = quoted;
    }

    /** The text without quotes. */
    public String text() {
      return text;
    }

    /**
     * Whether it was written in quotes or as a block, and is therefore a text, never a number or
     * flag.
     */
    public boolean isQuoted() {
      return quoted;
    }

    /** Whether the value is empty, or a word that YAML reads as null. */
    public boolean isNothing() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    /** Whether this is the word without quotes. */
    public boolean isWord(String word) {
      return !quoted && text.equals(word);
    }

    @Override
    public String describe() {
      String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
      return isNothing() ? "nothing" : quoted ? "the text \"" + shown + "\"" : shown;
    }
  }

  /** A list. */
  public static final class Sequence extends YamlNode {
    private final List<YamlNode> items;

    /** Creates a list. */
    public Sequence(SourcePosition where, List<YamlNode> items) {
      super(where);
      this.items = Collections.unmodifiableList(new ArrayList<>(items));
    }

    /** The elements, in the order of the file. Unmodifiable. */
    public List<YamlNode> items() {
      return items;
    }

    @Override
    public String describe() {
      return "a list";
    }
  }

  /** A mapping without duplicate keys. */
  public static final class Mapping extends YamlNode {
    private final List<Entry> entries;
    private final Map<String, Entry> byKey = new HashMap<>();

    /** Creates a mapping; the keys of its entries must differ. */
    public Mapping(SourcePosition where, List<Entry> entries) {
      super(where);
      this.entries = Collections.unmodifiableList(new ArrayList<>(entries));
      entries.forEach(entry -> byKey.putIfAbsent(entry.key.text, entry));
    }

    /** The entries, in the order of the file. Unmodifiable. */
    public List<Entry> entries() {
      return entries;
    }

    /** Returns the entry of a key; null if there is none. */
    @Nullable
    public Entry find(String key) {
      return byKey.get(key);
    }

    /** Returns a copy with {@code entry} added, or replacing the entry with the same key. */
    public Mapping with(Entry entry) {
      List<Entry> changed = new ArrayList<>(entries);
      changed.removeIf(e -> e.key.text.equals(entry.key.text));
      changed.add(entry);
      return new Mapping(where(), changed);
    }

    @Override
    public String describe() {
      return "a mapping";
    }
  }

  /** One key with its value. Immutable. */
  public static final class Entry {
    private final Scalar key;
    private final YamlNode value;

    /** Creates an entry. */
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
