package io.understudy.agent.config;

import io.understudy.compare.accept.Acceptances;
import io.understudy.compare.rule.Rules;
import io.understudy.value.Bounds;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the values of one call point; each value has a default. Not thread-safe. */
public final class CallConfigBuilder {
  final String name;
  final MethodRef control;
  final MethodRef candidate;
  @Nullable MethodRef factory;
  @Nullable IsolationConfig isolation;
  @Nullable InstanceKind instance;
  @Nullable String bean;
  @Nullable HostConfig host;
  @Nullable HttpConfig http;
  List<String> packages = Collections.emptyList();
  Set<String> immutable = Collections.emptySet();
  Set<String> unanswered = Collections.emptySet();
  double sample = 1;
  Duration timeout = Duration.ofSeconds(2);
  Duration completion = Duration.ofSeconds(30);
  Bounds bounds = Bounds.DEFAULT;
  boolean idempotent;
  double noise;
  OrderConfig order = OrderConfig.ANY;
  Rules rules = Rules.none();
  Acceptances acceptances = Acceptances.none();
  List<RuleConfig> ruleConfigs = Collections.emptyList();
  boolean argumentsStated = true;
  MappingConfig mapping = MappingConfig.NONE;

  CallConfigBuilder(String name, MethodRef control, MethodRef candidate) {
    this.name = name;
    this.control = control;
    this.candidate = candidate;
  }

  /** Sets the static method that returns the candidate's instance; null for its constructor. */
  public CallConfigBuilder factory(@Nullable MethodRef factory) {
    this.factory = factory;
    return this;
  }

  /** Sets the class path of a candidate with a class loader of its own; null for none. */
  public CallConfigBuilder isolation(@Nullable IsolationConfig isolation) {
    this.isolation = isolation;
    return this;
  }

  /**
   * Sets where the candidate's object comes from.
   *
   * @param instance null for the constructor without parameters, or the factory
   * @param bean the name of the bean, the class of the provider, or the name of the registration;
   *     null for the default of the kind
   */
  public CallConfigBuilder instance(@Nullable InstanceKind instance, @Nullable String bean) {
    this.instance = instance;
    this.bean = bean;
    return this;
  }

  /** Sets how the candidate is asked by HTTP; null if it is not. */
  public CallConfigBuilder http(@Nullable HttpConfig http) {
    this.http = http;
    return this;
  }

  /** Sets where the candidate runs; null for this JVM. */
  public CallConfigBuilder host(@Nullable HostConfig host) {
    this.host = host;
    return this;
  }

  /** Sets the names of the classes whose objects are declared immutable. */
  public CallConfigBuilder immutable(Set<String> immutable) {
    this.immutable = immutable;
    return this;
  }

  /** Sets the names of the exceptions with which the candidate says that it cannot answer. */
  public CallConfigBuilder unanswered(Set<String> unanswered) {
    this.unanswered = unanswered;
    return this;
  }

  /**
   * Sets the packages in and below which implementations and overrides of the control are woven.
   */
  public CallConfigBuilder packages(List<String> packages) {
    this.packages = packages;
    return this;
  }

  /** Sets the share of calls that is captured, from 0 to 1. */
  public CallConfigBuilder sample(double sample) {
    this.sample = sample;
    return this;
  }

  /** Sets the time limit of the candidate. */
  public CallConfigBuilder timeout(Duration timeout) {
    this.timeout = timeout;
    return this;
  }

  /** Sets the time limit for the completion of a stage that either side returns. */
  public CallConfigBuilder completion(Duration completion) {
    this.completion = completion;
    return this;
  }

  /** Sets the bounds of the capture of one call. */
  public CallConfigBuilder bounds(Bounds bounds) {
    this.bounds = bounds;
    return this;
  }

  /** Sets whether the control may be called a second time. */
  public CallConfigBuilder idempotent(boolean idempotent) {
    this.idempotent = idempotent;
    return this;
  }

  /**
   * Sets the share of calls, from 0 to 1, whose control is called a second time. It has no effect
   * if the call point is not idempotent.
   */
  public CallConfigBuilder noise(double noise) {
    this.noise = noise;
    return this;
  }

  /** Sets the order in which calls are replayed. */
  public CallConfigBuilder order(OrderConfig order) {
    this.order = order;
    return this;
  }

  /** Sets the rules of comparison. */
  public CallConfigBuilder rules(Rules rules) {
    this.rules = rules;
    return this;
  }

  /** Sets the accepted differences. */
  public CallConfigBuilder acceptances(Acceptances acceptances) {
    this.acceptances = acceptances;
    return this;
  }

  /** Sets the rules of comparison, together and as single rules. */
  public CallConfigBuilder rules(Rules rules, List<RuleConfig> ruleConfigs) {
    this.rules = rules;
    this.ruleConfigs = ruleConfigs;
    return this;
  }

  /**
   * Sets whether the configuration decides if arguments are compared after the call; the rules then
   * hold the decision. Otherwise it depends on the method.
   */
  public CallConfigBuilder argumentsStated(boolean argumentsStated) {
    this.argumentsStated = argumentsStated;
    return this;
  }

  /** Sets how the control's arguments become those of the candidate. */
  public CallConfigBuilder mapping(MappingConfig mapping) {
    this.mapping = mapping;
    return this;
  }

  /** Creates the call point. */
  public CallConfig build() {
    return new CallConfig(this);
  }
}
