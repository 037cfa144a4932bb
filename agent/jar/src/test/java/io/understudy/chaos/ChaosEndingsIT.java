package io.understudy.chaos;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways out: signals, exits, the end of main; and what operators do under load. */
final class ChaosEndingsIT {
  private static final String ENDS = "The JVM ends when and as it would without the agent.";
  private static final String OPERATED = "Operators may do everything under load.";
  private static final String CLOSED = "\"why\":\"shutdown\"";
  private static final String SLOW =
      "replay: { timeout: 10s, drain: 500ms, queue: { calls: 20000 } }";

  /** Otherwise Java 21 and newer print a warning at each command; Java 8 to 17 ignore it. */
  private static final String[] DYNAMIC = {
    "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+EnableDynamicAgentLoading"
  };

  /** A JVM heeds no signal that the shell ignored when it started the tests. */
  private static final String HEED = "set -- env --default-signal=INT,HUP \"$@\"";

  @TempDir Path directory;

  static ChaosCase[] all() {
    return new ChaosCase[] {
      ChaosCase.of("SIGTERM under load")
          .promises(ENDS, "exit code 143; the session closes")
          .action("Operations$Signal", "TERM")
          .books(Books.SHUTDOWN)
          .names(CLOSED)
          .quick(),
      ChaosCase.of("SIGINT under load")
          .promises(ENDS, "exit code 130; the session closes")
          .java(8, 17, 25)
          .after(HEED)
          .action("Operations$Signal", "INT")
          .books(Books.SHUTDOWN)
          .names(CLOSED),
      ChaosCase.of("SIGHUP while candidates spin")
          .promises(ENDS, "exit code 129; the session closes")
          .java(8, 17, 25)
          .quote("Next#spin")
          .settings(SLOW)
          .after(HEED)
          .action("Operations$Signal", "HUP")
          .books(Books.SHUTDOWN)
          .names(CLOSED),
      ChaosCase.of("System.exit inside a control")
          .promises(ENDS, "its exit code; that call is `dropped`")
          .point("last", "Next#last")
          .action("Endings$ExitInControl")
          .names(CLOSED)
          .quick(),
      ChaosCase.of("main returns while calls are queued")
          .promises(ENDS, "the rest is `dropped` after `replay.drain`")
          .quote("Next#deadlock")
          .settings(SLOW)
          .action("Endings$Queued")
          .names(CLOSED),
      ChaosCase.of("main returns; a daemon thread and another one go on")
          .promises(ENDS, "the JVM ends with the other one; all calls are counted")
          .action("Endings$AfterMain")
          .books(Books.SHUTDOWN)
          .names(CLOSED),
      ChaosCase.of("Runtime.halt under load")
          .promises(ENDS, "its exit code; the counts of the last flush are lost")
          .java(8, 17, 25)
          .action("Endings$Halt")
          .books(Books.KILLED),
      ChaosCase.of("main dies of an exception")
          .promises(ENDS, "exit code 1 and the stack trace")
          .java(8, 17, 25)
          .action("Endings$Uncaught")
          .names(CLOSED),
      ChaosCase.of("a shutdown hook calls controls")
          .promises(ENDS, "its calls have their results; those before the close are counted")
          .java(8, 17, 25)
          .action("Endings$CallingHook")
          .books(Books.SHUTDOWN),
      ChaosCase.of("four threads call System.exit under load")
          .promises(ENDS, "one exit; the session closes")
          .java(8, 17, 25)
          .action("Endings$ManyExits")
          .books(Books.SHUTDOWN)
          .names(CLOSED),
      ChaosCase.of("reloads under load")
          .promises(OPERATED, "all calls are counted, in several sessions")
          .journal(", examples-per-hour: 10")
          .option(DYNAMIC)
          .action("Operations$Reload")
          .names("\"why\":\"reloaded\""),
      ChaosCase.of("pauses under load")
          .promises(OPERATED, "all calls are counted, paused ones as `shed`")
          .java(8, 17, 25)
          .option(DYNAMIC)
          .action("Operations$Pause")
          .names("shed: paused"),
      ChaosCase.of("detaching under load")
          .promises(OPERATED, "the session closes; later calls are not seen")
          .java(8, 17, 25)
          .option(DYNAMIC)
          .action("Operations$Detach")
          .books(Books.CLOSED)
          .names("\"why\":\"detached\"")
          .quick(),
      ChaosCase.of("detached and attached again, three times")
          .promises(OPERATED, "four sessions, all calls counted")
          .java(8, 17, 25)
          .option(DYNAMIC)
          .action("Operations$AttachAgain"),
      ChaosCase.of("half requests to the metrics, and idle connections")
          .promises("The metrics answer whatever others send.", "a whole request is answered")
          .java(8, 17, 25)
          .settings("metrics: { prometheus: { port: 19464 } }")
          .action("Operations$Metrics", "19464")
          .names(CLOSED)
    };
  }

  static Stream<Arguments> runs() {
    return ChaosCase.runs(all());
  }

  @ParameterizedTest(name = "Java {0}: {1}", allowZeroInvocations = true)
  @MethodSource("runs")
  void sameApplicationAndBalancedBooks(int java, ChaosCase chaos) throws Exception {
    Chaos.run(java, chaos, directory);
  }
}
