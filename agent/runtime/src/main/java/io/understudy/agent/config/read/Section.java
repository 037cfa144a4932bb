package io.understudy.agent.config.read;

import io.understudy.agent.config.SourcePosition;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mapping: callers take each key by name, and {@link #refuseUnknownKeys()} refuses the keys
 * that were not taken. A wrong value adds a problem, and reading continues with the default, so
 * that one pass finds all problems. Not thread-safe.
 */
final class Section {
  /** No value is longer. Regular expressions, which check values, recurse over longer ones. */
  static final int MOST_OF_A_VALUE = 4_000;

  private final YamlNode.Mapping mapping;
  private final String key;
  private final ConfigProblems problems;
  private final Set<String> taken = new LinkedHashSet<>();

  Section(YamlNode.Mapping mapping, String key, ConfigProblems problems) {
    this.mapping = mapping;
    this.key = key;
    this.problems = problems;
  }

  /** The place of the mapping. */
  SourcePosition where() {
    return mapping.where();
  }

  /** Returns the path of a key in this mapping. */
  String path(String name) {
    return KeyPath.child(key, name);
  }

  /** Adds a problem of the whole mapping. */
  void refuse(String text) {
    problems.add(mapping.where(), key, text);
  }

  /** Adds a problem of the key {@code name} at {@code where}. */
  void refuse(SourcePosition where, String name, String text) {
    problems.add(where, path(name), text);
  }

  /** Takes the value of a key; null if the key is absent. */
  @Nullable YamlNode take(String name) {
    taken.add(name);
    YamlNode.Entry entry = mapping.find(name);
    return entry == null ? null : entry.value();
  }

  /** Takes the mapping of a key; an empty one if the key is absent or its value is no mapping. */
  Section section(String name) {
    Section section = optionalSection(name);
    return section != null ? section : empty(name);
  }

  /** Takes the mapping of a key; null if the key is absent. */
  @Nullable Section optionalSection(String name) {
    YamlNode value = take(name);
    if (value == null) {
      return null;
    }
    if (value instanceof YamlNode.Mapping) {
      return new Section((YamlNode.Mapping) value, path(name), problems);
    }
    refuseType("a mapping of keys", name, value);
    return empty(name);
  }

  private Section empty(String name) {
    return new Section(
        new YamlNode.Mapping(mapping.where(), Collections.emptyList()), path(name), problems);
  }

  /** Reads the value of a key; {@code otherwise} if the key is absent or a problem was added. */
  <T> T value(String name, T otherwise, ValueKind<T> kind) {
    T value = optional(name, kind);
    return value == null ? otherwise : value;
  }

  /** Reads the value of a key; null if the key is absent or a problem was added. */
  <T> @Nullable T optional(String name, ValueKind<T> kind) {
    YamlNode value = take(name);
    return value == null ? null : read(value, path(name), kind);
  }

  /** Reads the elements of the list of a key; no elements if the key is absent. */
  <T> List<PositionedValue<T>> list(String name, ValueKind<T> kind) {
    List<PositionedValue<T>> out = new ArrayList<>();
    List<YamlNode> items = items(name, "a list");
    for (int i = 0; i < items.size(); i++) {
      String at = KeyPath.item(path(name), i);
      T value = read(items.get(i), at, kind);
      if (value != null) {
        out.add(new PositionedValue<>(value, items.get(i).where(), at));
      }
    }
    return out;
  }

  /** Takes the nodes of the list of a key; no nodes if the key is absent. */
  List<YamlNode> items(String name, String expected) {
    YamlNode value = take(name);
    if (value instanceof YamlNode.Sequence) {
      return ((YamlNode.Sequence) value).items();
    }
    if (value != null) {
      refuseType(expected, name, value);
    }
    return Collections.emptyList();
  }

  /** Takes the entries of the mapping of a key; the user chooses the keys of that mapping. */
  List<YamlNode.Entry> entries(String name, String expected) {
    YamlNode value = take(name);
    if (value instanceof YamlNode.Mapping) {
      return ((YamlNode.Mapping) value).entries();
    }
    if (value != null) {
      refuseType(expected, name, value);
    }
    return Collections.emptyList();
  }

  /** Reads one value; null if a problem was added. */
  <T> @Nullable T read(YamlNode value, String at, ValueKind<T> kind) {
    if (!(value instanceof YamlNode.Scalar)) {
      problems.add(
          value.where(), at, "expected " + kind.expected() + ", found " + value.describe());
      return null;
    }
    try {
      int length = ((YamlNode.Scalar) value).text().length();
      if (length > MOST_OF_A_VALUE) {
        throw new IllegalArgumentException(
            "has " + length + " characters; a value has at most " + MOST_OF_A_VALUE);
      }
      return kind.read((YamlNode.Scalar) value);
    } catch (IllegalArgumentException e) {
      problems.add(value.where(), at, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void refuseType(String what, String name, YamlNode found) {
    boolean nothing = found instanceof YamlNode.Scalar && ((YamlNode.Scalar) found).isNothing();
    problems.add(
        found.where(),
        path(name),
        "expected "
            + what
            + ", found "
            + found.describe()
            + (nothing && !name.equals("calls") ? "; remove the key to take its default" : ""));
  }

  /** Refuses every key that was not taken. */
  void refuseUnknownKeys() {
    for (YamlNode.Entry entry : mapping.entries()) {
      String name = entry.key().text();
      if (!taken.contains(name)) {
        problems.add(
            entry.key().where(),
            path(name),
            problems.areMany()
                ? "there is no such key here."
                : KnownKeys.unknownKeyMessage(key, name, taken));
      }
    }
  }
}
