package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import io.understudy.rig.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The command {@code check} as users start it: with the built jar, on every Java. */
class CheckIT {
  private static final String LEGACY =
      "package com.acme.legacy; public class PricingService {"
          + " public long quote(long net) { return net; } }";
  private static final String NEXT =
      "package com.acme.next; public class Pricing {"
          + " public long priced(long net) { return net; } }";

  @TempDir Path directory;

  private String classes() {
    return Sources.compile(directory.resolve("app"), LEGACY, NEXT).toString();
  }

  private Run run(int java, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = ChildJvm.agentJar().toString();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return ChildJvm.of(java, directory).run("-jar", all);
  }

  private String yaml(String control) throws Exception {
    String text =
        "calls:\n  - control: " + control + "\n    candidate: com.acme.next.Pricing#priced\n";
    return Files.write(directory.resolve("understudy.yaml"), text.getBytes("UTF-8")).toString();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 11, 17, 21, 25})
  void callPointWithoutProblems(int java) throws Exception {
    String yaml = yaml("com.acme.legacy.PricingService#quote");

    Run run = run(java, "check", yaml, "--classpath", classes());

    assertThat(run.out()).as(run.toString()).endsWith("1 of 1 call point fits.\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 25})
  void callPointWithProblems(int java) throws Exception {
    String yaml = yaml("com.acme.legacy.PricingService#qoute");

    Run run = run(java, "check", yaml, "--classpath", classes());

    assertThat(run.out())
        .as(run.toString())
        .contains("declares no method qoute; did you mean \"quote\"?\n");
    assertThat(run.exit()).isEqualTo(1);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 25})
  void wrongUsage(int java) throws Exception {
    Run run = run(java);

    assertThat(run.err()).as(run.toString()).startsWith("understudy: a command is missing\n");
    assertThat(run.exit()).isEqualTo(2);
  }

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 25})
  void schemaAndVersion(int java) throws Exception {
    assertThat(run(java, "schema").out()).startsWith("{\n  \"$schema\": ");
    assertThat(run(java, "--version").out()).matches("understudy [0-9]+\\.[0-9].*\n");
  }
}
