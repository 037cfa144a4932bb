package io.understudy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Candidates that change the state of the JVM, or call the control themselves. */
final class ChaosPollutionIT {
  private static final String STATE = "State of the JVM that a candidate changes is restored.";
  private static final String ECHO = "Work that a candidate submits is not counted as traffic.";

  @TempDir Path directory;

  private static ChaosCase pollution(String what, String candidate) {
    return ChaosCase.of("a candidate changes " + what)
        .promises(STATE, "the legacy answers as before; no match")
        .java(8, 25)
        .point("defaults", "Pollution#" + candidate)
        .action("Pollution$Answers")
        .expect(run -> assertThat(run.fate("defaults", Fate.MATCHED)).as(run::toString).isZero());
  }

  private static ChaosCase echo(String where, String candidate) {
    return ChaosCase.of("a candidate calls its control " + where)
        .promises(ECHO, "as many calls as the application made")
        .java(8, 25)
        .quote("Echo#" + candidate)
        .action("Echo$Traffic")
        .books(Books.CALLS);
  }

  static ChaosCase[] all() {
    List<ChaosCase> all = new ArrayList<>();
    all.add(pollution("the default Locale", "locale").java(8, 11, 17, 21, 25).quick());
    all.add(pollution("the default Locale of formats", "localeCategory"));
    all.add(pollution("the default TimeZone", "timeZone"));
    all.add(pollution("system properties", "property"));
    all.add(pollution("all system properties", "properties"));
    all.add(pollution("System.out, System.err and System.in", "out").quick());
    all.add(pollution("the default uncaught-exception handler", "handler"));
    all.add(pollution("the default Locale on a thread of its own", "elsewhere"));
    all.add(
        ChaosCase.of("the application changes its own Locale, TimeZone and properties")
            .promises(STATE, "the application's changes stay")
            .java(8, 17, 25)
            .point("defaults", "Next#defaults")
            .action("Pollution$OwnChange"));
    all.add(echo("on its own thread", "direct"));
    all.add(echo("on a new thread", "ownThread"));
    all.add(echo("on a pool of the application", "sharedPool").java(8, 11, 17, 21, 25).quick());
    all.add(echo("by a scheduler of the application", "scheduled"));
    all.add(echo("on a fork-join pool of the application", "forkJoin"));
    all.add(echo("by CompletableFuture on the common pool", "commonPool"));
    all.add(echo("by CompletableFuture on a pool of the application", "thenOnPool"));
    all.add(echo("in a parallel stream", "parallelStream"));
    all.add(echo("by a Timer of the application", "timer"));
    all.add(echo("on virtual threads", "virtualThread").java(21, 25));
    all.add(echo("through three pools", "chain"));
    return all.toArray(new ChaosCase[0]);
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
