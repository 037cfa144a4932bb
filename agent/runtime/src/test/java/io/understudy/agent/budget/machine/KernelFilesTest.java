package io.understudy.agent.budget.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts as kernels write them. */
class KernelFilesTest {
  private static final String STAT =
      "cpu  100 30 20 1000 50 0 1 0 0 0\n"
          + "cpu0 50 10 10 500 25 0 1 0 0 0\n"
          + "cpu1 50 20 10 400 25 0 0 0 0 0\n"
          + "intr 123 0 0\n"
          + "ctxt 99\n";

  @TempDir Path directory;

  @Test
  void idleTimeIncludesThatOfNiceTasksAndOfWaitingForDisks() {
    assertThat(ProcessorTimes.idleNanos(STAT, null))
        .isEqualTo((10 + 500 + 25 + 20 + 400 + 25) * 10_000_000L);
  }

  @Test
  void onlyAllowedProcessorsCount() {
    assertThat(ProcessorTimes.idleNanos(STAT, ProcessorTimes.list("1,4-7")))
        .isEqualTo((20 + 400 + 25) * 10_000_000L);
    assertThat(ProcessorTimes.idleNanos(STAT, ProcessorTimes.list("4"))).isEqualTo(-1);
  }

  @Test
  void otherTextsReportNothing() {
    assertThat(ProcessorTimes.idleNanos("", null)).isEqualTo(-1);
    assertThat(ProcessorTimes.idleNanos("cpu0 a b c d e f\n", null)).isEqualTo(-1);
    assertThat(ProcessorTimes.list("x")).isNull();
    assertThat(ProcessorTimes.allowed("Name:\tjava\n")).isNull();
    assertThat(RunQueue.running("")).isZero();
    assertThat(RunQueue.running("0.20 0.18 x/80 11206")).isZero();
  }

  @Test
  void allowedProcessorsAreInTheStatus() {
    assertThat(ProcessorTimes.allowed("Name:\tjava\nCpus_allowed_list:\t0-1,3\nx:\ty\n"))
        .hasToString("{0, 1, 3}");
    assertThat(ProcessorTimes.count(STAT)).isEqualTo(2);
  }

  @Test
  void runningTasksAreInTheLoad() {
    assertThat(RunQueue.running("0.20 0.18 0.12 3/80 11206\n")).isEqualTo(3);
  }

  private void write(String name, String text) throws Exception {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void limitOfVersionTwo() throws Exception {
    write("app/cpu.stat", "usage_usec 5\nnr_periods 9\nnr_throttled 7\nthrottled_usec 3\n");
    write("app/cpu.max", "150000 100000\n");
    ContainerLimit limit = ContainerLimit.find("0::/app\n", directory.toString());

    assertThat(limit.processors()).isEqualTo(1.5);
    assertThat(limit.throttledPeriods()).isEqualTo(7);
  }

  @Test
  void limitOfVersionOneInsideOfAContainer() throws Exception {
    write("cpu,cpuacct/cpu.stat", "nr_periods 9\nnr_throttled 2\nthrottled_time 3\n");
    write("cpu,cpuacct/cpu.cfs_quota_us", "50000\n");
    write("cpu,cpuacct/cpu.cfs_period_us", "100000\n");
    ContainerLimit limit =
        ContainerLimit.find("4:cpu,cpuacct:/docker/1234\n3:memory:/\n", directory.toString());

    assertThat(limit.processors()).isEqualTo(0.5);
    assertThat(limit.throttledPeriods()).isEqualTo(2);
  }

  @Test
  void limitOfAGroupAroundIt() throws Exception {
    write("pods/app/cpu.stat", "nr_throttled 1\n");
    write("pods/app/cpu.max", "max 100000\n");
    write("pods/cpu.stat", "nr_throttled 4\n");
    write("pods/cpu.max", "120000 100000\n");
    write("cpu.stat", "usage_usec 5\n");
    ContainerLimit limit = ContainerLimit.find("0::/pods/app\n", directory.toString());

    assertThat(limit.processors()).isEqualTo(1.2);
    assertThat(limit.throttledPeriods()).isEqualTo(5);
  }

  @Test
  void groupWithoutALimit() throws Exception {
    write("app/cpu.stat", "usage_usec 5\n");
    write("app/cpu.max", "max 100000\n");

    ContainerLimit limit = ContainerLimit.find("0::/app\n", directory.toString());
    assertThat(limit.processors()).isInfinite();
    assertThat(limit.throttledPeriods()).isEqualTo(-1);
    assertThat(ContainerLimit.find("", directory.toString()).processors()).isInfinite();
  }

  @Test
  void readingOfThisMachineHasProcessors() {
    MachineReading reading = new JvmMeter().read();

    assertThat(reading.processors()).isPositive();
    assertThat(reading.processCpuNanos()).isPositive();
  }

  @Test
  void limitOfAGroupAroundItAlone() throws Exception {
    write("slice/cpu.stat", "nr_throttled 4\n");
    write("slice/cpu.max", "50000 100000\n");
    write("slice/app/cpu.stat", "usage_usec 5\n");
    ContainerLimit limit = ContainerLimit.find("0::/slice/app\n", directory.toString());

    assertThat(limit.processors()).isEqualTo(0.5);
    assertThat(limit.throttledPeriods()).isEqualTo(4);
  }

  @Test
  void processThatMayNotUseAllProcessors() {
    assertThat(ProcessorTimes.areAll(STAT, Objects.requireNonNull(ProcessorTimes.list("0-63"))))
        .isTrue();
    assertThat(ProcessorTimes.areAll(STAT, Objects.requireNonNull(ProcessorTimes.list("0"))))
        .isFalse();
  }

  @Test
  void idleTimeIsReadAgainAfterASlowFirstReading() throws Exception {
    JvmMeter meter = new JvmMeter();
    meter.read();
    long start = System.nanoTime();
    boolean isKnown = false;
    while (!isKnown && System.nanoTime() - start < 6_000_000_000L) {
      Thread.sleep(50);
      isKnown = meter.read().idleNanos() >= 0;
    }

    assertThat(isKnown).isEqualTo(Files.exists(Paths.get("/proc/stat")));
  }
}
