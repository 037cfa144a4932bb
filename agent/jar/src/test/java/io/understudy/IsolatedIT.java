package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.Condition;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Candidates with a class path of their own: classes of the same names in other versions, with a
 * database, logging, JNDI and services. They are replaced by another build, and leave nothing.
 */
class IsolatedIT {
  @TempDir Path directory;

  private static Path jarOf(Class<?> type) throws Exception {
    return Paths.get(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Compiles the candidates, with the same names as the classes of the application. */
  private void buildNext(Path legacy, String version) throws Exception {
    Path libraries = Files.createDirectories(directory.resolve("next/lib"));
    String classPath = legacy.toString();
    for (String name :
        new String[] {
          "org.h2.Driver",
          "org.slf4j.Logger",
          "ch.qos.logback.classic.Logger",
          "ch.qos.logback.core.Context"
        }) {
      Path jar = jarOf(Class.forName(name));
      Path copy = libraries.resolve(jar.getFileName().toString());
      if (!Files.exists(copy)) {
        Files.copy(jar, copy);
      }
      classPath += File.pathSeparator + copy;
    }
    Path classes = directory.resolve("next/classes");
    Sources.compile(Files.createDirectories(classes), 8, classPath, Sources.ofApp("isolated/next"));
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.write(
        services.resolve("java.util.function.Supplier"),
        "app.Service".getBytes(StandardCharsets.UTF_8));
    Sources.jar(classes, directory.resolve("next/next.jar"), "Implementation-Version", version);
  }

  private static String point(String method) {
    return "  - name: "
        + method
        + "\n    control: app.Tariff#"
        + method
        + "\n    candidate:\n      class: app.Tariff\n      method: "
        + method
        + "\n      classpath: [next/next.jar, \"next/lib/*.jar\"]\n      shared: [app.api]\n";
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void candidateHasItsOwnVersionsAndIsReplacedAndCollected(int java) throws Exception {
    ChildJvm child = ChildJvm.of(java, directory).app(Sources.ofApp("isolated/legacy"));
    buildNext(directory.resolve("app"), "2");
    String calls = "replay: { drain: 1s, timeout: 60s }\ncalls:\n";
    for (String method : new String[] {"tax", "length", "first", "sum", "surroundings"}) {
      calls += point(method);
    }
    child.option("-XX:SoftRefLRUPolicyMSPerMB=0").yaml(calls);
    try (LiveJvm live = child.start("app.Main")) {
      live.tell("call");
      awaitCalls(java, live, 104);
      buildNext(directory.resolve("app"), "3");
      assertThat(command(java, "reload", live.pid())).startsWith("reloaded, 5 call points");
      live.tell("call");
      awaitCalls(java, live, 104);
      awaitLoaders(live, "1 of 2");
      assertThat(command(java, "detach", live.pid())).startsWith("detached; ");
      awaitLoaders(live, "0 of 2");
    }
    Run run = child.left();
    assertThat(books(run, "tax", Fate.MISMATCHED)).as(run.log()).isEqualTo(2 * roundedUp());
    assertThat(books(run, "tax", Fate.MATCHED)).isEqualTo(2 * (100 - roundedUp()));
    assertThat(books(run, "length", Fate.MATCHED)).as(run.log()).isEqualTo(2);
    assertThat(books(run, "surroundings", Fate.MATCHED)).as("version 2 " + run.log()).isEqualTo(1);
    assertThat(books(run, "surroundings", Fate.MISMATCHED)).as("version 3").isEqualTo(1);
    assertThat(books(run, "first", Fate.MATCHED)).as("converted").isEqualTo(2);
    assertThat(books(run, "sum", Fate.UNANSWERED)).as("a list of anything").isEqualTo(2);
    String journal = String.join("\n", run.journal());
    assertThat(journal)
        .contains("an object in the arguments is a app.Line of the application, ")
        .contains("write shared: [app]");
    assertThat(builds(journal)).as("two builds of next.jar").hasSize(2);
  }

  /** How many of the amounts 0 to 99 have another tax when it is rounded half up. */
  private static long roundedUp() {
    long count = 0;
    for (int cents = 0; cents < 100; cents++) {
      count += cents * 19 % 100 >= 50 ? 1 : 0;
    }
    return count;
  }

  private static long books(Run run, String point, Fate fate) throws Exception {
    PointTotals totals = run.books().get(point);
    return totals == null ? -1 : totals.fate(fate);
  }

  private static TreeSet<String> builds(String journal) {
    TreeSet<String> found = new TreeSet<>();
    Matcher build = Pattern.compile("next\\.jar, [^}]*?([0-9a-f]{64})").matcher(journal);
    while (build.find()) {
      found.add(build.group(1));
    }
    return found;
  }

  /** Waits until all calls of this generation have a fate. */
  private void awaitCalls(int java, LiveJvm live, int count) throws Exception {
    Condition.await(
        count + " calls",
        () -> {
          String status = command(java, "status", live.pid(), "--json");
          Matcher flight = Pattern.compile("\"(intercepted|inFlight)\": (\\d+)").matcher(status);
          long sum = 0;
          while (flight.find()) {
            sum += (flight.group(1).equals("inFlight") ? -1 : 1) * Long.parseLong(flight.group(2));
          }
          return sum >= count;
        });
  }

  private static void awaitLoaders(LiveJvm live, String expected) throws Exception {
    Condition.await("class loaders: " + expected, () -> live.tell("loaders").equals(expected));
  }

  private String command(int java, String... words) throws Exception {
    String[] all = new String[words.length + 1];
    all[0] = ChildJvm.agentJar().toString();
    System.arraycopy(words, 0, all, 1, words.length);
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    Run run = ChildJvm.of(java, elsewhere).run("-jar", all);
    assertThat(run.exit()).as(run.toString()).isZero();
    return run.out();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource(17)
  void missingOrDamagedJarIsSaidAtTheStart(int java) throws Exception {
    ChildJvm child = ChildJvm.of(java, directory).app(Sources.ofApp("isolated/legacy"));
    Run missing = child.yaml("calls:\n" + point("tax")).run("app.Main", "once");
    assertThat(missing.err())
        .contains("calls[0].candidate.classpath[0]: there is no file " + directory)
        .contains("a relative path starts at the directory of the configuration");

    Path libraries = Files.createDirectories(directory.resolve("next/lib"));
    Files.write(libraries.resolve("a.jar"), new byte[10]);
    Files.write(directory.resolve("next/next.jar"), new byte[10]);
    Run damaged = child.yaml("calls:\n" + point("tax")).run("app.Main", "once");
    assertThat(damaged.err())
        .contains("not started; the application runs without it: the classpath: of the call point")
        .contains("next.jar cannot be used: it is no jar, or it is cut off");
    assertThat(damaged.exit()).isZero();
  }
}
