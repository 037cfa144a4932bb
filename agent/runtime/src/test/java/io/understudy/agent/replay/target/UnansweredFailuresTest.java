package io.understudy.agent.replay.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rules;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousCloseException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which exceptions of a candidate are no answer. */
final class UnansweredFailuresTest {
  private static final Outcome RETURNED = Outcome.returned("a");

  /** An exception of the application's, which means that its back end is down. */
  static class BackendDown extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static final class DiskDown extends BackendDown {
    private static final long serialVersionUID = 1;
  }

  private static CallConfig config(Rules rules, String... unanswered) {
    return CallConfig.builder(
            "quote", new MethodRef("a.Old", "q", null), new MethodRef("a.New", "q", null))
        .rules(rules)
        .unanswered(new java.util.HashSet<>(java.util.Arrays.asList(unanswered)))
        .build();
  }

  private static Outcome threw(Throwable thrown) {
    return Outcome.threw(ThrownException.of(thrown));
  }

  private static @Nullable String reason(Throwable thrown) {
    return UnansweredFailures.reason(config(Rules.none()), RETURNED, threw(thrown));
  }

  @Test
  void connections() {
    String reached = "the candidate could not be reached: ";
    assertThat(reason(new ConnectException("Connection refused")))
        .isEqualTo(reached + "java.net.ConnectException");
    assertThat(reason(new NoRouteToHostException())).startsWith(reached);
    assertThat(reason(new UnknownHostException("secret.example")))
        .isEqualTo(reached + "java.net.UnknownHostException");
    assertThat(reason(new AsynchronousCloseException())).startsWith(reached);
    assertThat(reason(new java.rmi.ConnectException("no"))).startsWith(reached);
  }

  @Test
  void onlyTheTimeoutOfAConnectionIsOne() {
    assertThat(reason(new SocketTimeoutException("connect timed out"))).isNotNull();
    assertThat(reason(new SocketTimeoutException("Connect timed out"))).isNotNull();
    assertThat(reason(new SocketTimeoutException("Read timed out"))).isNull();
    assertThat(reason(new SocketTimeoutException())).isNull();
  }

  @Test
  void deadConnectionsOfDatabases() {
    assertThat(reason(new SQLException("gone", "08006")))
        .isEqualTo("the candidate could not be reached: java.sql.SQLException (SQLState 08006)");
    assertThat(reason(new SQLException("duplicate key", "23505"))).isNull();
    assertThat(reason(new SQLException("no state"))).isNull();
    assertThat(reason(new java.sql.SQLTransientConnectionException("pool is empty"))).isNotNull();
  }

  @Test
  void linkageNamesTheClass() {
    String loaded = "the candidate could not be loaded: ";
    assertThat(reason(new NoClassDefFoundError("com/acme/next/Lib")))
        .isEqualTo(loaded + "java.lang.NoClassDefFoundError: com.acme.next.Lib");
    assertThat(reason(new NoClassDefFoundError("Could not initialize class com.acme.Lib$1")))
        .isEqualTo(loaded + "java.lang.NoClassDefFoundError: com.acme.Lib$1");
    assertThat(
            reason(
                new UnsupportedClassVersionError(
                    "com/acme/Lib has been compiled by a more recent version of the Java Runtime"
                        + " (class file version 65.0)")))
        .isEqualTo(loaded + "java.lang.UnsupportedClassVersionError: com.acme.Lib");
    assertThat(reason(new ClassNotFoundException("com.acme.Lib")))
        .isEqualTo(loaded + "java.lang.ClassNotFoundException");
  }

  /** A message that the JVM did not write may hold a value. */
  @Test
  void linkageWithAnotherMessageNamesNoClass() {
    assertThat(reason(new NoClassDefFoundError("card 4929 0000")))
        .isEqualTo("the candidate could not be loaded: java.lang.NoClassDefFoundError");
    assertThat(reason(new NoClassDefFoundError()))
        .isEqualTo("the candidate could not be loaded: java.lang.NoClassDefFoundError");
  }

  @Test
  void causesCount() {
    Throwable down = new ConnectException("Connection refused");
    assertThat(reason(new IllegalStateException(new ExecutionException(down))))
        .isEqualTo(
            "the candidate could not be reached: java.net.ConnectException, in"
                + " java.lang.IllegalStateException");
    assertThat(reason(new CompletionException(down))).isNotNull();
    Throwable deep = down;
    for (int i = 0; i < 40; i++) {
      deep = new RuntimeException(deep);
    }
    assertThat(reason(deep)).isNull();
  }

  @Test
  void cycleOfCausesEnds() {
    Exception one = new Exception("one");
    Exception two = new Exception("two", one);
    one.initCause(two);
    assertThat(reason(one)).isNull();
  }

  @Test
  void otherExceptionsAreAnswers() {
    assertThat(reason(new IllegalStateException("no price"))).isNull();
    assertThat(reason(new IOException("disk"))).isNull();
    assertThat(reason(new StackOverflowError())).isNull();
    assertThat(UnansweredFailures.reason(config(Rules.none()), RETURNED, RETURNED)).isNull();
  }

  @Test
  void configuredClassesCountWithTheirSubclasses() {
    CallConfig config = config(Rules.none(), BackendDown.class.getName());
    assertThat(UnansweredFailures.reason(config, RETURNED, threw(new DiskDown())))
        .isEqualTo("the candidate gave no answer: " + DiskDown.class.getName());
    assertThat(UnansweredFailures.reason(config(Rules.none()), RETURNED, threw(new DiskDown())))
        .isNull();
  }

  @Test
  void controlThatThrewTheSameIsCompared() {
    CallConfig config = config(Rules.none());
    Throwable down = new ConnectException("Connection refused");
    assertThat(UnansweredFailures.reason(config, threw(down), threw(down))).isNull();
    assertThat(
            UnansweredFailures.reason(
                config, threw(new RuntimeException(down)), threw(new IOException(down))))
        .isNull();
  }

  /** Equal wrappers prove nothing: only the candidate was not reached. */
  @Test
  void controlThatThrewTheSameWrapperForAnotherReasonIsNotCompared() {
    Outcome control = threw(new RuntimeException("no price"));
    Outcome candidate = threw(new RuntimeException(new ConnectException("Connection refused")));
    assertThat(UnansweredFailures.reason(config(Rules.none()), control, candidate)).isNotNull();
  }

  @Test
  void mappedClassIsCompared() {
    Rules rules =
        Rules.builder()
            .exceptionClass(BackendDown.class.getName(), ConnectException.class.getName())
            .build();
    Outcome candidate = threw(new ConnectException("Connection refused"));
    assertThat(UnansweredFailures.reason(config(rules), threw(new DiskDown()), candidate)).isNull();
    assertThat(
            UnansweredFailures.reason(config(rules), threw(new IllegalStateException()), candidate))
        .isNotNull();
    assertThat(UnansweredFailures.reason(config(rules), RETURNED, candidate)).isNotNull();
  }
}
