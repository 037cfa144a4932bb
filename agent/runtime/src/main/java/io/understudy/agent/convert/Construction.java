package io.understudy.agent.convert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to build objects of a class: a constructor or a builder, then setters. It holds names
 * only, so that {@code check} chooses from class files what the agent chooses from loaded classes.
 * Immutable.
 */
public final class Construction {
  private final String label;
  private final int count;
  private final @Nullable List<String> parameters;
  private final Set<String> settable;
  private final boolean isConstructor;

  private Construction(
      String label,
      int count,
      @Nullable List<String> parameters,
      Set<String> settable,
      boolean isConstructor) {
    this.label = label;
    this.count = count;
    this.parameters =
        parameters == null ? null : Collections.unmodifiableList(new ArrayList<>(parameters));
    this.settable = Collections.unmodifiableSet(new LinkedHashSet<>(settable));
    this.isConstructor = isConstructor;
  }

  /**
   * A constructor.
   *
   * @param count the number of its parameters
   * @param parameters the parts that they take, in order; null if the class file does not name them
   * @param settable the parts that setters and fields set afterwards
   */
  public static Construction constructor(
      int count, @Nullable List<String> parameters, Set<String> settable) {
    String names = parameters == null ? count + " parameters without names" : names(parameters);
    return new Construction("constructor(" + names + ")", count, parameters, settable, true);
  }

  /**
   * A static method that returns a builder.
   *
   * @param method the name of the method
   * @param settable the parts that the builder takes
   */
  public static Construction builder(String method, Set<String> settable) {
    return new Construction(method + "()", 0, Collections.emptyList(), settable, false);
  }

  private static String names(List<String> parameters) {
    return String.join(", ", parameters);
  }

  /** The same constructor with these names of its parameters. */
  Construction named(List<String> names) {
    return constructor(names.size(), names, settable);
  }

  /** The number of parameters. */
  int count() {
    return count;
  }

  /** The parts that the parameters take, in order; null if they are not known. */
  public @Nullable List<String> parameters() {
    return parameters;
  }

  /** The parts that are set afterwards. Unmodifiable. */
  public Set<String> settable() {
    return settable;
  }

  /** Whether this is a constructor, not a builder. */
  boolean isConstructor() {
    return isConstructor;
  }

  /** {@code constructor(sku, price)} or {@code builder()}. */
  @Override
  public String toString() {
    return label;
  }
}
