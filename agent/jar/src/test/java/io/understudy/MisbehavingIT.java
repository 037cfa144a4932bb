package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Candidates that spin, never end, or fill the memory. The application counts its calls itself, and
 * the books must agree with it.
 */
class MisbehavingIT {
  private static final String OFF = "shed: off: its candidate has spun twice";

  private static final String CALLS =
      "calls:\n"
          + "  - { name: good, control: app.Legacy#good, candidate: app.Next#good }\n"
          + "  - { name: bad, control: app.Legacy#bad, candidate: app.Next#bad }\n"
          + "  - { name: worse, control: app.Legacy#worse, candidate: app.Next#worse }\n";

  @TempDir Path directory;

  private Run run(int java, String way, String... options) throws Exception {
    return run(java, 5, way, options);
  }

  private Run run(int java, int seconds, String way, String... options) throws Exception {
    return runIn(way, java, seconds, way, options);
  }

  private Run runIn(String folder, int java, int seconds, String way, String... options)
      throws Exception {
    Run run =
        ChildJvm.of(java, Files.createDirectories(directory.resolve(folder)))
            .appOf("misbehaving")
            .option("-XX:+ExitOnOutOfMemoryError", "-Dway=" + way)
            .option(options)
            .yaml("replay: { timeout: 400ms, comparison: 1s, drain: 1s }\n" + CALLS)
            .run("app.Main", Integer.toString(seconds), "100");
    assertThat(run.exit()).as(way + run + run.log()).isZero();
    assertThat(run.out()).as(way + run).contains("wrong 0");
    for (String point : new String[] {"good", "bad", "worse"}) {
      assertThat(run.books(point).intercepted()).as(way + run).isEqualTo(counted(run, point));
      assertThat(run.books(point).inFlight()).as(way + run).isZero();
    }
    assertThat(run.books("good").fate(Fate.MISMATCHED)).as(way + run).isZero();
    return run;
  }

  private static long counted(Run run, String point) {
    Matcher count = Pattern.compile("\\b" + point + "=(\\d+)").matcher(run.out());
    assertThat(count.find()).as(run.toString()).isTrue();
    return Long.parseLong(count.group(1));
  }

  private static String reasons(Run run) throws Exception {
    return String.join("\n", run.journal());
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void callPointIsOffAfterItsCandidateHasSpunTwice(int java) throws Exception {
    for (String way : new String[] {"spin", "empty-spin", "catching-spin", "sometimes", "lock"}) {
      Run run = run(java, 3, way);
      PointTotals bad = run.books("bad");
      assertThat(bad.fate(Fate.TIMED_OUT)).as(way + run.log()).isBetween(1L, 4L);
      assertThat(bad.fate(Fate.MATCHED) + bad.fate(Fate.SHED)).as(way + run).isPositive();
      assertThat(run.books("good").fate(Fate.MATCHED)).as(way + run + run.log()).isPositive();
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void exceptionWhoseMethodsSpinEndsLikeACandidateThatSpins(int java) throws Exception {
    assertThat(run(java, "hostile-exception").books("bad").fate(Fate.MATCHED)).isZero();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void threadThatOnlyWaitsDoesNotTurnItsPointOff(int java) throws Exception {
    Run run = run(java, "park");
    assertThat(reasons(run)).doesNotContain(OFF);
    assertThat(run.log()).contains("is left behind and waits", "app.Next.misbehave");
    assertThat(run.books("good").fate(Fate.MATCHED)).as(run.log()).isPositive();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void applicationSurvivesACandidateThatFillsTheHeap(int java) throws Exception {
    for (String way : new String[] {"fill", "fill-big", "fill-catching", "leak"}) {
      Run run = run(java, way.equals("leak") ? 5 : 3, way);
      assertThat(run.err()).as(way).doesNotContain("OutOfMemoryError");
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void applicationSurvivesSeveralCandidatesThatFillTheHeapTogether(int java) throws Exception {
    for (String way : new String[] {"fill", "fill-big", "growing-bytes"}) {
      run(java, 3, way, "-Dboth=true");
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void applicationSurvivesObjectsOfTheJdkThatGrow(int java) throws Exception {
    for (String way : new String[] {"doubling-builder", "doubling-text", "growing-bytes"}) {
      assertThat(run(java, 3, way).books("bad").fate(Fate.MATCHED)).as(way).isZero();
    }
    // Without a collection or a stop point between two of its last copies.
    for (String most : new String[] {"-Xmx240m", "-Xmx330m"}) {
      assertThat(runIn(most, java, 1, "growing-bytes", most).books("bad").fate(Fate.MATCHED))
          .isZero();
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void applicationSurvivesThreadsOfACandidateThatFillTheHeap(int java) throws Exception {
    for (String way : new String[] {"fill-thread", "fill-threads"}) {
      Run run = run(java, 3, way);
      assertThat(run.log()).as(way).contains("a thread that the candidate has started allocates");
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void applicationSurvivesAnArrayLargerThanTheHeap(int java) throws Exception {
    String[] ways = {
      "huge-array",
      "huge-longs",
      "huge-matrix",
      "huge-cube",
      "huge-list",
      "huge-builder",
      "huge-reflected",
      "huge-copy"
    };
    for (String way : ways) {
      Run run = run(java, 1, way);
      assertThat(reasons(run)).as(way).contains("the candidate allocates more than 1024 MB");
      assertThat(run.books("bad").fate(Fate.MATCHED)).as(way).isZero();
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void candidateMayAllocateMuchThatItDoesNotKeep(int java) throws Exception {
    for (String way : new String[] {"garbage", "garbage-texts"}) {
      Run run = run(java, way);
      assertThat(run.books("bad").fate(Fate.UNANSWERED)).as(way + run.log()).isZero();
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void endlessAnswerHasAFate(int java) throws Exception {
    String[][] ways = {
      {"endless-list", "list"},
      {"endless-map", "map"},
      {"endless-text", "chars"},
      {"growing", "list"},
      {"spinning-equals", "bean"}
    };
    for (String[] way : ways) {
      Run run = run(java, 3, way[0], "-Dboth=true", "-Dshape=" + way[1]);
      assertThat(run.books("worse").intercepted()).as(way[0]).isPositive();
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void pointThatIsOffStaysOffUntilAPersonTurnsItOn(int java) throws Exception {
    ChildJvm child =
        ChildJvm.of(java, directory)
            .appOf("misbehaving")
            .option("-Dway=spin")
            .yaml("replay: { timeout: 200ms, drain: 1s }\n" + CALLS);
    try (LiveJvm live = child.start("app.Live")) {
      while (!command(java, "status", live.pid()).contains("bad             off, ")) {
        live.tell("call bad");
      }
      live.tell("call bad");
      assertThat(command(java, "status", live.pid()))
          .contains("off since ", "turn it on: resume PID bad");
      String calls =
          CALLS.replace(
              "calls:\n",
              "journal: { directory: "
                  + child.journalDirectory()
                  + " }\nreplay: { timeout: 300ms, drain: 1s }\ncalls:\n");
      child.write("understudy.yaml", ChildJvm.unlimited("application: test\n" + calls));
      command(java, "reload", live.pid());
      assertThat(command(java, "status", live.pid())).contains("bad             off, ");
      assertThat(command(java, "resume", live.pid())).contains("resumed: ", "still off: bad");
      assertThat(command(java, "status", live.pid())).contains("bad             off, ");
      assertThat(command(java, "resume", live.pid(), "bad"))
          .contains("resumed: bad", "turned on: bad");
      assertThat(command(java, "status", live.pid())).contains("bad             armed, ");
    }
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
}
