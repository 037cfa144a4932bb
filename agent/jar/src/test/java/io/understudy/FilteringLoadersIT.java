package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Class loaders that show a class only its imports and the JDK. */
class FilteringLoadersIT {
  private static final String CALLS =
      "calls:\n  - { name: twice, control: app.Twice#twice, candidate: app.Twice#again }\n";

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void bundleInFelix(int java) throws Exception {
    Run run = felix(java, "launcher");
    assertThat(run.out()).as(run.toString()).isEqualTo("0\n2\n4\n");
    assertThat(run.books("twice").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(3);
  }

  /** The framework is configured to hide the bridge; the agent must log that once. */
  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void bundleInFelixThatHidesTheBridge(int java) throws Exception {
    Run run = felix(java, "strict");
    assertThat(run.out()).as(run.toString()).isEqualTo("0\n2\n4\n");
    assertThat(run.books("twice").intercepted()).isZero();
    assertThat(run.log())
        .containsOnlyOnce("hides the package io.understudy.bridge")
        .contains("BundleClassLoader", "org.osgi.framework.bootdelegation");
  }

  private Run felix(int java, String how) throws Exception {
    Path classes = Sources.compile(directory.resolve("bundle"), Sources.ofApp("bundle"));
    Path bundle =
        Sources.jar(
            classes,
            directory.resolve("bundle.jar"),
            "Bundle-ManifestVersion",
            "2",
            "Bundle-SymbolicName",
            "app");
    return ChildJvm.of(java, directory)
        .classPath(jarOf(org.apache.felix.framework.Felix.class))
        .appOf("felix")
        .yaml(CALLS)
        .run("host.Main", bundle.toUri().toString(), directory.resolve("cache").toString(), how);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({11, 17, 21}) // JBoss Modules itself does not start on 24 and later
  void moduleInJBossModules(int java) throws Exception {
    Path module = Files.createDirectories(directory.resolve("modules/app/main"));
    Path classes =
        Sources.compile(
            directory.resolve("classes"), Sources.ofApp("bundle")[0], Sources.ofApp("jboss")[0]);
    Sources.jar(classes, module.resolve("app.jar"));
    ChildJvm jvm =
        ChildJvm.of(java, directory).classPath(jarOf(org.jboss.modules.Main.class)).yaml(CALLS);
    jvm.write(
        "modules/app/main/module.xml",
        "<module xmlns='urn:jboss:module:1.9' name='app'>\n"
            + "  <main-class name='app.Main'/>\n"
            + "  <resources><resource-root path='app.jar'/></resources>\n"
            + "</module>\n");
    Run run =
        jvm.run("org.jboss.modules.Main", "-mp", directory.resolve("modules").toString(), "app");
    assertThat(run.out()).as(run.toString()).isEqualTo("0\n2\n4\n");
    assertThat(run.books("twice").fate(Fate.MATCHED)).as(run.toString()).isEqualTo(3);
  }

  private static Path jarOf(Class<?> type) throws Exception {
    return Paths.get(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
