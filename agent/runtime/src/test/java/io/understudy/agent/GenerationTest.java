package io.understudy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.agent.weave.BridgeKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One generation after another, wired but never started. */
class GenerationTest {
  @TempDir Path directory;

  private static final class Lines implements Log {
    final List<String> lines = new ArrayList<>();

    @Override
    public void info(String text) {
      lines.add(text);
    }

    @Override
    public void warn(String text) {
      lines.add(text);
    }

    @Override
    public void warn(String text, Throwable cause) {
      lines.add(text);
    }

    @Override
    public void warnOnce(String key, String text) {
      lines.add(text);
    }

    @Override
    public void warnOnce(String key, String text, @Nullable Throwable cause) {
      lines.add(text);
    }

    @Override
    public void fatal(String text) {
      lines.add(text);
    }
  }

  private final Lines log = new Lines();

  private Config config(String... names) throws Exception {
    StringBuilder yaml = new StringBuilder();
    yaml.append("application: billing\njournal: { directory: ").append(directory).append(" }\n");
    yaml.append("calls:\n");
    for (String name : names) {
      yaml.append("  - name: ").append(name.split(" ")[0]).append('\n');
      yaml.append("    control: com.acme.Old#").append(name.split(" ")[1]).append('\n');
      yaml.append("    candidate: com.acme.New#go\n");
    }
    Path file = directory.resolve("understudy.yaml");
    Files.write(file, yaml.toString().getBytes(StandardCharsets.UTF_8));
    return ConfigLoader.load(file.toString());
  }

  private Generation generation(@Nullable Generation before, String... names) throws Exception {
    return new Generation(BridgeKeys.KEY, config(names), new AgentThreads(log), log, before);
  }

  @Test
  void wiringStartsNoThreadAndReportsNothing() throws Exception {
    Config config = config("quote quote", "total total"); // a thread reads the file
    int threads = Thread.activeCount();
    Generation generation =
        new Generation(BridgeKeys.KEY, config, new AgentThreads(log), log, null);
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    assertThat(generation.points).hasSize(2);
    assertThat(generation.points.get(1).id()).isEqualTo(1);
    assertThat(generation.inFlight()).isZero();
    assertThat(log.lines).isEmpty();
  }

  @Test
  void pausedPointStaysPausedUnderItsName() throws Exception {
    Generation first = generation(null, "quote quote", "total total");
    first.points.get(0).pause(true);
    Generation second = generation(first, "total total", "quote other");
    assertThat(second.points.get(0).isPaused()).isFalse();
    assertThat(second.points.get(1).isPaused()).isTrue();
  }

  @Test
  void callsInFlightAreSummedOverThePoints() throws Exception {
    Generation generation = generation(null, "quote quote", "total total");
    generation.points.get(0).ledger().page().intercepted();
    generation.points.get(1).ledger().page().intercepted();
    generation.points.get(1).ledger().page().intercepted();
    assertThat(generation.inFlight()).isEqualTo(3);
  }

  @Test
  void summaryNamesAddedAndRemovedPoints() throws Exception {
    Generation first = generation(null, "quote quote", "total total", "old old");
    Generation second = generation(first, "quote quote", "total total", "new fresh");
    assertThat(ReloadSummary.between(first, second, 4))
        .isEqualTo(
            "reloaded, 3 call points, new: new, gone: old; classes transformed: 4; configuration"
                + " hash "
                + second.config.hash());
    assertThat(ReloadSummary.between(second, second, 0))
        .startsWith("reloaded, 3 call points; classes transformed: 0; ");
  }

  @Test
  void statusDescribesTheGeneration() throws Exception {
    Generation generation = generation(null, "quote quote");
    Instant since = Instant.ofEpochSecond(1_700_000_000);
    ConfigSource source = ConfigSource.of("understudy.yaml;replay.threads=4");
    Map<String, Object> configuration =
        StatusOverview.configuration(source, generation, since, true, null, null);
    Map<String, Object> status = StatusOverview.of(generation, since, configuration);
    assertThat(status)
        .containsEntry("application", "billing")
        .containsEntry("since", "2023-11-14T22:13:20Z")
        .containsEntry("version", Version.current())
        .containsEntry("openBreakers", 0)
        .containsKeys("pid", "jvm", "journal", "queue", "threads", "points");
    assertThat((List<?>) status.get("points")).hasSize(1);
    assertThat(configuration)
        .containsEntry("file", "understudy.yaml")
        .containsEntry("overrides", "replay.threads=4")
        .containsEntry("hash", generation.config.hash())
        .containsEntry("watched", true);
  }

  @Test
  void statusShowsTheErrorOfTheLastReload() throws Exception {
    Generation generation = generation(null, "quote quote");
    Map<String, Object> configuration =
        StatusOverview.configuration(
            ConfigSource.of("a.yaml"),
            generation,
            Instant.EPOCH,
            false,
            "a.yaml:1: unknown key",
            Instant.ofEpochSecond(1_700_000_000));
    assertThat(configuration)
        .containsEntry("lastReloadError", "a.yaml:1: unknown key")
        .containsEntry("lastReloadErrorAt", "2023-11-14T22:13:20Z")
        .containsEntry("watched", false);
  }
}
