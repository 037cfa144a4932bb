package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * An application is deployed twice in one JVM, redeployed and undeployed. The candidates of each
 * deployment answer its calls, and the agent keeps no undeployed class loader alive. The test uses
 * everything that the agent stores for an application: instances, also of a class that the
 * deployments share, copies, comparators, ids, receivers of repeated controls, and thread-locals of
 * candidates.
 */
class DeploymentsIT {
  private static final String CALLS =
      String.join(
          "\n",
          "packages: [app]",
          "calls:",
          "  - name: where",
          "    control: app.Where#where",
          "    candidate: app.Next#where",
          "    idempotent: true",
          "    noise: { repeat: 100% }",
          "    compare: { arguments: true, comparator: { '': app.Same } }",
          "  - name: number",
          "    control: app.Where#number",
          "    candidate: app.Next#number",
          "    compare: { identity: { '': number } }",
          "  - name: shared",
          "    control: app.Where#shared",
          "    candidate: host.Shared#shared",
          "");

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void eachDeploymentHasItsOwnCandidatesAndIsCollected(int java) throws Exception {
    Path deployed =
        Sources.compile(
            Files.createDirectories(directory.resolve("deployed")),
            Sources.ofApp("deployments/app"));
    Run run =
        ChildJvm.of(java, directory)
            .app(Sources.ofApp("deployments/host"))
            .yaml(CALLS)
            .run("host.Main", deployed.toString());
    assertThat(run.out())
        .as(run.toString())
        .isEqualTo("instances: 2\na: collected\ninstances: 3\nb: collected\nc: collected\n");
    for (String point : new String[] {"where", "number", "shared"}) {
      assertThat(run.books(point).intercepted()).as(point).isEqualTo(200);
      assertThat(run.books(point).fate(Fate.MATCHED)).as(point + run).isEqualTo(200);
    }
  }
}
