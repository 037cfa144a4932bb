package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The command {@code suggest} as users start it: with the built jar, on every Java. */
class SuggestIT {
  private static final String OLD =
      "package com.acme.old; public class TaxService {"
          + " public long tax(long net) { return net / 5 + hashCode(); } }";
  private static final String NEXT =
      "package com.acme.next; public class Taxes { public long tax(long net) { return net / 5; } }";

  @TempDir Path directory;

  private Run run(int java, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = ChildJvm.agentJar().toString();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return ChildJvm.of(java, directory).run("-jar", all);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17, 25})
  void configurationOfMatchingClasses(int java) throws Exception {
    String classes = Sources.compile(directory.resolve("app"), OLD, NEXT).toString();
    String[] suggest = {
      "suggest",
      "--classpath",
      classes,
      "--packages=com.acme.old",
      "--candidates=com.acme.next",
      "--output=understudy.yaml"
    };

    Run suggested = run(java, suggest);
    Run again = run(java, suggest);
    Run checked = run(java, "check", "understudy.yaml", "--classpath", classes);

    assertThat(suggested.err()).isEqualTo("understudy: written to understudy.yaml\n");
    assertThat(suggested.exit()).as(suggested.toString()).isZero();
    assertThat(checked.out()).as(checked.toString()).endsWith("\n1 of 1 call point fits.\n");
    assertThat(again.err())
        .isEqualTo("understudy: understudy.yaml exists already and is not overwritten\n");
    assertThat(again.exit()).isEqualTo(1);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 25})
  void packagesWithoutClasses(int java) throws Exception {
    String classes = Sources.compile(directory.resolve("app"), OLD, NEXT).toString();

    Run run = run(java, "suggest", "--classpath", classes, "--packages", "com.acma");

    assertThat(run.err())
        .isEqualTo("understudy: there is no class below com.acma on the class path\n");
    assertThat(run.exit()).isEqualTo(1);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource(17)
  void candidatesAboveAllOfThePackages(int java) throws Exception {
    String classes = Sources.compile(directory.resolve("app"), OLD, NEXT).toString();

    Run run =
        run(
            java,
            "suggest",
            "--classpath",
            classes,
            "--packages=com.acme.old",
            "--candidates=com.acme");

    assertThat(run.err())
        .isEqualTo(
            "understudy: there is no class below com.acme.old on the class path"
                + " and outside com.acme, the packages of --candidates\n");
    assertThat(run.exit()).isEqualTo(1);
  }
}
