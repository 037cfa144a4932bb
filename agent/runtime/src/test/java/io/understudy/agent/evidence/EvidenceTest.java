package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.Config;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.identity.Identities;
import io.understudy.journal.ExampleEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalContents;
import io.understudy.rig.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceTest {
  @TempDir Path directory;
  private Config config;
  private CallPoint quote;
  private Evidence evidence;

  @BeforeEach
  void wire() {
    config = Journals.config(directory);
    quote = Journals.quote(config);
    evidence = evidence(new WarningLog());
  }

  private Evidence evidence(Log log) {
    return new Evidence(
        config,
        "1.2.3",
        Collections.singletonList(quote),
        Identities.empty(),
        point -> null,
        new IsolatedLoaders(),
        () -> 1,
        new AgentThreads(log),
        log);
  }

  @Test
  void equalOutcomesMatchWithoutAnExample() throws IOException {
    answered(Outcome.returned("12.50"), Outcome.returned("12.50"));
    JournalContents journal = closed();
    assertThat(journal.fate(Fate.MATCHED)).isEqualTo(1);
    assertThat(journal.examples()).isEmpty();
    assertThat(journal.tallies().get(0).control().count()).isEqualTo(1);
    assertThat(journal.tallies().get(0).candidate().count()).isEqualTo(1);
  }

  @Test
  void differentOutcomesAreCountedBySignatureAndKeptAsExample() throws IOException {
    answered(Outcome.returned("12.50"), Outcome.returned("12.51"));
    JournalContents journal = closed();
    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(1);
    assertThat(journal.tallies().get(0).signatures()).containsExactly(entry(" · VALUE", 1L));
    ExampleEntry example = journal.examples().get(0);
    assertThat(example.arguments()).containsExactly("\"cart-1\"");
    assertThat(example.differences().get(0).control()).isEqualTo("\"12.50\"");
    assertThat(example.differences().get(0).candidate()).isEqualTo("\"12.51\"");
  }

  @Test
  void controlThatThrowsIsComparedToo() throws IOException {
    answered(
        Outcome.threw(ThrownException.of(new IllegalStateException("closed"))),
        Outcome.returned("12.50"));
    answered(
        Outcome.threw(ThrownException.of(new IllegalStateException("closed"))),
        Outcome.threw(ThrownException.of(new IllegalStateException("is closed"))));
    JournalContents journal = closed();
    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(1);
    assertThat(journal.fate(Fate.MATCHED)).isEqualTo(1);
  }

  @Test
  void laterChangesOfTheAnswerDoNotChangeTheEvidence() throws IOException {
    List<String> kept = new ArrayList<>(Collections.singletonList("b"));
    answered(Outcome.returned("a"), Outcome.returned(kept));
    kept.set(0, "overwritten by the next call");
    assertThat(closed().examples().get(0).toString()).doesNotContain("overwritten");
  }

  @Test
  void timedOutCallIsCountedAndKept() throws IOException {
    Call call = call(Outcome.returned("12.50"));
    assertThat(call.claim()).isTrue();
    evidence.answers().timedOut(call, new Object[] {"cart-1"}, 2_000_000_000L);
    JournalContents journal = closed();
    assertThat(journal.fate(Fate.TIMED_OUT)).isEqualTo(1);
    assertThat(journal.examples().get(0).fate()).isEqualTo(Fate.TIMED_OUT);
    assertThat(journal.examples().get(0).candidate()).isNull();
  }

  @Test
  void examplesOfOneSignatureAreCappedAndCountsAreNot() throws IOException {
    for (int i = 0; i < 500; i++) {
      answered(Outcome.returned("a"), Outcome.returned("b"));
    }
    JournalContents journal = closed();
    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(500);
    assertThat(journal.examples()).hasSize(config.journal().examplesPerHour());
  }

  @Test
  void sessionNamesItsOrigin() throws IOException {
    JournalContents journal = closed();
    assertThat(journal.sessions().get(0).application()).isEqualTo("billing");
    assertThat(journal.sessions().get(0).agent()).isEqualTo("1.2.3");
    assertThat(journal.sessions().get(0).config()).isEqualTo(config.hash());
    assertThat(journal.sessions().get(0).pid()).isPositive();
    assertThat(journal.sessions().get(0).host()).isNotEmpty();
    assertThat(journal.points().get(0).control()).isEqualTo("com.acme.Old#quote");
    assertThat(journal.closes().get(0).why()).isEqualTo("test");
    assertThat(journal.problems()).isEmpty();
  }

  @Test
  void countsAreWrittenAtEachFlush() throws Exception {
    evidence.start();
    answered(Outcome.returned("a"), Outcome.returned("a"));
    Condition.await("the match is written", () -> Journals.read(directory).fate(Fate.MATCHED) == 1);
    evidence.close("test", TimeUnit.SECONDS.toNanos(20));
  }

  @Test
  void countsWaitWhileTheDirectoryCannotBeWritten() throws Exception {
    Path blocked = directory.resolve("blocked");
    Files.write(blocked, new byte[0]); // a file in place of the directory
    config = Journals.config(blocked);
    quote = Journals.quote(config);
    WarningLog warnings = new WarningLog();
    evidence = evidence(warnings);
    assertThat(Evidence.findObstacle(blocked)).contains("cannot be created");

    evidence.start();
    answered(Outcome.returned("a"), Outcome.returned("b"));
    Condition.await("the failure is logged", () -> !warnings.fatal.isEmpty());
    Files.delete(blocked);
    evidence.close("test", TimeUnit.SECONDS.toNanos(20));

    JournalContents journal = Journals.read(blocked);
    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(1);
    assertThat(journal.examples()).hasSize(1);
    assertThat(warnings.fatal).hasSize(1);
  }

  @Test
  void lossIsLoggedWhenNothingCanBeWritten() throws Exception {
    Path blocked = directory.resolve("blocked");
    Files.write(blocked, new byte[0]); // a file in place of the directory
    config = Journals.config(blocked);
    quote = Journals.quote(config);
    WarningLog warnings = new WarningLog();
    evidence = evidence(warnings);

    evidence.start();
    answered(Outcome.returned("a"), Outcome.returned("b"));
    evidence.close("test", TimeUnit.SECONDS.toNanos(20));

    assertThat(warnings.fatal)
        .hasSize(2)
        .last()
        .asString()
        .isEqualTo("the journal ends here: what could not be written by now is lost");
  }

  private Call call(Outcome control) {
    quote.ledger().page().intercepted();
    return new Call(
        quote,
        quote.ledger().page(),
        System.currentTimeMillis(),
        new Object[] {"cart-1"},
        control,
        1_000,
        100);
  }

  private void answered(Outcome control, Outcome candidate) {
    Call call = call(control);
    assertThat(call.claim()).isTrue();
    evidence.answers().answered(call, new Object[] {"cart-1"}, candidate, 2_000);
  }

  private JournalContents closed() throws IOException {
    evidence.start();
    evidence.close("test", TimeUnit.SECONDS.toNanos(20));
    return Journals.read(directory);
  }

  private static java.util.Map.Entry<String, Long> entry(String text, long count) {
    return org.assertj.core.api.Assertions.entry(text, count);
  }
}
