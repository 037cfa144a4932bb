package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Call points with {@code packages} in real JVMs: classes loaded early and late, by various
 * loaders.
 */
class ImplementorsIT {
  private static final String OUT = "a1 b2! c3 d4 e5 f6 g1g1 h!\n";
  private static final String CALLS =
      String.join(
          "\n",
          "packages: [app]",
          "calls:",
          "  - { name: quote, control: app.Pricing#quote, candidate: app.Next#quote }",
          "  - { name: both, control: app.Pricing#both, candidate: app.Next#both }",
          "  - name: save",
          "    control: app.Repository#save(Object)",
          "    candidate: app.Next#save",
          "    idempotent: true",
          "    noise: { repeat: 100% }",
          "");

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void everyImplementorExceptTheLambda(int java) throws Exception {
    Run run = ChildJvm.of(java, directory).appOf("implementors").yaml(CALLS).run("app.Main");
    assertThat(run.out()).as(run.toString()).startsWith(OUT);
    holds(run);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void classesLoadedBeforeTheAgent(int java) throws Exception {
    ChildJvm jvm = ChildJvm.of(java, directory).appOf("implementors");
    String configuration = jvm.configuration(CALLS);
    Run run =
        jvm.option("-Djdk.attach.allowAttachSelf=true")
            .run("app.Main", ChildJvm.agentJar().toString(), configuration);
    assertThat(run.out()).as(run.toString()).startsWith(OUT + OUT);
    holds(run);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void classesOfTheBootstrapLoader(int java) throws Exception {
    Path classes = Sources.compile(directory.resolve("boot"), 8, "", Sources.ofApp("implementors"));
    Run run =
        ChildJvm.of(java, directory)
            .option("-Xbootclasspath/a:" + classes)
            .yaml(CALLS)
            .run("app.Main");
    assertThat(run.out()).as(run.toString()).startsWith(OUT);
    isIntercepted(run);
    // Objects of classes of the bootstrap loader are treated like the JDK's, which are opaque.
    assertThat(run.books("save").inFlight()).isZero();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({17, 25})
  void classesOfANamedModule(int java) throws Exception {
    List<String> sources = new ArrayList<>(Arrays.asList(Sources.ofApp("implementors")));
    sources.add("module com.acme.app { requires java.management; }");
    Path module =
        Sources.compile(directory.resolve("module"), 17, "", sources.toArray(new String[0]));
    Run run =
        ChildJvm.of(java, directory)
            .yaml(CALLS)
            .option("--add-modules", "jdk.unsupported")
            .option("--module-path", module.toString(), "-m")
            .run("com.acme.app/app.Main");
    assertThat(run.out()).as(run.toString()).startsWith(OUT);
    holds(run);
  }

  /** Each of the five implementors once, and two more calls in the body of the default method. */
  private static void isIntercepted(Run run) throws Exception {
    assertThat(run.books("quote").intercepted()).as(run.log()).isEqualTo(7);
    assertThat(run.books("quote").fate(Fate.MISMATCHED)).isEqualTo(7);
    assertThat(run.books("both").intercepted()).isEqualTo(1);
    assertThat(run.books("both").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(1);
    assertThat(run.books("save").intercepted()).isEqualTo(1);
  }

  private static void holds(Run run) throws Exception {
    isIntercepted(run);
    assertThat(run.books("save").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).as(run.toString()).contains("called again");
  }
}
