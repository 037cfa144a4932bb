package io.understudy.agent.config;

import io.understudy.compare.rule.RuleScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One rule of the configuration, for checks of single rules; {@link CallConfig#rules()} holds all
 * rules together. Immutable.
 */
public final class RuleConfig {
  private final String key;
  private final RuleScope scope;
  private final List<String> names;
  private final String line;
  private final boolean isDefault;

  /**
   * Creates a rule.
   *
   * @param key the key under {@code compare:}
   * @param scope where the rule applies
   * @param line the rule's line in {@link io.understudy.compare.rule.Rules#describe()}
   * @param names further names in the rule: parts, a target path, a class
   */
  public RuleConfig(String key, RuleScope scope, String line, String... names) {
    this(
        key,
        scope,
        line,
        false,
        Collections.unmodifiableList(new ArrayList<>(Arrays.asList(names))));
  }

  private RuleConfig(
      String key, RuleScope scope, String line, boolean isDefault, List<String> names) {
    this.key = key;
    this.scope = scope;
    this.line = line;
    this.isDefault = isDefault;
    this.names = names;
  }

  /** Returns the same rule, as one of the defaults for all call points. */
  public RuleConfig asDefault() {
    return new RuleConfig(key, scope, line, true, names);
  }

  /** Whether the rule is one of the defaults for all call points. */
  public boolean isDefault() {
    return isDefault;
  }

  /** The key under {@code compare:}, such as {@code keyed} or {@code null-is-empty}. */
  public String key() {
    return key;
  }

  /** Where the rule applies. */
  public RuleScope scope() {
    return scope;
  }

  /**
   * Further names in the rule: the parts of {@code keyed}, the target of {@code rename}, the class
   * of {@code comparator}; otherwise empty. Unmodifiable.
   */
  public List<String> names() {
    return names;
  }

  /** The rule's line in the journal and in reports. */
  @Override
  public String toString() {
    return line;
  }
}
