package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How the configuration says that the objects of one class are seen. Immutable. */
public final class TypeConfig {
  /** The ways, in the words of the configuration. */
  public enum How {
    /** By the text that {@code toString} gives. */
    AS_STRING("as-string"),
    /** As one value, by its own {@code equals}. */
    AS_EQUALS("as-equals"),
    /** By what its public getters give. */
    GETTERS("getters"),
    /** By its fields. */
    FIELDS("fields"),
    /** By the parts named. */
    PARTS("parts"),
    /** As the one part named. */
    CONTENT("content"),
    /** As what a function's class makes of it. */
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

  public TypeConfig(String className, How how, List<String> names) {
    this.className = className;
    this.how = how;
    this.names = Collections.unmodifiableList(new ArrayList<>(names));
  }

  /** The class, as {@code Class.getName} gives it. */
  public String className() {
    return className;
  }

  /** How it is seen. */
  public How how() {
    return how;
  }

  /** The parts, or the function's class; empty for the other ways. Unmodifiable. */
  public List<String> names() {
    return names;
  }

  /** {@code types com.acme.Geo parts [lat, lon]}. */
  @Override
  public String toString() {
    return "types " + className + " " + how.word() + (names.isEmpty() ? "" : " " + names);
  }
}
