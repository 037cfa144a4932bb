package io.understudy.agent.config;

import io.understudy.compare.accept.Acceptances;
import io.understudy.compare.rule.Rules;
import io.understudy.value.Bounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  private final List<String> packages;
  private final Set<String> immutable;
  private final double sample;
  private final Duration timeout;
  private final Duration completion;
  private final Bounds bounds;
  private final boolean idempotent;
  private final double noise;
  private final Rules rules;
  private final Acceptances acceptances;
  private final List<RuleConfig> stated;
  private final List<String> ruleLines;
  private final boolean argumentsStated;
  private final Rules withArguments;

  CallConfig(CallConfigBuilder from) {
    this.name = from.name;
    this.control = from.control;
    this.candidate = from.candidate;
    this.factory = from.factory;
    this.immutable = Collections.unmodifiableSet(new TreeSet<>(from.immutable));
    this.packages = Collections.unmodifiableList(new ArrayList<>(from.packages));
    this.sample = from.sample;
    this.timeout = from.timeout;
    this.completion = from.completion;
    this.bounds = from.bounds;
    this.idempotent = from.idempotent;
    this.noise = from.noise;
    this.rules = from.rules;
    this.acceptances = from.acceptances;
    this.stated = Collections.unmodifiableList(new ArrayList<>(from.stated));
    this.ruleLines = lines(from.rules);
    this.argumentsStated = from.argumentsStated;
    this.withArguments = from.rules.comparingArguments();
  }

  /**
   * Starts a call point of which every call is taken, with the defaults of the configuration.
   *
   * @param name unique among the call points
   * @param control the legacy method
   * @param candidate the new method
   */
  public static CallConfigBuilder builder(String name, MethodRef control, MethodRef candidate) {
    return new CallConfigBuilder(name, control, candidate);
  }

  /** The mode, then the rules, in one order whatever the order of the file. */
  private static List<String> lines(Rules rules) {
    List<String> lines = new ArrayList<>(rules.describe());
    Collections.sort(lines.subList(1, lines.size()));
    return Collections.unmodifiableList(lines);
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

  /**
   * The static method without parameters that gives the candidate's instance; null for its
   * constructor without parameters, or where the candidate is static.
   */
  public @Nullable MethodRef factory() {
    return factory;
  }

  /**
   * The names of the classes whose objects are said never to change, here or at the top, in order
   * of the alphabet. Unmodifiable.
   */
  public Set<String> immutable() {
    return immutable;
  }

  /**
   * The packages below which every class that implements or overrides the control is woven, too;
   * none where the control's own body alone is. Without a dot at the end. Unmodifiable.
   */
  public List<String> packages() {
    return packages;
  }

  /** The share of calls that is taken, from 0 to 1. */
  public double sample() {
    return sample;
  }

  /** How long the candidate may take. */
  public Duration timeout() {
    return timeout;
  }

  /**
   * How long a stage that either side has returned may take to complete, from the return of the
   * method on.
   */
  public Duration completion() {
    return completion;
  }

  /** What capturing one call may cost. */
  public Bounds bounds() {
    return bounds;
  }

  /** Whether the control may be asked a second time: nothing happens then that did not before. */
  public boolean idempotent() {
    return idempotent;
  }

  /**
   * The share of calls, from 0 to 1, of which the control is asked a second time; 0 where the call
   * point is not {@link #idempotent()}, whatever the configuration says of noise.
   */
  public double noise() {
    return idempotent ? noise : 0;
  }

  /** What counts as equal, as far as the configuration says. */
  public Rules rules() {
    return rules;
  }

  /**
   * Whether the configuration says of the arguments, either way, whether they are compared as they
   * stand after the call. Where it does not, they are if the control returns nothing.
   */
  public boolean argumentsStated() {
    return argumentsStated;
  }

  /** The rules by which outcomes are compared: with the arguments, where both sides have some. */
  public Rules effectiveRules() {
    return argumentsStated ? rules : withArguments;
  }

  /** Which differences were agreed on. */
  public Acceptances acceptances() {
    return acceptances;
  }

  /** The rules one by one as the configuration states them, in its order. Unmodifiable. */
  public List<RuleConfig> ruleConfigs() {
    return stated;
  }

  /**
   * The lines of {@link Rules#describe()}: the mode, then the rules in alphabetical order, so that
   * the same rules give the same lines whatever their order in the file. Unmodifiable.
   */
  public List<String> ruleLines() {
    return ruleLines;
  }

  /**
   * The same lines where it is known whether arguments are compared.
   *
   * @param arguments whether they are
   */
  public List<String> ruleLines(boolean arguments) {
    return arguments && !argumentsStated ? lines(withArguments) : ruleLines;
  }

  @Override
  public String toString() {
    return name + ": " + control + " -> " + candidate;
  }
}
