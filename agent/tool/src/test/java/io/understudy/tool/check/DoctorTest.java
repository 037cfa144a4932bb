package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.tool.command.CommandRun;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check finds before a first start: places, versions, duplicates, and types that differ. */
class DoctorTest {
  private static final String OLD =
      "package com.acme; public class Old { public OldQuote quote(Cart cart) { return null; } }";
  private static final String CART = "package com.acme; public class Cart { public String sku; }";
  private static final String OLD_QUOTE =
      "package com.acme; public class OldQuote { public double total; public java.util.Date due;"
          + " public String name; public java.math.BigDecimal tax; }";
  private static final String NEW =
      "package com.acme.next; public class New {"
          + " public NewQuote quote(com.acme.Cart cart) { return null; } }";
  private static final String NEW_QUOTE =
      "package com.acme.next; public class NewQuote { public java.math.BigDecimal total; public"
          + " java.time.LocalDate due; public String name; public java.math.BigDecimal tax; }";

  @TempDir Path directory;
  private Path classes;

  @BeforeEach
  void compile() throws Exception {
    classes = Sources.compile(directory.resolve("classes"), OLD, CART, OLD_QUOTE, NEW, NEW_QUOTE);
  }

  private List<String> check(String classPath, String compare, String... options) throws Exception {
    return checkCandidate("com.acme.next.New#quote", classPath, compare, options);
  }

  private List<String> checkCandidate(
      String candidate, String classPath, String compare, String... options) throws Exception {
    Path file = directory.resolve("understudy.yaml");
    String yaml =
        "calls:\n  - { control: com.acme.Old#quote, candidate: "
            + candidate
            + ", compare: "
            + compare
            + " }\n";
    Files.write(file, yaml.getBytes(StandardCharsets.UTF_8));
    String[] words =
        Arrays.copyOf(
            new String[] {"check", file.toString(), "-cp", classPath}, 4 + options.length);
    System.arraycopy(options, 0, words, 4, options.length);
    return Arrays.stream(CommandRun.run(words).out.split("\n"))
        .filter(line -> line.matches("(  error |  warning |warning:).*"))
        .map(line -> line.trim().replaceAll(" +", " "))
        .collect(Collectors.toList());
  }

