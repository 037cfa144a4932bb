package io.understudy.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Calls;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.HostConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.remote.Frame;
import io.understudy.agent.remote.FrameType;
import io.understudy.journal.Fate;
import io.understudy.value.shape.Frozen;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Candidates in another JVM. */
@Timeout(120)
final class RemoteCandidateTest {
  private final Pools pools = new Pools(1, 1);
  private FakeHost host;

  @BeforeEach
  void open() throws IOException {
    host = new FakeHost();
  }

  @AfterEach
  void close() throws IOException {
    pools.close();
    host.close();
  }

  private CallPoint point(Duration timeout) {
    CallConfig config =
        CallConfig.builder(
                "quote",
                Calls.ref(Pools.Legacy.class, "quote"),
                MethodRef.parse("next.Echo#echo"))
            .host(HostConfig.parse("127.0.0.1:" + host.port()))
            .timeout(timeout)
            .build();
    return new CallPoint(0, config, new Ledger(0));
  }

  private static long fate(CallPoint point, Fate fate) {
    return point.ledger().total(fate);
  }

  @Test
  void outcomeComesBackFrozen() {
    CallPoint point = point(Pools.LONG);
    pools.ask(point, Arrays.asList("a", 1));

    Frozen value = (Frozen) Objects.requireNonNull(pools.answers.outcomes.get(0).value());
    assertThat(value.typeName()).isEqualTo("java.util.Arrays$ArrayList");
    assertThat(value.part(0)).isEqualTo("a");
    assertThat(value.part(1)).isEqualTo(1);
    assertThat(fate(point, Fate.MATCHED)).isEqualTo(1);
    assertThat(Objects.requireNonNull(point.remoteCode())).hasToString("next.jar@abc");
  }

  @Test
  void exceptionIsAnOutcome() {
    host.way = FakeHost.Way.THROW;
    pools.ask(point(Pools.LONG), "a");

    assertThat(pools.answers.outcomes.get(0).thrown())
        .hasToString("java.lang.IllegalStateException: no");
  }

  @Test
  void refusedCallIsUnansweredWithTheReason() {
    host.way = FakeHost.Way.REFUSE;
    CallPoint point = point(Pools.LONG);
    pools.ask(point, "a");

    assertThat(Calls.reasons(point)).containsExactly("unanswered: does not fit");
    assertThat(pools.pool.openBreakers()).isZero();
  }

  @Test
  void outcomeThatIsNoneIsUnanswered() {
    host.way = FakeHost.Way.GARBAGE;
    CallPoint point = point(Pools.LONG);
    pools.ask(point, "a");

    assertThat(fate(point, Fate.UNANSWERED)).isEqualTo(1);
    host.way = FakeHost.Way.ECHO;
    pools.ask(point, "a");
    assertThat(fate(point, Fate.MATCHED)).isEqualTo(1);
  }

  @Test
  void valueWithoutAPortableFormIsUnanswered() {
    CallPoint point = point(Pools.LONG);
    pools.ask(point, new Thread());

    assertThat(fate(point, Fate.UNANSWERED) + fate(point, Fate.UNCAPTURED)).isEqualTo(1);
  }

  @Test
  void candidateThatTakesLongTimesOutAndIsCancelled() {
    host.way = FakeHost.Way.HANG;
    CallPoint point = point(Duration.ofMillis(300));
    pools.ask(point, "a");

    assertThat(fate(point, Fate.TIMED_OUT)).isEqualTo(1);
    Pools.await(() -> host.frames.stream().map(Frame::type).anyMatch(t -> t == FrameType.CANCEL));
    assertThat(pools.pool.abandoned()).isZero();
  }

  @Test
  void hostThatSaysNothingIsNoVerdict() {
    CallPoint point = point(Duration.ofMillis(300));
    pools.ask(point, "first");
    host.way = FakeHost.Way.SILENT;
    pools.ask(point, "a");

    assertThat(fate(point, Fate.MATCHED)).isEqualTo(1);
    assertThat(fate(point, Fate.TIMED_OUT)).isZero();
    assertThat(Calls.reasons(point))
        .containsExactly("unanswered: the host of the candidate does not respond");
  }

  @Test
  void openCallsAreUnansweredWhenTheConnectionEndsAndTheNextOneServesAgain() throws IOException {
    host.way = FakeHost.Way.HANG;
    CallPoint point = point(Pools.LONG);
    for (int i = 0; i < 5; i++) {
      pools.offer(point, i);
    }
    Pools.await(() -> pools.pool.pendingStages() == 5);
    host.dropConnections();
    Pools.awaitBalance(point);
    assertThat(fate(point, Fate.UNANSWERED)).isEqualTo(5);

    host.way = FakeHost.Way.ECHO;
    for (int i = 0; i < 9 && fate(point, Fate.MATCHED) == 0; i++) {
      pause();
      pools.ask(point, i);
    }
    assertThat(fate(point, Fate.MATCHED)).isEqualTo(1);
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void hostThatIsDownOpensTheBreaker() throws IOException {
    host.close();
    CallPoint point = point(Pools.LONG);
    for (int i = 0; i < 40; i++) {
      pools.offer(point, i);
    }
    Pools.awaitBalance(point);

    assertThat(fate(point, Fate.UNANSWERED)).isEqualTo(16);
    assertThat(fate(point, Fate.SHED)).isEqualTo(24);
    assertThat(Calls.reasons(point))
        .contains(
            "unanswered: the host 127.0.0.1:"
                + host.port()
                + " cannot be reached: the connection was refused");
  }

  @Test
  void openCallsAreDroppedAtTheEnd() {
    host.way = FakeHost.Way.HANG;
    CallPoint point = point(Pools.LONG);
    pools.offer(point, "a");
    Pools.await(() -> pools.pool.pendingStages() == 1);
    pools.close();

    assertThat(Pools.inFlight(point)).isZero();
    assertThat(fate(point, Fate.DROPPED)).isEqualTo(1);
  }
}
