package io.understudy.agent.config;

import io.understudy.compare.accept.Acceptances;
import io.understudy.compare.rule.Rules;
import io.understudy.value.Bounds;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is said of one call point; what is not said has its default. Not thread-safe. */
public final class CallConfigBuilder {
  final String name;
  final MethodRef control;
  final MethodRef candidate;
  @Nullable MethodRef factory;
  List<String> packages = Collections.emptyList();
  Set<String> immutable = Collections.emptySet();
  double sample = 1;
  Duration timeout = Duration.ofSeconds(2);
  Duration completion = Duration.ofSeconds(30);
  Bounds bounds = Bounds.DEFAULT;
  boolean idempotent;
  double noise;
  Rules rules = Rules.none();
  Acceptances acceptances = Acceptances.none();
  List<RuleConfig> stated = Collections.emptyList();
  boolean argumentsStated = true;

  CallConfigBuilder(String name, MethodRef control, MethodRef candidate) {
    this.name = name;
    this.control = control;
    this.candidate = candidate;
  }

  /** The static method that gives the candidate's instance; null for its constructor. */
  public CallConfigBuilder factory(@Nullable MethodRef factory) {
    this.factory = factory;
    return this;
  }

  /** The classes whose objects are said never to change. */
  public CallConfigBuilder immutable(Set<String> immutable) {
    this.immutable = immutable;
    return this;
  }

  /** The packages below which all that implements or overrides the control is woven. */
  public CallConfigBuilder packages(List<String> packages) {
    this.packages = packages;
    return this;
  }

  /** The share of calls that is taken, from 0 to 1. */
  public CallConfigBuilder sample(double sample) {
    this.sample = sample;
    return this;
  }

  /** How long the candidate may take. */
  public CallConfigBuilder timeout(Duration timeout) {
    this.timeout = timeout;
    return this;
  }

  /** How long a stage that either side has returned may take to complete. */
  public CallConfigBuilder completion(Duration completion) {
    this.completion = completion;
    return this;
  }

  /** What capturing one call may cost. */
  public CallConfigBuilder bounds(Bounds bounds) {
    this.bounds = bounds;
    return this;
  }

  /** Whether the control may be asked a second time. */
  public CallConfigBuilder idempotent(boolean idempotent) {
    this.idempotent = idempotent;
    return this;
  }

  /**
   * The share of calls, from 0 to 1, of which the control is asked a second time; without effect
   * where the call point is not idempotent.
   */
  public CallConfigBuilder noise(double noise) {
    this.noise = noise;
    return this;
  }

  /** What counts as equal. */
  public CallConfigBuilder rules(Rules rules) {
    this.rules = rules;
    return this;
  }

  /** Which differences were agreed on. */
  public CallConfigBuilder acceptances(Acceptances acceptances) {
    this.acceptances = acceptances;
    return this;
  }

  /** What counts as equal, and the same rules one by one. */
  public CallConfigBuilder rules(Rules rules, List<RuleConfig> stated) {
    this.rules = rules;
    this.stated = stated;
    return this;
  }

  /**
   * Whether it is said, either way, that arguments are compared as they stand after the call; the
   * rules say how. Where it is not said, that depends on the method.
   */
  public CallConfigBuilder argumentsStated(boolean argumentsStated) {
    this.argumentsStated = argumentsStated;
    return this;
  }

  /** The call point. */
  public CallConfig build() {
    return new CallConfig(this);
  }
}
