package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one argument of a candidate comes from. Immutable. */
public final class ArgumentSource {
  /** The number that stands for the control's receiver in place of an argument. */
  public static final int RECEIVER = -1;

  /** The kinds of sources. */
  public enum Kind {
    /** An argument of the control, its receiver, or a part of one of them. */
    PART,
    /** The same, as JSON text. */
    JSON,
    /** A value of the configuration. */
    CONSTANT
  }

  private final Kind kind;
  private final int argument;
  private final List<String> steps;
  private final @Nullable Object constant;

  private ArgumentSource(Kind kind, int argument, List<String> steps, @Nullable Object constant) {
    this.kind = kind;
    this.argument = argument;
    this.steps = Collections.unmodifiableList(new ArrayList<>(steps));
    this.constant = constant;
  }

  /**
   * An argument or a part of it.
   *
   * @param argument its index from 0, or {@link #RECEIVER}
   * @param steps the names and indexes that lead from it to the part; empty for the whole
   */
  public static ArgumentSource part(int argument, List<String> steps) {
    return new ArgumentSource(Kind.PART, argument, steps, null);
  }

  /** As {@link #part}, written as JSON text. */
  public static ArgumentSource json(int argument, List<String> steps) {
    return new ArgumentSource(Kind.JSON, argument, steps, null);
  }

  /**
   * A value of the configuration.
   *
   * @param value a String, Boolean, BigDecimal or null
   */
  public static ArgumentSource constant(@Nullable Object value) {
    return new ArgumentSource(Kind.CONSTANT, 0, Collections.emptyList(), value);
  }

  /** The kind of the source. */
  public Kind kind() {
    return kind;
  }

  /** The index of the control's argument, or {@link #RECEIVER}; not for a constant. */
  public int argument() {
    return argument;
  }

  /** The steps from the argument to its part. Unmodifiable. */
  public List<String> steps() {
    return steps;
  }

  /** The value of a constant. */
  public @Nullable Object constant() {
    return constant;
  }

  /** Whether this is a whole argument of the control. */
  public boolean isWhole() {
    return kind == Kind.PART && argument >= 0 && steps.isEmpty();
  }

  /** Whether this is the receiver or a part of it. */
  public boolean isOfReceiver() {
    return kind != Kind.CONSTANT && argument == RECEIVER;
  }

  /** {@code /0/lines}, {@code this}, {@code JSON of /0}, {@code constant EUR}. */
  @Override
  public String toString() {
    if (kind == Kind.CONSTANT) {
      boolean isText = constant instanceof String;
      return "constant " + (isText ? "\"" + constant + "\"" : String.valueOf(constant));
    }
    StringBuilder out = new StringBuilder(kind == Kind.JSON ? "JSON of " : "");
    out.append(argument == RECEIVER ? "this" : "/" + argument);
    for (String step : steps) {
      out.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return out.toString();
  }
}
