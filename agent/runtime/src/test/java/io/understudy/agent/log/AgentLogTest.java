package io.understudy.agent.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentLogTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream operator = new ByteArrayOutputStream();
  private final AgentLog log = new AgentLog(operator);

  @Test
  void messagesWaitForTheFile() throws IOException {
    log.info("started");
    log.drain();
    log.openIn(directory, "billing", 42);
    log.warn("slow");
    log.drain();
    assertThat(texts()).containsExactly("INFO [main] started", "WARN [main] slow");
    log.close();
  }

  @Test
  void warnOnceLogsOneTextForEachKey() throws IOException {
    log.openIn(directory, "billing", 42);
    log.warnOnce("quote", "quote: first");
    log.warnOnce("quote", "quote: second");
    log.warnOnce("refund", "refund: first");
    log.close();
    assertThat(texts()).containsExactly("WARN [main] quote: first", "WARN [main] refund: first");
  }

  @Test
  void exceptionIsShownWithoutItsMessages() throws IOException {
    log.openIn(directory, "billing", 42);
    log.warn("no answer", new IllegalStateException("card 4711", new IOException("card 4712")));
    log.close();
    String all = String.join("\n", lines());
    assertThat(all)
        .contains("no answer: java.lang.IllegalStateException\n    at io.understudy.agent.log.")
        .contains("  caused by java.io.IOException\n")
        .doesNotContain("471");
  }

  @Test
  void textCannotForgeALine() throws IOException {
    log.openIn(directory, "billing", 42);
    log.warn("class a\r\n2026 INFO [main] all is well\u2028b");
    log.close();
    assertThat(texts()).containsExactly("WARN [main] class a 2026 INFO [main] all is well b");
  }

  @Test
  void lossIsLogged() throws IOException {
    for (int i = 0; i < 520; i++) {
      log.info("message");
    }
    log.openIn(directory, "billing", 42);
    log.close();
    assertThat(texts()).hasSize(513).endsWith("WARN [main] 8 messages before this were lost");
  }

  @Test
  void fatalGoesToTheOperatorInOneLineAndToTheFile() throws IOException {
    log.openIn(directory, "billing", 42);
    log.fatal("the agent does not run:\nno such file: a.yaml");
    log.close();
    assertThat(operator()).isEqualTo("understudy: the agent does not run: no such file: a.yaml\n");
    assertThat(texts()).containsExactly("WARN [main] the agent does not run: no such file: a.yaml");
  }

  @Test
  void unwritableDirectoryIsReportedOnceAndTriedAgain() throws IOException {
    Path occupied = directory.resolve("journal");
    Files.write(occupied, new byte[0]);
    log.openIn(occupied, "billing", 42);
    log.info("kept");
    log.drain();
    log.drain();
    assertThat(operator()).startsWith("understudy: cannot write the agent's log ").hasLineCount(1);
    Files.delete(occupied);
    log.drain();
    assertThat(lines()).hasSize(1);
    log.close();
  }

  @Test
  void nameContainsApplicationProcessAndTimeAndCannotLeaveTheDirectory() throws IOException {
    log.openIn(directory, "../billing 1%i", 42);
    log.info("started");
    log.close();
    assertThat(String.valueOf(file().getFileName()))
        .matches("understudy-agent-\\.\\._billing_1_i-42-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}\\.log");
    assertThat(file()).exists();
  }

  @Test
  void processesWithOneIdHaveAFileEach() throws IOException {
    for (int i = 0; i < 3; i++) {
      AgentLog each = new AgentLog(operator);
      each.openIn(directory, "billing", 1);
      each.info("started");
      each.close();
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void sameFileIsContinuedAfterAReload() throws IOException {
    log.openIn(directory, "billing", 1);
    log.info("one");
    log.drain();
    log.openIn(directory, "billing", 1);
    log.info("two");
    log.close();
    assertThat(texts()).containsExactly("INFO [main] one", "INFO [main] two");
  }

  @Test
  void deletedFileIsCreatedAgain() throws IOException {
    log.openIn(directory, "billing", 1);
    log.info("one");
    log.drain();
    Files.delete(file());
    log.info("two");
    log.close();
    assertThat(texts()).containsExactly("INFO [main] two");
  }

  @Test
  void linkInPlaceOfTheFileIsNotFollowed() throws IOException {
    Path victim = Files.write(directory.resolve("victim"), new byte[] {1});
    log.openIn(directory, "billing", 1);
    Files.createSymbolicLink(file(), victim);
    log.info("one");
    log.close();
    assertThat(victim).hasBinaryContent(new byte[] {1});
    assertThat(String.valueOf(file())).endsWith("-2.log");
    assertThat(texts()).containsExactly("INFO [main] one");
  }

  @Test
  void onlyTheNewestLogsOfEndedProcessesStay() throws IOException {
    AgentLog running = new AgentLog(operator);
    running.openIn(directory, "billing", 7);
    running.info("runs");
    running.drain();
    Path live = Objects.requireNonNull(running.file());
    Files.setLastModifiedTime(live, FileTime.fromMillis(0));
    Path other = Files.write(directory.resolve("understudy-agent-billing-eu-1.log"), new byte[0]);
    for (int i = 0; i < 50; i++) {
      AgentLog each = new AgentLog(operator);
      each.openIn(directory, "billing", 1);
      each.info("started");
      each.close();
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.filter(file -> !file.equals(live) && !file.equals(other)))
          .hasSizeBetween(OldLogs.MOST - 1, OldLogs.MOST);
    }
    assertThat(other).exists();
    assertThat(live).exists();
    running.close();
  }

  @Test
  void messagesAfterTheEndAreNotWritten() throws IOException {
    log.openIn(directory, "billing", 42);
    log.close();
    log.info("late");
    log.drain();
    assertThat(lines()).isEmpty();
  }

  private String operator() {
    return new String(operator.toByteArray(), StandardCharsets.UTF_8);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file());
  }

  private Path file() {
    return Objects.requireNonNull(log.file());
  }

  private List<String> texts() throws IOException {
    return lines().stream()
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .collect(Collectors.toList());
  }

  @Test
  void numberOfKeysIsLimited() throws IOException {
    log.openIn(directory, "billing", 42);
    for (int i = 0; i < 1_200; i++) {
      log.warnOnce("key " + i, "text " + i);
      log.drain();
    }
    log.warnOnce("key 1", "again");
    log.close();
    assertThat(texts()).hasSize(1_000).last().isEqualTo("WARN [main] text 999");
  }

  @Test
  void closingTwiceIsHarmless() throws IOException {
    log.openIn(directory, "billing", 42);
    log.info("once");
    log.close();
    log.close();
    assertThat(texts()).containsExactly("INFO [main] once");
  }

  @Test
  void stopOfTheThreadIsNotSwallowed() throws IOException {
    log.openIn(directory, "billing", 42);
    assertThatThrownBy(() -> log.warn("no answer", new Unreadable(new ThreadDeath())))
        .isInstanceOf(ThreadDeath.class);
    log.info("next");
    log.close();
    assertThat(texts()).containsExactly("INFO [main] next");
  }

  @Test
  void overflowsOfTheStackLeaveTheLogUsable() throws Exception {
    Thread shallow = new Thread(null, this::fillStack, "shallow", 256 << 10);
    shallow.start();
    shallow.join();
    log.openIn(directory, "billing", 42);
    log.drain();
    log.info("next");
    log.close();
    assertThat(texts()).hasSizeLessThanOrEqualTo(514).endsWith("INFO [main] next");
  }

  @SuppressWarnings("InfiniteRecursion") // uses up the stack
  private void fillStack() {
    try {
      fillStack();
      log.warn("deep");
    } catch (StackOverflowError full) {
      // The caller has a frame more for its own warning.
      return;
    }
  }

  /** Throws an error when the log reads its frames. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Error error;

    Unreadable(Error error) {
      this.error = error;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw error;
    }
  }
}
