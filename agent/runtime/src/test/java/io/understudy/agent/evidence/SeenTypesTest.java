package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.Log;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.compare.Outcome;
import io.understudy.compare.identity.Identities;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalContents;
import io.understudy.value.Bounds;
import io.understudy.value.Meter;
import io.understudy.value.Uncapturable;
import io.understudy.value.view.Freezer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outcomes are compared and shown by the views under {@code types:}. */
final class SeenTypesTest {
  @TempDir Path directory;

  /** A wrapper of the legacy application. */
  static final class UserId {
    final String value;

    UserId(String value) {
      this.value = value;
    }
  }

  @Test
  void wrapperOfTheControlAgainstTheValueOfTheCandidate() throws Exception {
    JournalContents journal = judged("    content: value\n", new UserId("u1"), "u1");

    assertThat(journal.fate(Fate.MATCHED)).isEqualTo(1);
  }

  @Test
  void wrapperOfTheCandidateIsShownByItsView() throws Exception {
    JournalContents journal = judged("    content: value\n", "u1", new UserId("u2"));

    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(1);
    assertThat(journal.examples().get(0).differences().get(0).candidate()).isEqualTo("\"u2\"");
  }

  @Test
  void missingPartNeverMatches() throws Exception {
    JournalContents journal = judged("    content: gone\n", "u1", new UserId("u1"));

    assertThat(journal.fate(Fate.MATCHED)).isEqualTo(0);
    assertThat(journal.fate(Fate.MISMATCHED)).isEqualTo(1);
  }

  private JournalContents judged(String view, Object control, Object candidate)
      throws IOException, ConfigException, Uncapturable {
    String types = "types:\n  " + UserId.class.getName() + ":\n" + view;
    Config config =
        ConfigLoader.parse("test.yaml", Journals.YAML.replace("DIR", directory.toString()) + types);
    CallPoint point =
        new CallPoint(
            0, config.calls().get(0), new Ledger(System.currentTimeMillis()), config.views());
    Evidence evidence =
        new Evidence(
            config,
            "1.2.3",
            Collections.singletonList(point),
            Identities.empty(),
            none -> null,
            new IsolatedLoaders(),
            () -> 1,
            new AgentThreads(Log.none()),
            Log.none());
    Object frozen = Freezer.freeze(control, new Meter(Bounds.DEFAULT), config.views());
    point.ledger().page().intercepted();
    Call call =
        new Call(
            point,
            point.ledger().page(),
            System.currentTimeMillis(),
            new Object[] {"cart-1"},
            Outcome.returned(frozen),
            1_000,
            100);
    assertThat(call.claim()).isTrue();
    evidence.answers().answered(call, new Object[] {"cart-1"}, Outcome.returned(candidate), 2_000);
    evidence.start();
    evidence.close("test", TimeUnit.SECONDS.toNanos(20));
    return Journals.read(directory);
  }
}
