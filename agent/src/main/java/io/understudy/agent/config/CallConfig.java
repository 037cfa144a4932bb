package io.understudy.agent.config;

import io.understudy.compare.Rules;
import io.understudy.value.Bounds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One entry under {@code calls:}: a control method, its candidate, and how they are compared.
 * Immutable.
 */
public final class CallConfig {
  private final String name;
  private final MethodRef control;
  private final MethodRef candidate;
  private final @Nullable MethodRef factory;
  private final double sample;
  private final Duration timeout;
  private final Bounds bounds;
  private final Rules rules;
  private final String rulesText;

  /**
   * States a call point.
   *
   * @param name unique among the call points
   * @param control the legacy method
   * @param candidate the new method
   * @param factory a static method without parameters that gives the candidate's instance; null for
   *     its no-argument constructor, or where the candidate is static
   * @param sample share of calls that is taken, from 0 to 1
   * @param timeout how long the candidate may take
   * @param bounds what capturing one call may cost
   * @param rules what counts as equal
   * @param rulesText the same for people, as the journal and the report show it
   */
  public CallConfig(
      String name,
      MethodRef control,
      MethodRef candidate,
      @Nullable MethodRef factory,
      double sample,
      Duration timeout,
      Bounds bounds,
      Rules rules,
      String rulesText) {
    this.name = name;
    this.control = control;
    this.candidate = candidate;
    this.factory = factory;
    this.sample = sample;
    this.timeout = timeout;
    this.bounds = bounds;
    this.rules = rules;
    this.rulesText = rulesText;
  }

  /** The call point's name. */
  public String name() {
    return name;
  }

  /** The legacy method. */
  public MethodRef control() {
    return control;
  }

  /** The new method. */
  public MethodRef candidate() {
    return candidate;
  }

  /** The static factory of the candidate's instance; null where there is none. */
  public @Nullable MethodRef factory() {
    return factory;
  }

  /** The share of calls that is taken, from 0 to 1. */
  public double sample() {
    return sample;
  }

  /** How long the candidate may take. */
  public Duration timeout() {
    return timeout;
  }

  /** What capturing one call may cost. */
  public Bounds bounds() {
    return bounds;
  }

  /** What counts as equal. */
  public Rules rules() {
    return rules;
  }

  /**
   * What counts as equal, for people: {@code mode value; ignore /quotedAt; tolerate /total 0.005}.
   * The same rules give the same text, whatever their order in the file.
   */
  public String rulesText() {
    return rulesText;
  }

  @Override
  public String toString() {
    return name + ": " + control + " -> " + candidate;
  }
}
