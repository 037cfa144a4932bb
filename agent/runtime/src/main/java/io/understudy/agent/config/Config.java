package io.understudy.agent.config;

import io.understudy.value.Bounds;
import io.understudy.value.view.Views;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The effective configuration: an override replaces the value of the file, and an absent value has
 * its default. Immutable.
 */
public final class Config {
  private final String application;
  private final ErrorPolicy onError;
  private final boolean reload;
  private final JournalConfig journal;
  private final ReplayConfig replay;
  private final BudgetConfig budget;
  private final Bounds snapshot;
  private final MetricsConfig metrics;
  private final List<CallConfig> calls;
  private final Views views;
  private final List<TypeConfig> types;
  private final List<RuleConfig> defaultRules;
  private final List<ConfigProblem> warnings;
  private final String hash;

  /**
   * Creates a configuration and its hash.
   *
   * @param application the application's name in the evidence; valid as a file name
   * @param onError what happens to the application when the agent cannot start
   * @param reload whether a changed file is loaded again
   * @param journal the keys under {@code journal:}
   * @param replay the keys under {@code replay:}
   * @param budget the keys under {@code budget:}
   * @param snapshot the default bounds of the capture of one call
   * @param metrics the keys under {@code metrics:}
   * @param calls the call points, in the order of the file; their names differ
   * @param views the views of classes
   * @param types the same views, class by class
   * @param defaultRules the rules of comparison for all call points
   * @param warnings problems that do not prevent the use, in the order of the file
   */
  public Config(
      String application,
      ErrorPolicy onError,
      boolean reload,
      JournalConfig journal,
      ReplayConfig replay,
      BudgetConfig budget,
      Bounds snapshot,
      MetricsConfig metrics,
      List<CallConfig> calls,
      Views views,
      List<TypeConfig> types,
      List<RuleConfig> defaultRules,
      List<ConfigProblem> warnings) {
    this.application = application;
    this.onError = onError;
    this.reload = reload;
    this.journal = journal;
    this.replay = replay;
    this.budget = budget;
    this.snapshot = snapshot;
    this.metrics = metrics;
    this.calls = Collections.unmodifiableList(new ArrayList<>(calls));
    this.views = views;
    this.types = Collections.unmodifiableList(new ArrayList<>(types));
    this.defaultRules = Collections.unmodifiableList(new ArrayList<>(defaultRules));
    this.warnings = Collections.unmodifiableList(new ArrayList<>(warnings));
    this.hash = ConfigHash.hash(this);
  }

  /** The application's name in the evidence: letters, digits, dots, hyphens and underscores. */
  public String application() {
    return application;
  }

  /** What happens to the application when the agent cannot start. */
  public ErrorPolicy onError() {
    return onError;
  }

  /** Whether a changed file is loaded again. Not part of {@link #hash}. */
  public boolean reload() {
    return reload;
  }

  /** The keys under {@code journal:}. */
  public JournalConfig journal() {
    return journal;
  }

  /** The keys under {@code replay:}. */
  public ReplayConfig replay() {
    return replay;
  }

  /** The keys under {@code budget:}. */
  public BudgetConfig budget() {
    return budget;
  }

  /** The bounds of the capture of one call, for call points that set none. */
  public Bounds snapshot() {
    return snapshot;
  }

  /** The keys under {@code metrics:}. */
  public MetricsConfig metrics() {
    return metrics;
  }

  /** The call points, in the order of the file, at least one. Unmodifiable. */
  public List<CallConfig> calls() {
    return calls;
  }

  /** The views of classes: the keys under {@code types:}. */
  public Views views() {
    return views;
  }

  /** The same views, class by class, in the order of the file. Unmodifiable. */
  public List<TypeConfig> types() {
    return types;
  }

  /**
   * The rules of comparison for all call points, in the order of the file. The rules of a call
   * point contain those that it does not replace. Unmodifiable.
   */
  public List<RuleConfig> defaultRules() {
    return defaultRules;
  }

  /**
   * Problems that do not prevent the use of the configuration, in the order of the file. They are
   * logged only. Unmodifiable.
   */
  public List<ConfigProblem> warnings() {
    return warnings;
  }

  /** Whether another configuration has the same effect, with the same files of candidates. */
  public boolean hasEffectOf(Config other) {
    return hash.equals(other.hash) && state().equals(other.state());
  }

  /**
   * A text that changes if a file that the configuration names changes, such as a jar of a
   * candidate. Not part of {@link #hash}.
   */
  public String state() {
    StringBuilder state = new StringBuilder();
    for (CallConfig call : calls) {
      IsolationConfig isolation = call.isolation();
      if (isolation != null) {
        state.append(isolation.state());
      }
    }
    return state.toString();
  }

  /**
   * SHA-256 over every effective value, in hexadecimal. Comments, layout, the order of keys, call
   * points and rules, and explicit defaults do not change it.
   */
  public String hash() {
    return hash;
  }
}
