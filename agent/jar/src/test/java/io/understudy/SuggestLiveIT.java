package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.Jvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.LiveJvm;
import io.understudy.rig.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Proposals from the calls of a running JVM; with the built jar and two JVMs. */
class SuggestLiveIT {
  @TempDir Path directory;

  private ChildJvm jvm(int java) {
    return ChildJvm.of(java, directory).appOf("operated");
  }

  private Run command(int java, String... words) throws Exception {
    String[] all = new String[words.length + 1];
    all[0] = ChildJvm.agentJar().toString();
    System.arraycopy(words, 0, all, 1, words.length);
    Path elsewhere = Files.createTempDirectory(directory, "elsewhere");
    return ChildJvm.of(java, elsewhere).run("-jar", all);
  }

  /** Runs the command while the application makes calls; it may miss the last ones. */
  private Run suggest(int java, LiveJvm live, String... more) throws Exception {
    String[] words = {"suggest", live.pid(), "--packages", "app", "--for", "4s"};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    CompletableFuture<Run> suggested =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return command(java, all);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    while (!suggested.isDone()) {
      assertThat(live.tell("call 100")).isEqualTo("anna99 297");
      LockSupport.parkNanos(20_000_000); // some 50 rounds a second while the command counts
    }
    return suggested.get();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void jvmWithoutAnAgent(int java) throws Exception {
    try (LiveJvm live = jvm(java).start("app.Main")) {
      live.tell("call 1");

      Run run = suggest(java, live);

      assertThat(run.exit()).as(run.toString()).isZero();
      assertThat(run.out())
          .contains("# Proposed by understudy suggest for app, the most called first.\n")
          .contains("# Counted for 4.0 s: 2 of ")
          .containsPattern("  - control: app.Legacy#quote  # [0-9,]+ calls, about 1 thread, ")
          .containsPattern("  - control: app.Legacy#total  # [0-9,]+ calls, about 1 thread, ")
          .contains("    candidate: TODO#quote\n")
          .doesNotContain("#slow");
      assertThat(live.tell("threads")).isEqualTo("[]");
      assertThat(live.tell("call 3")).isEqualTo("anna2 6");
      assertThat(command(java, "status", live.pid()).err()).contains("not attached");
      assertThat(live.err()).doesNotContain("understudy:");
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 25})
  void jvmWithTheAgent(int java) throws Exception {
    ChildJvm child = jvm(java);
    String yaml =
        child.configuration(
            "calls:\n  - { name: quote, control: app.Legacy#quote, candidate: app.Next#quote }\n");
    try (LiveJvm live = child.start("app.Main")) {
      assertThat(command(java, "attach", live.pid(), yaml).exit()).isZero();
      live.tell("call 10");

      Run run = suggest(java, live, "--candidates=app.none", "--uncalled");

      assertThat(run.out())
          .containsPattern("  - control: app.Legacy#quote  # [0-9,]+ calls, ")
          .contains("app.Legacy#slow  # 0 calls");
      live.tell("call 10");
      assertThat(command(java, "status", live.pid()).out())
          .contains("quote           armed, woven into ");
      assertThat(command(java, "detach", live.pid()).exit()).isZero();
      assertThat(live.tell("threads")).isEqualTo("[]");
    }
    assertThat(child.left().books("quote").intercepted()).isGreaterThan(20);
  }

  @Test
  void packagesWithoutLoadedClasses() throws Exception {
    try (LiveJvm live = jvm(Jvm.running()).start("app.Main")) {
      live.tell("call 1");

      Run run =
          command(Jvm.running(), "suggest", live.pid(), "--packages", "com.acme", "--for", "1s");

      assertThat(run.err()).contains("understudy: there is no class below com.acme");
      assertThat(run.exit()).isEqualTo(1);
    }
  }
}
