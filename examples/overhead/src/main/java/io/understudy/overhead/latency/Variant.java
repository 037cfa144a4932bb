package io.understudy.overhead.latency;

import java.util.List;
import java.util.Locale;

/** A way to run the application: with or without an agent, or shadowed by itself. */
enum Variant {
  NO_AGENT("no agent"),
  NO_AGENT_AGAIN("no agent, again"),
  PAUSED("paused", Sample.ALL, Budget.DEFAULT),
  SAMPLED("1 % sampled", Sample.ONE_PERCENT, Budget.DEFAULT),
  DEFAULT("100 %, default budget", Sample.ALL, Budget.DEFAULT),
  UNLIMITED("100 %, no budget", Sample.ALL, Budget.UNLIMITED),
  HANGING("100 %, the candidate hangs", Sample.ALL, Budget.DEFAULT),
  SLOW("100 %, the candidate is ten times slower", Sample.ALL, Budget.DEFAULT),
  DISK_FULL("100 %, the journal's disk is full", Sample.ALL, Budget.DEFAULT),
  OPENTELEMETRY("OpenTelemetry, this method, exporters off"),
  HANDWRITTEN("hand-written, Jackson copies", Shadow.HANDWRITTEN),
  HANDWRITTEN_SAMPLED("hand-written, 1 % sampled", Shadow.HANDWRITTEN_SAMPLED),
  SCIENTIST("Scientist4J runAsync, no copies", Shadow.SCIENTIST),
  SCIENTIST_SAMPLED("Scientist4J runAsync, 1 % sampled", Shadow.SCIENTIST_SAMPLED);

  /** Variants that are also measured from the first call on; the first two are the reference. */
  static final List<Variant> COLD =
      List.of(NO_AGENT, NO_AGENT_AGAIN, DEFAULT, UNLIMITED, OPENTELEMETRY, HANDWRITTEN);

  /** Variants that are also measured without traffic. */
  static final List<Variant> IDLE =
      List.of(NO_AGENT, NO_AGENT_AGAIN, DEFAULT, UNLIMITED, PAUSED, OPENTELEMETRY);

  final String title;
  final Shadow shadow;
  private final boolean isUnderstudy;
  private final Sample sample;
  private final Budget budget;

  Variant(String title) {
    this(title, Shadow.NONE, false, Sample.ALL, Budget.DEFAULT);
  }

  Variant(String title, Shadow shadow) {
    this(title, shadow, false, Sample.ALL, Budget.DEFAULT);
  }

  Variant(String title, Sample sample, Budget budget) {
    this("Understudy, " + title, Shadow.NONE, true, sample, budget);
  }

  Variant(String title, Shadow shadow, boolean isUnderstudy, Sample sample, Budget budget) {
    this.title = title;
    this.shadow = shadow;
    this.isUnderstudy = isUnderstudy;
    this.sample = sample;
    this.budget = budget;
  }

  boolean isUnderstudy() {
    return isUnderstudy;
  }

  boolean isScientist() {
    return this == SCIENTIST || this == SCIENTIST_SAMPLED;
  }

  /** Whether it compares calls at all. */
  boolean isComparing() {
    return isUnderstudy || shadow != Shadow.NONE;
  }

  /** The steps of the candidate for each step of the control. */
  int slowness() {
    return this == SLOW ? 10 : 1;
  }

  /** Its name on the command line. */
  String argument() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The agent's configuration.
   *
   * @param journal an absolute path
   * @param hasBudget whether this agent knows the key
   */
  String yaml(String journal, boolean hasBudget) {
    return """
        application: latency
        journal: { directory: "%s" }
        %scalls:
          - { name: quote, control: io.understudy.overhead.latency.Pricing#quote, \
        candidate: io.understudy.overhead.latency.NextPricing#quote, sample: %s }
        """
        .formatted(journal, hasBudget ? budget.yaml : "", sample.yaml);
  }

  private enum Sample {
    ALL("100%"),
    ONE_PERCENT("1%");

    private final String yaml;

    Sample(String yaml) {
      this.yaml = yaml;
    }
  }

  private enum Budget {
    DEFAULT(""),
    UNLIMITED("budget: { cpu: unlimited, caller: unlimited }\n");

    private final String yaml;

    Budget(String yaml) {
      this.yaml = yaml;
    }
  }
}
