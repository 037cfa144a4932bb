package io.understudy.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.tool.check.CheckFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes: 0 if everything fits, 1 if something does not, 2 for wrong usage. */
class ExitCodesTest {
  private static final String SERVICE =
      "package com.acme; public class TaxService { public long tax(long net) { return net / 5; } }";

  @TempDir Path directory;

  private String file(String text) throws Exception {
    Path file = directory.resolve("understudy.yaml");
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String point(String candidate) {
    return "calls: [ { control: com.acme.legacy.PricingService#quote, candidate: "
        + candidate
        + " } ]";
  }

  @Test
  void checkThatFits() throws Exception {
    CommandRun run =
        CommandRun.run(
            "check", file(point("com.acme.next.Pricing#priced")), "-cp", CheckFixture.TEST_CLASSES);

    assertThat(run.code).isZero();
    assertThat(run.err).isEmpty();
  }

  @Test
  void checkOfACandidateThatDoesNotFit() throws Exception {
    assertThat(
            CommandRun.run(
                    "check",
                    file(point("com.acme.next.Pricing#words")),
                    "-cp",
                    CheckFixture.TEST_CLASSES)
                .code)
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls: {", "calls: [ 1 ]", "call: []", "", "--- a\n--- b"})
  void checkOfABrokenFile(String yaml) throws Exception {
    CommandRun run = CommandRun.run("check", file(yaml));

    assertThat(run.code).isEqualTo(1);
    assertThat(run.err).endsWith(run.err.contains("\n1 problem") ? "1 problem\n" : " problems\n");
    assertThat(run.out).isEmpty();
  }

  @Test
  void suggestWithAndWithoutSomethingToPropose() {
    String classes = Sources.compile(directory.resolve("app"), SERVICE).toString();

    CommandRun found = CommandRun.run("suggest", "-cp", classes, "--packages", "com.acme");
    CommandRun none = CommandRun.run("suggest", "-cp", classes, "--packages", "org.other");

    assertThat(found.code).isZero();
    assertThat(found.out).contains("  - control: com.acme.TaxService#tax");
    assertThat(found.err).isEmpty();
    assertThat(none.code).isEqualTo(1);
    assertThat(none.out).isEmpty();
    assertThat(none.err)
        .isEqualTo("understudy: there is no class below org.other on the class path\n");
  }

  @Test
  void suggestDoesNotOverwriteAFile() throws Exception {
    String classes = Sources.compile(directory.resolve("app"), SERVICE).toString();
    String output = directory.resolve("out.yaml").toString();
    String[] arguments = {"suggest", "-cp", classes, "--packages", "com.acme", "--output", output};

    CommandRun first = CommandRun.run(arguments);
    List<String> written = Files.readAllLines(directory.resolve("out.yaml"));
    CommandRun second = CommandRun.run(arguments);

    assertThat(first.code).isZero();
    assertThat(first.out).isEmpty();
    assertThat(first.err).isEqualTo("understudy: written to " + output + "\n");
    assertThat(written).contains("calls:");
    assertThat(second.code).isEqualTo(1);
    assertThat(second.err)
        .isEqualTo("understudy: " + output + " exists already and is not overwritten\n");
    assertThat(Files.readAllLines(directory.resolve("out.yaml"))).isEqualTo(written);
  }

  @Test
  void suggestIntoADirectoryThatDoesNotExist() {
    String classes = Sources.compile(directory.resolve("app"), SERVICE).toString();
    String output = directory.resolve("gone/out.yaml").toString();

    CommandRun run =
        CommandRun.run("suggest", "-cp", classes, "--packages=com.acme", "--output", output);

    assertThat(run.code).isEqualTo(1);
    assertThat(run.err).startsWith("understudy: the configuration cannot be written: ");
  }

  @Test
  void suggestOptionsChangeTheProposal() {
    String classes =
        Sources.compile(
                directory.resolve("app"),
                SERVICE,
                "package com.acme; public class BookService {"
                    + " public long saveBook(long id) { return id * 2; } }",
                "package org.next; public class Taxes { public long tax(long net) { return 1; } }")
            .toString();

    String plain = suggest(classes);
    String writes = suggest(classes, "--writes");
    String most = suggest(classes, "--writes", "--most", "1");
    String candidates = suggest(classes, "--candidates", "org.next");

    assertThat(plain).contains("  # - control: com.acme.BookService#saveBook");
    assertThat(plain).contains("    candidate: TODO#tax");
    assertThat(writes).contains("  - control: com.acme.BookService#saveBook");
    assertThat(most).contains("  # 1 less promising method was left out; --most 2 shows all.");
    assertThat(candidates).contains("    candidate: org.next.Taxes#tax");
  }

  private static String suggest(String classes, String... more) {
    String[] arguments = Arrays.copyOf(more, more.length + 4);
    System.arraycopy(
        new String[] {"suggest", "-cp", classes, "--packages=com.acme"}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    CommandRun run = CommandRun.run(arguments);
    assertThat(run.code).as(run.err).isZero();
    return run.out;
  }

  @Test
  void warningsOfTheClassPathOnStandardError() {
    String classes = Sources.compile(directory.resolve("app"), SERVICE).toString();
    String gone = directory.resolve("gone.jar").toString();

    CommandRun run =
        CommandRun.run(
            "suggest", "-cp", classes + java.io.File.pathSeparator + gone, "--packages=com.acme");

    assertThat(run.code).isZero();
    assertThat(run.err).isEqualTo("warning: class path: " + gone + " does not exist\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attach", "status", "pause", "resume", "reload", "detach"})
  void commandsToAProcessThatIsNone(String command) {
    String[] arguments =
        command.equals("attach")
            ? new String[] {command, "x1", "u.yaml"}
            : new String[] {command, "x1"};

    CommandRun run = CommandRun.run(arguments);

    assertThat(run.code).isEqualTo(1);
    assertThat(run.out).isEmpty();
    assertThat(run.err)
        .isEqualTo(
            "understudy: x1 is not a process id; run status without an id to list the JVMs\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check", "suggest", "schema", "attach", "status", "pause", "resume", "reload", "detach"
      })
  void helpOfEveryCommand(String command) {
    CommandRun shortForm = CommandRun.run(command, "-h");
    CommandRun longForm = CommandRun.run(command, "--help");
    CommandRun byHelp = CommandRun.run("help", command);

    assertThat(shortForm.code).isZero();
    assertThat(shortForm.out).startsWith("usage: java -jar understudy-agent.jar " + command);
    assertThat(longForm.out).isEqualTo(shortForm.out);
    assertThat(byHelp.out).isEqualTo(shortForm.out);
    assertThat(shortForm.err).isEmpty();
    assertThat(
            Arrays.stream(shortForm.out.split("\n"))
                .map(String::length)
                .collect(Collectors.toList()))
        .allMatch(length -> length <= 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"check", "suggest", "attach", "pause", "resume", "reload", "detach", "schema"})
  void unknownOptionIsWrongUsageOfEveryCommand(String command) {
    CommandRun run = CommandRun.run(command, "--colour");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.out).isEmpty();
    assertThat(run.err)
        .startsWith(
            "understudy: there is no option --colour\nusage: java -jar understudy-agent.jar "
                + command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause", "resume", "reload", "detach", "attach"})
  void commandWithoutAProcessId(String command) {
    CommandRun run = CommandRun.run(command);

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .startsWith(
            "understudy: " + command + " needs the process id of a JVM; status lists them\n");
  }
}
