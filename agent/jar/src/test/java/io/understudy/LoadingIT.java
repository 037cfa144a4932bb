package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Classes that are loaded early, late, or in named modules. */
class LoadingIT {
  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void classLoadedBeforeTheAgentIsWoven(int java) throws Exception {
    ChildJvm jvm = ChildJvm.of(java, directory).appOf("late");
    String configuration =
        jvm.configuration(
            "calls:\n  - { name: twice, control: app.Main#twice, candidate: app.Main#again }\n");
    Run run =
        jvm.option("-Djdk.attach.allowAttachSelf=true")
            .run("app.Main", ChildJvm.agentJar().toString(), configuration);
    assertThat(run.out()).as(run.toString()).isEqualTo("2\n4\n6\n");
    assertThat(run.books("twice").intercepted()).as(run.toString()).isEqualTo(2);
    assertThat(run.books("twice").fate(Fate.MATCHED)).isEqualTo(2);
  }

  /** A JVM that is started with {@code -m} has only the modules that the application requires. */
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17, 21, 25})
  void applicationInANamedModule(int java) throws Exception {
    Run run = modular(java);
    assertThat(run.out()).as(run.toString()).isEqualTo("3 module com.acme.app\n");
    assertThat(run.books("price").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(1);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17, 25})
  void applicationInANamedModuleWithJdkUnsupported(int java) throws Exception {
    Run run = modular(java, "--add-modules", "jdk.unsupported");
    assertThat(run.books("price").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(1);
  }

  private Run modular(int java, String... options) throws Exception {
    Path module = Sources.compile(directory.resolve("module"), 17, "", Sources.ofApp("modular"));
    return ChildJvm.of(java, directory)
        .yaml(
            "calls:\n"
                + "  - name: price\n"
                + "    control: com.acme.app.Main$Pricing#price\n"
                + "    candidate: com.acme.app.Main$NextPricing#price\n")
        .option(options)
        .option("--module-path", module.toString(), "-m")
        .run("com.acme.app/com.acme.app.Main");
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource(25)
  void unsafeIsNotNeeded(int java) throws Exception {
    Run run =
        ChildJvm.of(java, directory)
            .appOf("sorts")
            .option("--sun-misc-unsafe-memory-access=deny")
            .yaml("calls:\n  - { name: sum, control: app.Sorts#sum, candidate: app.Sorts#plus }\n")
            .run("app.Main");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.err()).doesNotContain("WARNING").doesNotContain("Unsafe");
    assertThat(run.books("sum").fate(Fate.MATCHED)).isEqualTo(1);
  }
}
