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
  private final @Nullable IsolationConfig isolation;
  private final @Nullable InstanceKind instance;
  private final @Nullable String bean;
  private final @Nullable HostConfig host;
  private final @Nullable HttpConfig http;
  private final List<String> packages;
  private final Set<String> immutable;
  private final Set<String> unanswered;
  private final double sample;
  private final Duration timeout;
  private final Duration completion;
  private final Bounds bounds;
  private final boolean idempotent;
  private final double noise;
  private final OrderConfig order;
  private final Rules rules;
  private final Acceptances acceptances;
  private final List<RuleConfig> ruleConfigs;
  private final List<String> ruleLines;
  private final boolean argumentsStated;
  private final MappingConfig mapping;
  private final Rules rulesWithArguments;

  CallConfig(CallConfigBuilder from) {
    this.name = from.name;
    this.control = from.control;
    this.candidate = from.candidate;
    this.factory = from.factory;
    this.isolation = from.isolation;
    this.instance = from.instance;
    this.bean = from.bean;
    this.host = from.host;
    this.http = from.http;
    this.immutable = Collections.unmodifiableSet(new TreeSet<>(from.immutable));
    this.unanswered = Collections.unmodifiableSet(new TreeSet<>(from.unanswered));
    this.packages = Collections.unmodifiableList(new ArrayList<>(from.packages));
    this.sample = from.sample;
    this.timeout = from.timeout;
    this.completion = from.completion;
    this.bounds = from.bounds;
    this.idempotent = from.idempotent;
    this.noise = from.noise;
    this.order = from.order;
    this.rules = from.rules;
    this.acceptances = from.acceptances;
    this.ruleConfigs = Collections.unmodifiableList(new ArrayList<>(from.ruleConfigs));
    this.ruleLines = lines(from.rules);
    this.argumentsStated = from.argumentsStated;
    this.mapping = from.mapping;
    this.rulesWithArguments = from.rules.comparingArguments();
  }

  /**
   * Starts a call point with the defaults of the configuration, of which every call is captured.
   *
   * @param name unique among the call points
   * @param control the legacy method
   * @param candidate the new method
   */
  public static CallConfigBuilder builder(String name, MethodRef control, MethodRef candidate) {
    return new CallConfigBuilder(name, control, candidate);
  }

  /** The mode, then the rules in alphabetical order. */
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
   * The static method without parameters that returns the candidate's instance. Null if the
   * constructor without parameters creates it, or if the candidate is static.
   */
  public @Nullable MethodRef factory() {
    return factory;
  }

  /** How the candidate is asked by HTTP; null if it is not. */
  public @Nullable HttpConfig http() {
    return http;
  }

  /** Whether the candidate runs in this JVM, so that its class is one of the application. */
  public boolean isHere() {
    return host == null && http == null;
  }

  /** The candidate for people: its method, or its request. */
  public String candidateText() {
    return http == null ? candidate.toString() : http.toString();
  }

  /** Where the candidate runs if it is in another JVM; null if it is in this one. */
  public @Nullable HostConfig host() {
    return host;
  }

  /**
   * The class path of the candidate, if it has a class loader of its own. Null if the class loader
   * of the control finds it.
   */
  public @Nullable IsolationConfig isolation() {
    return isolation;
  }

  /**
   * Where the candidate's object comes from. Null for the constructor without parameters, or the
   * {@link #factory()}.
   */
  public @Nullable InstanceKind instance() {
    return instance;
  }

  /**
   * The name of the bean, the class of the provider, or the name of the registration. Null for the
   * default of the kind.
   */
  public @Nullable String bean() {
    return bean;
  }

  /**
   * The names of the classes whose objects are declared immutable, for this call point or for all,
   * in alphabetical order. Unmodifiable.
   */
  public Set<String> immutable() {
    return immutable;
  }

  /**
   * The names of the exceptions, besides those of connections and linkage, with which the candidate
   * says that it cannot answer, in alphabetical order. Unmodifiable.
   */
  public Set<String> unanswered() {
    return unanswered;
  }

  /**
   * The packages in and below which every class that implements or overrides the control is woven.
   * Empty if only the control's own body is woven. Without a dot at the end. Unmodifiable.
   */
  public List<String> packages() {
    return packages;
  }

  /** The share of calls that is captured, from 0 to 1. */
  public double sample() {
    return sample;
  }

  /** The time limit of the candidate. */
  public Duration timeout() {
    return timeout;
  }

  /**
   * The time limit for the completion of a stage that either side returns, measured from the return
   * of the method.
   */
  public Duration completion() {
    return completion;
  }

  /** The bounds of the capture of one call. */
  public Bounds bounds() {
    return bounds;
  }

  /** Whether the control may be called a second time without a further effect. */
  public boolean idempotent() {
    return idempotent;
  }

  /**
   * The share of calls, from 0 to 1, whose control is called a second time. It is 0 if the call
   * point is not {@link #idempotent()}, whatever {@code noise} the configuration sets.
   */
  public double noise() {
    return idempotent ? noise : 0;
  }

  /** How the control's arguments become those of the candidate. */
  public MappingConfig mapping() {
    return mapping;
  }

  /**
   * Whether woven code hands over the receiver: to repeat the control, as an argument of the
   * candidate, or since the order of calls depends on it.
   */
  public boolean needsReceiver() {
    return noise() > 0 || copiesReceiver() || order.source() == OrderConfig.Source.RECEIVER;
  }

  /** Whether the receiver is copied with the arguments, since the candidate gets parts of it. */
  public boolean copiesReceiver() {
    return mapping.needsReceiver() || (http != null && http.needsReceiver());
  }

  /** The order in which calls are replayed. */
  public OrderConfig order() {
    return order;
  }

  /** The rules of comparison as configured. */
  public Rules rules() {
    return rules;
  }

  /**
   * Whether the configuration sets {@code arguments} to true or false. If it does not, the
   * arguments after the call are compared if the control returns nothing.
   */
  public boolean argumentsStated() {
    return argumentsStated;
  }

  /** The rules in effect: with the arguments, unless the configuration sets {@code arguments}. */
  public Rules effectiveRules() {
    return argumentsStated ? rules : rulesWithArguments;
  }

  /** The accepted differences. */
  public Acceptances acceptances() {
    return acceptances;
  }

  /** The single rules, in the order of the configuration. Unmodifiable. */
  public List<RuleConfig> ruleConfigs() {
    return ruleConfigs;
  }

  /**
   * The lines of {@link Rules#describe()}: the mode, then the rules in alphabetical order. The
   * order of the rules in the file does not change the lines. Unmodifiable.
   */
  public List<String> ruleLines() {
    return ruleLines;
  }

  /**
   * The same lines once it is known whether arguments are compared. Unmodifiable.
   *
   * @param arguments whether arguments are compared
   */
  public List<String> ruleLines(boolean arguments) {
    return arguments && !argumentsStated ? lines(rulesWithArguments) : ruleLines;
  }

  @Override
  public String toString() {
    return name + ": " + control + " -> " + candidateText();
  }
}
