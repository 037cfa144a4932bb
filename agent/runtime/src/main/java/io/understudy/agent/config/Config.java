package io.understudy.agent.config;

import io.understudy.value.Bounds;
import io.understudy.value.view.Views;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The effective configuration: what the file says, then the overrides, then the defaults.
 * Immutable.
 */
public final class Config {
  private final String application;
  private final ErrorPolicy onError;
  private final boolean reload;
  private final JournalConfig journal;
  private final ReplayConfig replay;
  private final Bounds snapshot;
  private final MetricsConfig metrics;
  private final List<CallConfig> calls;
  private final Views views;
  private final List<TypeConfig> types;
  private final List<ConfigProblem> warnings;
  private final String hash;

  /**
   * States a configuration.
   *
   * @param application the name that the evidence carries; fit for a file name
   * @param onError what happens to the application when the agent cannot start
   * @param reload whether the file is loaded anew when it changes
   * @param snapshot what capturing one call may cost where its call point does not say
   * @param calls the call points, in the order of the file; their names differ
   * @param views how classes are seen
   * @param types the same as it was stated, class by class
   * @param warnings what is odd and yet can be used, in the order of the file
   */
  public Config(
      String application,
      ErrorPolicy onError,
      boolean reload,
      JournalConfig journal,
      ReplayConfig replay,
      Bounds snapshot,
      MetricsConfig metrics,
      List<CallConfig> calls,
      Views views,
      List<TypeConfig> types,
      List<ConfigProblem> warnings) {
    this.application = application;
    this.onError = onError;
    this.reload = reload;
    this.journal = journal;
    this.replay = replay;
    this.snapshot = snapshot;
    this.metrics = metrics;
    this.calls = Collections.unmodifiableList(new ArrayList<>(calls));
    this.views = views;
    this.types = Collections.unmodifiableList(new ArrayList<>(types));
    this.warnings = Collections.unmodifiableList(new ArrayList<>(warnings));
    this.hash = ConfigHash.hash(this);
  }

  /** The name that the evidence carries; letters, digits, dots and underscores, so a file name. */
  public String application() {
    return application;
  }

  /** What happens to the application when the agent cannot start. */
  public ErrorPolicy onError() {
    return onError;
  }

  /** Whether the file is loaded anew when it changes. No part of {@link #hash}. */
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

  /** What capturing one call may cost where its call point does not say. */
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

  /** How classes are seen: the keys under {@code types:}. */
  public Views views() {
    return views;
  }

  /** The same as it was stated, class by class, in the order of the file. Unmodifiable. */
  public List<TypeConfig> types() {
    return types;
  }

  /**
   * What is odd in the configuration and yet can be used, in the order of the file: to be told, and
   * nothing else. Unmodifiable.
   */
  public List<ConfigProblem> warnings() {
    return warnings;
  }

  /**
   * SHA-256, in hexadecimal, over every effective value: the same for files that differ in
   * comments, layout, the order of keys, the order of call points and of rules, or in spelling out
   * a default.
   */
  public String hash() {
    return hash;
  }
}
