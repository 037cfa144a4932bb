package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How objects of one class are built for a candidate: one entry under {@code calls[].types}.
 * Immutable.
 */
public final class ShapeConfig {
  /** Nothing is configured. */
  public static final ShapeConfig NONE = new Builder().build();

  private final @Nullable String className;
  private final @Nullable List<String> constructor;
  private final Map<String, String> parts;
  private final Map<String, String> codes;
  private final Map<String, @Nullable Object> constants;
  private final Set<String> defaults;

  private ShapeConfig(Builder from) {
    this.className = from.className;
    List<String> names = from.constructor;
    this.constructor = names == null ? null : Collections.unmodifiableList(new ArrayList<>(names));
    this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(from.parts));
    this.codes = Collections.unmodifiableMap(new LinkedHashMap<>(from.codes));
    this.constants = Collections.unmodifiableMap(new LinkedHashMap<>(from.constants));
    this.defaults = Collections.unmodifiableSet(new LinkedHashSet<>(from.defaults));
  }

  /** The class to build; null if the candidate's declared type decides. */
  public @Nullable String className() {
    return className;
  }

  /** The parts that the constructor takes, in order; null if the class file names them. */
  public @Nullable List<String> constructor() {
    return constructor;
  }

  /** From names of the control's parts to names of the candidate's. Unmodifiable. */
  public Map<String, String> parts() {
    return parts;
  }

  /** From names of the control's constants or its texts to names of the candidate's constants. */
  public Map<String, String> codes() {
    return codes;
  }

  /** Values of parts that the control does not have: String, Boolean, BigDecimal or null. */
  public Map<String, @Nullable Object> constants() {
    return constants;
  }

  /** The candidate's parts that keep the value with which they are created. Unmodifiable. */
  public Set<String> defaults() {
    return defaults;
  }

  /** Returns the candidate's name of a part of the control. */
  public String target(String part) {
    return parts.getOrDefault(part, part);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(className == null ? "same class" : className);
    out.append(constructor == null ? "" : " constructor " + constructor);
    out.append(parts.isEmpty() ? "" : " parts " + parts);
    out.append(codes.isEmpty() ? "" : " codes " + codes);
    out.append(constants.isEmpty() ? "" : " constants " + constants);
    return out.append(defaults.isEmpty() ? "" : " defaults " + defaults).toString();
  }

  /** Collects the values of an entry. Not thread-safe. */
  public static final class Builder {
    private @Nullable String className;
    private @Nullable List<String> constructor;
    private Map<String, String> parts = Collections.emptyMap();
    private Map<String, String> codes = Collections.emptyMap();
    private Map<String, @Nullable Object> constants = Collections.emptyMap();
    private Set<String> defaults = Collections.emptySet();

    /** Sets the class to build. */
    public Builder className(@Nullable String name) {
      className = name;
      return this;
    }

    /** Sets the parts that the constructor takes, in order. */
    public Builder constructor(@Nullable List<String> names) {
      constructor = names;
      return this;
    }

    /** Sets the names of parts, from the control's to the candidate's. */
    public Builder parts(Map<String, String> names) {
      parts = names;
      return this;
    }

    /** Sets the codes, from the control's to the candidate's. */
    public Builder codes(Map<String, String> names) {
      codes = names;
      return this;
    }

    /** Sets the values of parts that the control does not have. */
    public Builder constants(Map<String, @Nullable Object> values) {
      constants = values;
      return this;
    }

    /** Sets the parts that keep their first value. */
    public Builder defaults(Set<String> names) {
      defaults = names;
      return this;
    }

    /** Creates the entry. */
    public ShapeConfig build() {
      return new ShapeConfig(this);
    }
  }
}
