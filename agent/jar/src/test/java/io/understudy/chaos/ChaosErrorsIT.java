package io.understudy.chaos;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors of the JVM, stops and interrupts, on the application's threads and the agent's. */
final class ChaosErrorsIT {
  private static final String EVENS = "Errors strike at any instruction.";
  private static final String THREADS = "The threads of the agent survive what strikes them.";
  private static final String KEY = "Only the agent operates its bridge.";

  @TempDir Path directory;

  static ChaosCase[] all() {
    return new ChaosCase[] {
      ChaosCase.of("a recursing application fills its stacks, a call at each depth")
          .promises(EVENS, "the books balance; the JVM exits")
          .action("Errors$Recursion", "60")
          .anyOutput()
          .books(Books.CLOSED)
          .quick(),
      ChaosCase.of("one call at each of the last 3,000 depths of a stack")
          .promises(EVENS, "the books balance")
          .action("Errors$EachDepth")
          .anyErr()
          .books(Books.CLOSED),
      ChaosCase.of("the heap of 48 MB is filled again and again")
          .promises(EVENS, "counting goes on")
          .option("-Xmx48m")
          .action("Errors$Memory", "15")
          .anyErr()
          .books(Books.CLOSED)
          .quick(),
      ChaosCase.of("the heap is full for a while, and the uncaught-exception handler exits")
          .promises(EVENS, "the handler of the application hears of no error of the agent")
          .option("-Xmx48m")
          .action("Errors$FullHeap")
          .seconds(120)
          .anyErr()
          .books(Books.CLOSED),
      ChaosCase.of("Thread.stop on threads that call")
          .promises("What is thrown at a thread reaches it.", "each thread dies of its ThreadDeath")
          .java(8, 11, 17)
          .action("Stops$Application", "60")
          .anyErr()
          .books(Books.CLOSED)
          .quick(),
      ChaosCase.of("Thread.stop on all threads of the agent")
          .promises(THREADS, "what died is started again; the books balance")
          .java(8, 11, 17)
          .action("Stops$Agent"),
      ChaosCase.of("errors thrown at all threads of the agent, at any instruction")
          .promises(THREADS, "what died is started again; the books balance")
          .java(8, 11, 17)
          .option("-XX:+IgnoreUnrecognizedVMOptions")
          .option("--add-opens=java.base/java.lang=ALL-UNNAMED")
          .action("Stops$Asynchronous")
          .quick(),
      ChaosCase.of("all threads of the agent are suspended for ever")
          .promises("Every wait during shutdown has a limit.", "the JVM exits")
          .java(8, 11, 17)
          .action("Stops$Suspend")
          .books(Books.UNREADABLE),
      ChaosCase.of("the root thread group is interrupted in a loop")
          .promises(THREADS, "interrupts end nothing; the session closes at the end")
          .action("Stops$Interrupts")
          .expect(run -> run.assertNames("\"why\":\"shutdown\""))
          .quick(),
      ChaosCase.of("calls with the interrupt flag set")
          .promises(EVENS, "the flag stays")
          .action("Stops$Flag"),
      ChaosCase.of("every static method of the bridge is called by the application")
          .promises(KEY, "counting goes on")
          .action("Stops$HostileBridge")
          .quick(),
      ChaosCase.of("a thread of the application declares itself one of the agent")
          .promises(KEY, "its calls are counted")
          .java(8, 17, 25)
          .action("Stops$HostileSuppress"),
      ChaosCase.of("a candidate interrupts all threads and thread groups")
          .promises(THREADS, "interrupts end nothing; the session closes at the end")
          .java(8, 17, 25)
          .quote("Next#interruptsAll")
          .settings("replay: { timeout: 2s, drain: 2s }")
          .action("Disks$Long", "4", "200")
          .expect(run -> run.assertNames("\"why\":\"shutdown\"")),
      ChaosCase.of("a candidate stops all threads of the agent")
          .promises(THREADS, "what died is started again; the books balance")
          .java(8, 17)
          .quote("Next#stopsTheAgent")
          .action("Disks$Long", "4", "200"),
      ChaosCase.of("a candidate closes the bridge")
          .promises(KEY, "counting goes on")
          .java(8, 17, 25)
          .quote("Next#closesTheBridge")
          .action("Disks$Long", "4", "200")
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
