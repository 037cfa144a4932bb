package io.understudy.agent.config;

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
  private final Tree.Mapping mapping;
  private final String key;
  private final Problems problems;
  private final Set<String> taken = new LinkedHashSet<>();

  Section(Tree.Mapping mapping, String key, Problems problems) {
    this.mapping = mapping;
    this.key = key;
    this.problems = problems;
  }

  /** Where the mapping stands. */
  Where where() {
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
  void refuse(Where where, String name, String text) {
    problems.add(where, path(name), text);
  }

  /** The value under {@code name}; null where the key is absent. */
  @Nullable Tree take(String name) {
    taken.add(name);
    Tree.Entry entry = mapping.find(name);
    return entry == null ? null : entry.value();
  }

  /** The mapping under {@code name}; one without keys where it is absent or not a mapping. */
  Section section(String name) {
    Section section = optionalSection(name);
    return section != null ? section : empty(name);
  }

  /** The mapping under {@code name}; null where the key is absent. */
  @Nullable Section optionalSection(String name) {
    Tree value = take(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Tree.Mapping) {
      return new Section((Tree.Mapping) value, path(name), problems);
    }
    expected("a mapping of keys", name, value);
    return empty(name);
  }

  private Section empty(String name) {
    return new Section(
        new Tree.Mapping(mapping.where(), Collections.emptyList()), path(name), problems);
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
    Tree value = take(name);
    return value == null ? null : read(value, path(name), kind);
  }

  /** The elements of the list under {@code name}; none where it is absent. */
  <T> List<Placed<T>> list(String name, ValueKind<T> kind) {
    List<Placed<T>> out = new ArrayList<>();
    List<Tree> items = items(name, "a list");
    for (int i = 0; i < items.size(); i++) {
      String at = KeyPath.item(path(name), i);
      T value = read(items.get(i), at, kind);
      if (value != null) {
        out.add(new Placed<>(value, items.get(i).where(), at));
      }
    }
    return out;
  }

  /** The elements of the list under {@code name}, unread; none where it is absent. */
  List<Tree> items(String name, String expected) {
    Tree value = take(name);
    if (value instanceof Tree.Sequence) {
      return ((Tree.Sequence) value).items();
    }
    if (value != null) {
      expected(expected, name, value);
    }
    return Collections.emptyList();
  }

  /** The entries of the mapping under {@code name}, whose keys are the user's. */
  List<Tree.Entry> entries(String name, String expected) {
    Tree value = take(name);
    if (value instanceof Tree.Mapping) {
      return ((Tree.Mapping) value).entries();
    }
    if (value != null) {
      expected(expected, name, value);
    }
    return Collections.emptyList();
  }

  /** Reads one value; null where a problem was noted. */
  <T> @Nullable T read(Tree value, String at, ValueKind<T> kind) {
    if (!(value instanceof Tree.Scalar)) {
      problems.add(
          value.where(), at, "expected " + kind.expected() + ", found " + value.described());
      return null;
    }
    try {
      return kind.read((Tree.Scalar) value);
    } catch (IllegalArgumentException e) {
      problems.add(value.where(), at, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void expected(String what, String name, Tree found) {
    boolean nothing = found instanceof Tree.Scalar && ((Tree.Scalar) found).isNothing();
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
    for (Tree.Entry entry : mapping.entries()) {
      String name = entry.key().text();
      if (!taken.contains(name)) {
        problems.add(entry.key().where(), path(name), Keys.unknown(key, name, taken));
      }
    }
  }
}
