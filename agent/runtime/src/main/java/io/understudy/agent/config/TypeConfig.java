package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The configured view of the objects of one class. Immutable. */
public final class TypeConfig {
  /** The kinds of view, with their words in the configuration. */
  public enum How {
    /** By the text of {@code toString}. */
    AS_STRING("as-string"),
    /** As one value, by its own {@code equals}. */
    AS_EQUALS("as-equals"),
    /** By the values of the public getters. */
    GETTERS("getters"),
    /** By the fields. */
    FIELDS("fields"),
    /** By the named parts. */
    PARTS("parts"),
    /** As the value of the one named part. */
    CONTENT("content"),
    /** As the result of the named function class. */
    WITH("with");

    private final String word;

    How(String word) {
      this.word = word;
    }

    /** The word of the configuration. */
    public String word() {
      return word;
    }
  }

  private final String className;
  private final How how;
  private final List<String> names;

  /**
   * Creates the view of a class.
   *
   * @param className binary name of the class
   * @param how the kind of view
   * @param names the parts, or the function's class; empty for the other kinds
   */
  public TypeConfig(String className, How how, List<String> names) {
    this.className = className;
    this.how = how;
    this.names = Collections.unmodifiableList(new ArrayList<>(names));
  }

  /** The binary name of the class. */
  public String className() {
    return className;
  }

  /** The kind of view. */
  public How how() {
    return how;
  }

  /** The parts, or the function's class; empty for the other kinds. Unmodifiable. */
  public List<String> names() {
    return names;
  }

  /** {@code types com.acme.Geo parts [lat, lon]}. */
  @Override
  public String toString() {
    return "types " + className + " " + how.word() + (names.isEmpty() ? "" : " " + names);
  }
}
