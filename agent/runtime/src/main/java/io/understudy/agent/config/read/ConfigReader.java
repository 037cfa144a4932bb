package io.understudy.agent.config.read;

import io.understudy.agent.config.BudgetConfig;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ErrorPolicy;
import io.understudy.agent.config.JournalConfig;
import io.understudy.agent.config.MetricsConfig;
import io.understudy.agent.config.ReplayConfig;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.value.Bounds;
import io.understudy.value.PathPattern;
import java.nio.file.Paths;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts the YAML tree to the configuration: reads the keys in the order of the documentation,
 * with their defaults. Not thread-safe.
 */
final class ConfigReader {
  static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private final Section root;
  private final ConfigProblems problems;
  private final LocalDate today;

  /** Creates a reader of the root; {@code today} is the day in UTC. */
  ConfigReader(YamlNode.Mapping root, ConfigProblems problems, LocalDate today) {
    this.today = today;
    this.root = new Section(root, "", problems);
    this.problems = problems;
  }

  /** Reads the configuration; null if there are problems. */
  @Nullable Config read() {
    String application =
        root.value(
            "application",
            "application",
            ValueKinds.text("1 to 64 letters, digits, dots, hyphens and underscores", NAME));
    ErrorPolicy onError =
        root.value("on-error", ErrorPolicy.DISABLE, ValueKinds.choice(ErrorPolicy.class));
    problems.onError(onError);
    boolean reload = root.value("reload", true, ValueKinds.flag());
    JournalConfig journal = readJournal(root.section("journal"));
    BudgetConfig budget = readBudget(root.section("budget"));
    ReplayConfig replay = readReplay(root.section("replay"), budget);
    Bounds snapshot = bounds(root.section("snapshot"), Bounds.DEFAULT);
    MetricsConfig metrics = readMetrics(root.section("metrics"));
    TypesReader types = new TypesReader(root, problems);
    double noise = noise(root.section("noise"), 0);
    List<String> packages = PackagesReader.read(root, problems, Collections.emptyList());
    Set<String> immutable = ImmutableReader.read(root, problems, Collections.emptySet());
    CompareReader defaults = readDefaults(root.optionalSection("compare"));
    List<CallConfig> calls =
        new CallsReader(
                root,
                problems,
                replay,
                snapshot,
                noise,
                packages,
                immutable,
                defaults,
                types.typeConfigs(),
                today)
            .read();
    root.refuseUnknownKeys();
    warnOfUnusedNoise(noise, calls);
    return problems.isEmpty()
        ? new Config(
            application,
            onError,
            reload,
            journal,
            replay,
            budget,
            snapshot,
            metrics,
            calls,
            types.views(),
            types.typeConfigs(),
            defaults == null ? Collections.emptyList() : defaults.ruleConfigs(),
            problems.warnings())
        : null;
  }

  /** Reads the rules of comparison for all call points; null for none. */
  private @Nullable CompareReader readDefaults(@Nullable Section section) {
    if (section == null) {
      return null;
    }
    CompareReader defaults = new CompareReader(section, problems, null);
    defaults.rules(); // Adds the contradictions among them.
    return defaults;
  }

  private void warnOfUnusedNoise(double noise, List<CallConfig> calls) {
    YamlNode given = root.take("noise");
    if (given != null && noise > 0 && calls.stream().noneMatch(CallConfig::idempotent)) {
      problems.warn(
          given.where(),
          "noise",
          "has no effect: a control is called twice only if its call point sets idempotent:"
              + " true, and no call point does");
    }
  }

  /** Reads the share of calls of a {@code noise:}; {@code otherwise} if it is absent. */
  static double noise(Section section, double otherwise) {
    double noise = section.value("repeat", otherwise, UnitValueKinds.share());
    section.refuseUnknownKeys();
    return noise;
  }

