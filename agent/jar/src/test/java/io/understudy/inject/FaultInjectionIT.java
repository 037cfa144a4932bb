package io.understudy.inject;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LongSuite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * L3, L1: errors of the JVM, interrupts and failures of the disk at each site of the agent. After
 * each fault the journal agrees with the application's own count, the application has got the
 * results of its controls, and all threads of the agent live.
 *
 * <p>{@code -Dunderstudy.faults=each} raises each fault at each site once, {@code all} also at its
 * second and tenth execution and several times in a row, which takes hours. With {@code
 * -Dunderstudy.faults.directory} such a run is continued, and {@code -Dunderstudy.faults.minutes}
 * ends it early. Otherwise a share of the sites fails once, another share on each Java version.
 */
class FaultInjectionIT {
  private static final String FAULTS = System.getProperty("understudy.faults", "one");
  private static final long MINUTES = Long.getLong("understudy.faults.minutes", 24 * 60);

  /** One in so many sites fails on each Java version. */
  private static final int SHARE = 48;

  private static final int SINGLE_RUNS = 4;

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource(17)
  void sampleOfAllSites(int java) throws Exception {
    run(java, "parts=90 part=7");
  }

  @LongSuite
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void eachSite(int java) throws Exception {
    boolean isShare = FAULTS.equals("one");
    int part = java == 8 ? 0 : java == 25 ? 2 : 1;
    run(java, isShare ? "parts=" + SHARE + " part=" + part : "faults=" + FAULTS);
  }

  /** The bridge runs in the methods of the JDK that are guarded, and in the application's calls. */
  @LongSuite
  @ParameterizedTest(name = "Java {0}")
  @JvmSource(8)
  void eachSiteOfTheBridge(int java) throws Exception {
    run(java, "faults=each only=bridge.");
  }

  /** Under a budget that sheds some calls; a sample of the sites unless all are asked for. */
  @LongSuite
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void eachSiteOfTheBudget(int java) throws Exception {
    String share = FAULTS.equals("one") ? " parts=8 part=" + (java == 8 ? 3 : 5) : "";
    run(
        java,
        "faults=each only=agent.budget." + share,
        "budget: { cpu: 90%, caller: unlimited }\n");
  }

  /** A sample of the sites unless all faults are asked for, since each needs a JVM of its own. */
  @LongSuite
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void startAndEnd(int java) throws Exception {
    SingleRuns runs = new SingleRuns(new Injection(java, directory), directory);
    List<Integer> starts = runs.sites("START");
    List<Integer> ends = runs.sites("END");
    assertThat(starts).hasSizeGreaterThan(100);
    assertThat(ends).hasSizeGreaterThan(50);
    for (int i = 0; i < starts.size(); i += step(starts)) {
      runs.start(starts.get(i), i);
    }
    for (int i = 0; i < ends.size(); i += step(ends)) {
      runs.end(ends.get(i), i);
    }
    assertThat(runs.failures()).isEmpty();
  }

  private static int step(List<Integer> sites) {
    return !FAULTS.equals("one") ? 1 : sites.size() / SINGLE_RUNS;
  }

  private void run(int java, String plan) throws Exception {
    run(java, plan, ChildJvm.UNLIMITED);
  }

  private void run(int java, String plan, String budget) throws Exception {
    String kept = System.getProperty("understudy.faults.directory", "");
    Path in = kept.isEmpty() ? directory : Paths.get(kept, "java-" + java);
    Injection injection = new Injection(java, Files.createDirectories(in), budget);
    InjectionResults results = injection.run(plan, TimeUnit.MINUTES.toSeconds(MINUTES));
    String name = "target/faults-java-" + java + "-" + plan.replaceAll("\\W+", "-");
    Coverage coverage = results.coverage();
    Files.write(Paths.get(name + ".md"), coverage.tables().getBytes(StandardCharsets.UTF_8));
    Files.write(
        Paths.get(name + "-untried.tsv"), coverage.untried().getBytes(StandardCharsets.UTF_8));
    assertThat(results.failures()).isEmpty();
    assertThat(results.experiments()).as("faults raised").isGreaterThan(40);
  }
}
