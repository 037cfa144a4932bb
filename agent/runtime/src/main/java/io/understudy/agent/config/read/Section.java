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
 * A mapping that is being read: each key is taken by name, and {@link #refuseUnknownKeys()} refuses
 * those that nobody took. A wrong value is noted and the default goes on in its place, so that one
 * pass finds all problems. Not thread-safe.
 */
final class Section {
  private final YamlNode.Mapping mapping;
  private final String key;
  private final ConfigProblems problems;
  private final Set<String> taken = new LinkedHashSet<>();

  Section(YamlNode.Mapping mapping, String key, ConfigProblems problems) {
    this.mapping = mapping;
    this.key = key;
    this.problems = problems;
  }

  /** Where the mapping stands. */
  SourcePosition where() {
    return mapping.where();
  }

  /** The path of a key in this mapping. */
  String path(String name) {
    return KeyPath.child(key, name);
  }

  /** Notes a problem with this mapping as a whole. */
  void refuse(String text) {
    problems.add(mapping.where(), key, text);
  }

  /** Notes a problem with the key {@code name}, at {@code where}. */
  void refuse(SourcePosition where, String name, String text) {
    problems.add(where, path(name), text);
  }

  /** The value under {@code name}; null where the key is absent. */
  @Nullable YamlNode take(String name) {
    taken.add(name);
    YamlNode.Entry entry = mapping.find(name);
    return entry == null ? null : entry.value();
  }

  /** The mapping under {@code name}; one without keys where it is absent or not a mapping. */
  Section section(String name) {
    Section section = optionalSection(name);
    return section != null ? section : empty(name);
  }

  /** The mapping under {@code name}; null where the key is absent. */
  @Nullable Section optionalSection(String name) {
    YamlNode value = take(name);
    if (value == null) {
      return null;
    }
    if (value instanceof YamlNode.Mapping) {
      return new Section((YamlNode.Mapping) value, path(name), problems);
    }
    expected("a mapping of keys", name, value);
    return empty(name);
  }

  private Section empty(String name) {
    return new Section(
        new YamlNode.Mapping(mapping.where(), Collections.emptyList()), path(name), problems);
  }

  /**
   * The value under {@code name} as {@code kind} reads it; {@code otherwise} where it is absent.
   */
  <T> T value(String name, T otherwise, ValueKind<T> kind) {
    T value = optional(name, kind);
    return value == null ? otherwise : value;
  }

  /** The value under {@code name}; null where it is absent, or where a problem was noted. */
  <T> @Nullable T optional(String name, ValueKind<T> kind) {
    YamlNode value = take(name);
    return value == null ? null : read(value, path(name), kind);
  }

  /** The elements of the list under {@code name}; none where it is absent. */
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

  /** The elements of the list under {@code name}, unread; none where it is absent. */
  List<YamlNode> items(String name, String expected) {
    YamlNode value = take(name);
    if (value instanceof YamlNode.Sequence) {
      return ((YamlNode.Sequence) value).items();
    }
    if (value != null) {
      expected(expected, name, value);
    }
    return Collections.emptyList();
  }

  /** The entries of the mapping under {@code name}, whose keys are the user's. */
  List<YamlNode.Entry> entries(String name, String expected) {
    YamlNode value = take(name);
    if (value instanceof YamlNode.Mapping) {
      return ((YamlNode.Mapping) value).entries();
    }
    if (value != null) {
      expected(expected, name, value);
    }
    return Collections.emptyList();
  }

  /** Reads one value; null where a problem was noted. */
  <T> @Nullable T read(YamlNode value, String at, ValueKind<T> kind) {
    if (!(value instanceof YamlNode.Scalar)) {
      problems.add(
          value.where(), at, "expected " + kind.expected() + ", found " + value.described());
      return null;
    }
    try {
      return kind.read((YamlNode.Scalar) value);
    } catch (IllegalArgumentException e) {
      problems.add(value.where(), at, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void expected(String what, String name, YamlNode found) {
    boolean nothing = found instanceof YamlNode.Scalar && ((YamlNode.Scalar) found).isNothing();
    problems.add(
        found.where(),
        path(name),
        "expected "
            + what
            + ", found "
            + found.described()
            + (nothing && !name.equals("calls") ? "; remove the key to take its default" : ""));
  }

  /** Refuses every key that was not taken. */
  void refuseUnknownKeys() {
    for (YamlNode.Entry entry : mapping.entries()) {
      String name = entry.key().text();
      if (!taken.contains(name)) {
        problems.add(entry.key().where(), path(name), KnownKeys.unknown(key, name, taken));
      }
    }
  }
}