  private static JournalConfig readJournal(Section section) {
    List<PathPattern> redact = new ArrayList<>();
    section.list("redact", ValueKinds.path()).forEach(placed -> redact.add(placed.value));
    Section rotate = section.section("rotate");
    JournalConfig journal =
        new JournalConfig(
            section.value("directory", Paths.get("understudy"), ValueKinds.directory()),
            redact,
            section.value("flush", Duration.ofSeconds(10), UnitValueKinds.duration("10ms", "1m")),
            rotate.value("size", 256L << 20, UnitValueKinds.size("64KB", "1TB")),
            section.value("examples-per-hour", 10, ValueKinds.whole(0, 100_000)));
    rotate.refuseUnknownKeys();
    section.refuseUnknownKeys();
    return journal;
  }

  private static BudgetConfig readBudget(Section section) {
    ValueKind<Double> share = UnitValueKinds.shareOrUnlimited(BudgetConfig.UNLIMITED);
    BudgetConfig budget =
        new BudgetConfig(
            section.value("cpu", BudgetConfig.STANDARD.cpu(), share),
            section.value("caller", BudgetConfig.STANDARD.caller(), share));
    section.refuseUnknownKeys();
    return budget;
  }

  private static ReplayConfig readReplay(Section section, BudgetConfig budget) {
    Section queue = section.section("queue");
    ReplayConfig replay =
        new ReplayConfig(
            section.value("threads", 2, ValueKinds.whole(1, 256)),
            queue.value("calls", 4096, ValueKinds.whole(1, 4_000_000)),
            queue.value("bytes", 8L << 20, UnitValueKinds.size("1KB", "1TB")),
            section.value("timeout", Duration.ofSeconds(2), UnitValueKinds.duration("1ms", "1h")),
            section.value(
                "completion", Duration.ofSeconds(30), UnitValueKinds.duration("1ms", "1h")),
            section.value("stuck", 8, ValueKinds.whole(0, 1024)),
            section.value("drain", Duration.ofSeconds(5), UnitValueKinds.duration("0s", "10m")),
            section.value(
                "comparison", ReplayConfig.COMPARISON, UnitValueKinds.duration("10ms", "10m")),
            section.value("allocation", 0L, UnitValueKinds.size("1MB", "1TB")),
            section.value("stop", true, ValueKinds.flag()),
            properties(section),
            queue.value(
                "age",
                // Without a limit of CPU time calls wait as long as there is room.
                budget.limitsCpu() ? ReplayConfig.QUEUE_AGE : Duration.ZERO,
                UnitValueKinds.duration("10ms", "1h")));
    queue.refuseUnknownKeys();
    section.refuseUnknownKeys();
    return replay;
  }

  private static List<String> properties(Section section) {
    List<String> names = new ArrayList<>();
    section
        .list(
            "properties",
            ValueKinds.text(
                "a system property such as java.awt.headless, or a prefix such as com.acme.*",
                "[^\\s*]+\\*?"))
        .forEach(placed -> names.add(placed.value));
    return names;
  }

  /** Reads the keys of a {@code snapshot:}; an absent key has its value from {@code otherwise}. */
  static Bounds bounds(Section section, Bounds otherwise) {
    Bounds bounds =
        new Bounds(
            section.value("nodes", otherwise.nodes(), ValueKinds.whole(1, 100_000_000)),
            section.value("bytes", otherwise.bytes(), UnitValueKinds.size("1KB", "1TB")),
            section
                .value(
                    "time",
                    Duration.ofNanos(otherwise.nanos()),
                    UnitValueKinds.duration("10us", "1m"))
                .toNanos());
    section.refuseUnknownKeys();
    return bounds;
  }

  private static MetricsConfig readMetrics(Section section) {
    Section prometheus = section.optionalSection("prometheus");
    section.refuseUnknownKeys();
    if (prometheus == null) {
      return new MetricsConfig(null);
    }
    MetricsConfig.Prometheus endpoint =
        new MetricsConfig.Prometheus(
            prometheus.value(
                "host",
                "127.0.0.1",
                ValueKinds.text("a host name or address", "[A-Za-z0-9._:%-]+")),
            prometheus.value("port", 9464, ValueKinds.whole(0, 65535)));
    prometheus.refuseUnknownKeys();
    return new MetricsConfig(endpoint);
  }
}
