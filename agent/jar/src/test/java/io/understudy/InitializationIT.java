package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** L1: static initialisers of candidates do not make a thread of the application hang. */
class InitializationIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void cycleBetweenCandidateAndApplicationDoesNotHang(int java) throws Exception {
    Run run =
        ChildJvm.of(java, directory)
            .appOf("cycle")
            .yaml(
                "calls:\n"
                    + "  - { name: quote, control: app.Legacy#quote, candidate: app.Next#quote }\n")
            .run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("factor 2", "on the agent's thread");
    assertThat(run.log()).contains("app.Next was initialised at the start");
    assertThat(run.books("quote").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(6);
  }
}
