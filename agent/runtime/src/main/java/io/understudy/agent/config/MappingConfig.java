package io.understudy.agent.config;

import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the control's arguments become those of the candidate: {@code arguments}, {@code types},
 * {@code drop} and {@code adapter} of a call point. Immutable.
 */
public final class MappingConfig {
  /** Every argument goes to the parameter at its own place. */
  public static final MappingConfig NONE =
      new MappingConfig(null, Collections.emptyMap(), Collections.emptyList(), null);

  private final @Nullable List<ArgumentSource> arguments;
  private final Map<String, ShapeConfig> types;
  private final List<PathPattern> drop;
  private final @Nullable MethodRef adapter;

  /**
   * Creates a mapping.
   *
   * @param arguments the source of each argument; null for the control's arguments in their order
   * @param types by the full or simple name of a class of the control, or of the candidate
   * @param drop the parts of the control's arguments that have no place in the candidate's
   * @param adapter the static method that makes the candidate's arguments; null for none
   */
  public MappingConfig(
      @Nullable List<ArgumentSource> arguments,
      Map<String, ShapeConfig> types,
      List<PathPattern> drop,
      @Nullable MethodRef adapter) {
    this.arguments =
        arguments == null ? null : Collections.unmodifiableList(new ArrayList<>(arguments));
    this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    this.drop = Collections.unmodifiableList(new ArrayList<>(drop));
    this.adapter = adapter;
  }

  /** Whether nothing is configured. */
  public boolean isNone() {
    return arguments == null && types.isEmpty() && drop.isEmpty() && adapter == null;
  }

  /** The configured sources; null if the control's arguments are taken in their order. */
  public @Nullable List<ArgumentSource> arguments() {
    return arguments;
  }

  /**
   * The sources of the arguments.
   *
   * @param count how many arguments the control has
   */
  public List<ArgumentSource> sources(int count) {
    if (arguments != null) {
      return arguments;
    }
    List<ArgumentSource> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(ArgumentSource.part(i, Collections.emptyList()));
    }
    return all;
  }

  /** Whether the receiver of the control is needed, so that it is copied with the arguments. */
  public boolean needsReceiver() {
    return arguments != null && arguments.stream().anyMatch(ArgumentSource::isOfReceiver);
  }

  /** The configured classes by name. Unmodifiable. */
  public Map<String, ShapeConfig> types() {
    return types;
  }

  /**
   * Returns what is configured for a class.
   *
   * @param className in the form of {@code Class.getName()}
   * @return null if there is no entry with its full or simple name
   */
  public @Nullable ShapeConfig type(String className) {
    if (types.isEmpty()) {
      return null;
    }
    ShapeConfig found = types.get(className);
    return found == null ? types.get(simpleName(className)) : found;
  }

  /** Returns the last part of a class name, after dots and dollar signs. */
  public static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  /** The places of the control's arguments that are dropped. Unmodifiable. */
  public List<PathPattern> drop() {
    return drop;
  }

  /** The static method that makes the candidate's arguments; null for none. */
  public @Nullable MethodRef adapter() {
    return adapter;
  }

  /** What is configured, for the hash of the configuration. */
  @Override
  public String toString() {
    return "arguments "
        + (arguments == null ? "in order" : arguments)
        + ", types "
        + types
        + ", drop "
        + drop
        + ", adapter "
        + (adapter == null ? "none" : adapter);
  }
}