  private Path jar(String name, String prefix, String... classNames) throws Exception {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (String each : classNames) {
        String path = each.replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(prefix + path));
        jar.write(Files.readAllBytes(classes.resolve(path)));
        jar.closeEntry();
      }
    }
    return file;
  }

  @Test
  void typesThatDifferInEveryCall() throws Exception {
    String zone = ZoneId.systemDefault().getId();
    assertThat(check(classes.toString(), "{}"))
        .containsExactlyInAnyOrder(
            "warning /total is double against java.math.BigDecimal: 0.1 in binary is not the"
                + " decimal 0.1, so most calls would differ; write compare: { decimal: [\"/total\"]"
                + " }, or where sums differ compare: { tolerate: { \"/total\": 0.005 } }",
            "warning /due is java.util.Date against java.time.LocalDate: a point in time never"
                + " equals a day; say which day it means: compare: { days: { \"/due\": "
                + zone
                + " } }, with the time zone of the legacy JVM");
  }

  @Test
  void rulesThatHelp() throws Exception {
    assertThat(check(classes.toString(), "{ decimal: [/total], days: { /due: UTC } }")).isEmpty();
    assertThat(check(classes.toString(), "{ tolerate: { /**: 0.005 }, ignore: [/due] }")).isEmpty();
  }

  @Test
  void tolerancesThatCannotApply() throws Exception {
    assertThat(check(classes.toString(), "{ decimal: true, tolerate: { /due: 1 day, /tax: 5s } }"))
        .hasSize(2)
        .anyMatch(line -> line.contains("and \"tolerate /due within 1 day\" cannot apply"))
        .anyMatch(
            line ->
                line.contains(
                    "tolerate /tax within 5s never applies: /tax is java.math.BigDecimal against"
                        + " java.math.BigDecimal; write a number, such as 0.005"));
  }

  @Test
  void candidateOutsideOfAPackedApplication() throws Exception {
    Path fat =
        jar("app.jar", "BOOT-INF/classes/", "com.acme.Old", "com.acme.Cart", "com.acme.OldQuote");
    Path next = jar("next.jar", "", "com.acme.next.New", "com.acme.next.NewQuote");
    List<String> remarks = check(fat + File.pathSeparator + next, "{ ignore: [/total, /due] }");
    assertThat(remarks)
        .anyMatch(
            line ->
                line.startsWith("error the control is inside " + fat)
                    && line.contains("does not see the classes inside, such as com.acme.Cart")
                    && line.contains("BOOT-INF/lib")
                    && line.endsWith(
                        "candidate: { class: com.acme.next.New, method: quote, classpath: [\""
                            + next
                            + "\"], shared: [com.acme] }"));
  }

  @Test
  void candidateInsideOfThePackedApplication() throws Exception {
    Path fat =
        jar(
            "app.war",
            "WEB-INF/classes/",
            "com.acme.Old",
            "com.acme.Cart",
            "com.acme.OldQuote",
            "com.acme.next.New",
            "com.acme.next.NewQuote");
    assertThat(
            check(
                fat.toString(),
                "{ ignore-where: { /x: control absent }, decimal: true, days: { /due: UTC } }"))
        .noneMatch(line -> line.contains("inside"));
  }

  @Test
  void classThatIsThereTwice() throws Exception {
    Path next = jar("next.jar", "", "com.acme.Old");
    assertThat(check(classes + File.pathSeparator + next, "{ decimal: true, days: { /due: UTC } }"))
        .containsExactly(
            "warning com.acme.Old is on the class path more than once: "
                + classes
                + ", "
                + next
                + ". The JVM takes the first, for the legacy code too: keep one, and give a new"
                + " implementation of the same name a class path of its own: candidate: { class:"
                + " com.acme.next.New, method: quote, classpath: [\""
                + next
                + "\"] }");
  }

  @Test
  void suggestNamesClassesThatAreThereTwice() throws Exception {
    Path next = jar("next.jar", "", "com.acme.Old", "com.acme.Cart");
    CommandRun run =
        CommandRun.run(
            "suggest", "-cp", classes + File.pathSeparator + next, "--packages", "com.acme");
    assertThat(run.err)
        .contains(
            "warning: class path: 2 classes are in both "
                + classes
                + " and "
                + next
                + ", such as com.acme.Cart; the JVM takes the first of each, for the legacy code"
                + " too");
  }

  @Test
  void libraryInTwoVersions() throws Exception {
    Path old = jar("rates-1.2.jar", "", "com.acme.Cart");
    Path next = jar("rates-2.0.1-RC1.jar", "", "com.acme.Cart");
    assertThat(
            check(
                classes + File.pathSeparator + old + File.pathSeparator + next,
                "{ decimal: true, days: { /due: UTC } }"))
        .anyMatch(
            line ->
                line.startsWith(
                    "warning: class path: rates is there in the versions 1.2 and 2.0.1-RC1"));
  }

  @Test
  void candidateForANewerJava() throws Exception {
    byte[] bytes = Files.readAllBytes(classes.resolve("com/acme/next/New.class"));
    bytes[7] = 61;
    Files.write(classes.resolve("com/acme/next/New.class"), bytes);
    String compare = "{ decimal: true, days: { /due: UTC } }";
    assertThat(check(classes.toString(), compare, "--java", "8"))
        .containsExactly(
            "error the candidate com.acme.next.New is compiled for Java 17 (class file version 61),"
                + " and Java 8 cannot load it: compile it with --release 8, or run it in a newer"
                + " JVM: candidate: { class: com.acme.next.New, method: quote, host:"
                + " \"127.0.0.1:7070\" }, or give the release of the JVM that runs the application:"
                + " check --java 17");
    assertThat(check(classes.toString(), compare, "--java", "17")).isEmpty();
    Path next = jar("next.jar", "", "com.acme.next.New", "com.acme.next.NewQuote");
    String isolated =
        "{ class: com.acme.next.New, method: quote, classpath: [\""
            + next
            + "\"], shared: [com.acme.api] }";
    assertThat(checkCandidate(isolated, classes.toString(), "{}", "--java", "8"))
        .anyMatch(line -> line.startsWith("error the candidate com.acme.next.New is compiled for"));
    String remote = "{ class: com.acme.next.New, method: quote, host: \"127.0.0.1:1\" }";
    assertThat(checkCandidate(remote, classes.toString(), "{}", "--java", "8"))
        .noneMatch(line -> line.contains("is compiled for"));
    assertThat(JvmRelease.of("1.8")).isEqualTo(8);
    assertThat(JvmRelease.of("25")).isEqualTo(25);
  }
}
