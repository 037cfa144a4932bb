package io.understudy.agent.config;

import io.understudy.compare.rule.RuleScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One rule as the configuration states it, for those who look at rules one by one; what they say
 * together is {@link CallConfig#rules()}. Immutable.
 */
public final class RuleConfig {
  private final String key;
  private final RuleScope scope;
  private final List<String> names;
  private final String line;

  /**
   * States a rule.
   *
   * @param key the key under {@code compare:}
   * @param scope where it holds
   * @param line the rule's name, one line of {@link io.understudy.compare.rule.Rules#describe()}
   * @param names what else it names: parts, a target path, a class
   */
  public RuleConfig(String key, RuleScope scope, String line, String... names) {
    this.key = key;
    this.scope = scope;
    this.line = line;
    this.names = Collections.unmodifiableList(new ArrayList<>(Arrays.asList(names)));
  }

  /** The key under {@code compare:}, {@code keyed} or {@code null-is-empty}. */
  public String key() {
    return key;
  }

  /** Where the rule holds. */
  public RuleScope scope() {
    return scope;
  }

  /**
   * What else the rule names: the parts of {@code keyed}, the target of {@code rename}, the class
   * of {@code comparator}; else empty. Unmodifiable.
   */
  public List<String> names() {
    return names;
  }

  /** The rule's name: its line in the journal and in reports. */
  @Override
  public String toString() {
    return line;
  }
}
