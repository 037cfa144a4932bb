package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.tool.command.CommandRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors and warnings of docs/configuration.md that no other test of this package covers. */
class DocumentedFindingsTest {
  private static final String CONTROL =
      "package com.acme; public class Old { public Quote quote(String sku, Long id) { return null; }"
          + " public void change(StringBuilder text) {} }";
  private static final String QUOTE =
      "package com.acme; public class Quote { public String sku; public Money total;"
          + " public String getLabel() { return sku; } public static class Money { int cents;"
          + " final int scale = 2; } }";
  private static final String NEXT =
      "package com.acme.next; import com.acme.*; public class New {"
          + " public Quote quote(String sku, Long id) { return null; }"
          + " public Quote wide(Object sku, Object id) { return null; }"
          + " public Quote primitive(String sku, long id) { return null; }"
          + " public Quote text(String sku, String id) { return null; }"
          + " public Quote narrow(String sku, short id) { return null; }"
          + " public Quote flag(String sku, boolean id) { return null; } }";

  @TempDir Path directory;

  /** Runs check on a configuration, with these classes and some more. */
  private CommandRun check(String yaml, String... more) throws Exception {
    String[] sources = Arrays.copyOf(more, more.length + 3);
    sources[more.length] = CONTROL;
    sources[more.length + 1] = QUOTE;
    sources[more.length + 2] = NEXT;
    String classes = Sources.compile(directory.resolve("classes"), sources).toString();
    Path file = directory.resolve("understudy.yaml");
    Files.write(file, yaml.getBytes(StandardCharsets.UTF_8));
    return CommandRun.run("check", file.toString(), "--classpath", classes);
  }

  private static List<String> remarks(CommandRun run) {
    return Arrays.stream(run.out.split("\n"))
        .filter(line -> line.matches("(  error |  warning |warning:).*"))
        .map(line -> line.trim().replaceAll(" +", " "))
        .collect(Collectors.toList());
  }

  private static String point(String candidate, String... more) {
    return "calls:\n  - { control: com.acme.Old#quote, candidate: com.acme.next.New#"
        + candidate
        + String.join("", more)
        + " }\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quote |",
        "wide |",
        "primitive | parameter 2: a null cannot be passed as long; calls with a null are unanswered",
        "narrow | /1: not every java.lang.Long is exactly a short; calls with other values are unanswered",
        "flag | the candidate cannot take the control's arguments",
      })
  void argumentsOfTheCandidate(String candidate, String remark) throws Exception {
    List<String> remarks = remarks(check(point(candidate)));

    assertThat(remarks).hasSize(remark == null ? 0 : 1);
    assertThat(String.join("", remarks)).contains(remark == null ? "" : remark);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text |",
        "narrow | warning parameter 2: not every id that is a java.lang.Long can be written as a"
            + " short; calls with other values are unanswered",
      })
  void idsInArguments(String candidate, String remark) throws Exception {
    CommandRun run =
        check(
            point(
                candidate,
                ", compare: { identity: { /sku: sku, /arguments/1: sku }, arguments: false }"));

    assertThat(remarks(run)).isEqualTo(remark == null ? Arrays.asList() : Arrays.asList(remark));
    assertThat(run.code).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public abstract class Same implements BiPredicate<Object, Object> {}"
            + " | com.acme.next.Same is abstract, so it has no instances",
        "class Same implements BiPredicate<Object, Object> { public Same() {} public boolean"
            + " test(Object a, Object b) { return true; } } | com.acme.next.Same is not public",
        "public class Same implements BiPredicate<Object, Object> { Same() {} public boolean"
            + " test(Object a, Object b) { return true; } }"
            + " | com.acme.next.Same has no public constructor without parameters",
        "public class Same { } | com.acme.next.Same does not implement"
            + " java.util.function.BiPredicate",
        "public class Other { } | there is no class com.acme.next.Same on the class path",
      })
  void comparators(String source, String error) throws Exception {
    CommandRun run =
        check(
            point("quote", ", compare: { comparator: { /sku: com.acme.next.Same } }"),
            "package com.acme.next; import java.util.function.*; " + source);

    assertThat(remarks(run))
        .containsExactly("error comparator /sku by com.acme.next.Same: " + error);
    assertThat(run.code).isEqualTo(1);
  }

  @Test
  void immutableClassWithAFieldThatIsNotFinal() throws Exception {
    CommandRun run = check("immutable: [com.acme.Quote$Money]\n" + point("quote"));

    assertThat(remarks(run))
        .containsExactly(
            "warning immutable: com.acme.Quote$Money: the field cents is not final, so candidates"
                + " get copies of such arguments; results are not frozen and are compared as they"
                + " are later");
    assertThat(run.code).isZero();
  }

  @Test
  void immutableClassWithAMutableSuperclass() throws Exception {
    CommandRun run =
        check(
            "immutable: [com.acme.Low]\n" + point("quote"),
            "package com.acme; class Top { int count; static int all; }",
            "package com.acme; class Low extends Top { final int id = 1; }");

    assertThat(remarks(run)).hasSize(1).allMatch(text -> text.contains("the field count is not"));
  }

  @Test
  void immutableClassOfACallPointThatDoesNotExist() throws Exception {
    CommandRun run = check(point("quote", ", immutable: [com.acme.Qoute]"));

    assertThat(remarks(run))
        .containsExactly(
            "warning immutable: com.acme.Qoute never applies: there is no class com.acme.Qoute on"
                + " the class path; did you mean \"com.acme.Quote\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sku", "total", "label", "getLabel"})
  void partsByFieldPropertyOrMethod(String part) throws Exception {
    CommandRun run =
        check("types: { com.acme.Quote: { parts: [" + part + "] } }\n" + point("quote"));

    assertThat(remarks(run)).isEmpty();
    assertThat(run.code).isZero();
  }

  @Test
  void noiseWithoutIdempotent() throws Exception {
    CommandRun run = check(point("quote", ", noise: { repeat: 5% }"));

    assertThat(remarks(run)).hasSize(1).allMatch(text -> text.startsWith("warning: "));
    assertThat(run.out).contains("idempotent");
    assertThat(run.code).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.ArrayList#size",
        "javax.swing.JPanel#updateUI",
        "sun.misc.Signal#raise",
        "com.sun.net.httpserver.HttpServer#stop",
        "jdk.jfr.Event#begin"
      })
  void controlsOfTheJdk(String control) throws Exception {
    CommandRun run =
        check("calls: [ { control: " + control + ", candidate: com.acme.next.New#quote } ]");

    String type = control.substring(0, control.indexOf('#'));
    assertThat(remarks(run))
        .contains(
            "error " + type + " belongs to the JDK; only the application's own classes are woven");
    assertThat(run.code).isEqualTo(1);
  }

  @Test
  void staticMethodsOfInterfacesAreNotInherited() throws Exception {
    CommandRun run =
        check(
            "calls: [ { control: com.acme.Old#quote, candidate: com.acme.next.Low#quote } ]",
            "package com.acme.next; import com.acme.*; public interface Top {"
                + " static Quote quote(String sku, Long id) { return null; } }",
            "package com.acme.next; public interface Low extends Top {}");

    assertThat(remarks(run))
        .containsExactly(
            "error static methods of interfaces are not inherited; name com.acme.next.Top");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "'', true"})
  void argumentsOfAVoidControl(String stated, boolean compared) throws Exception {
    CommandRun run =
        check(
            "calls: [ { control: com.acme.Old#change, candidate: com.acme.next.Sink#change"
                + (stated.isEmpty() ? "" : ", compare: { arguments: " + stated + " }")
                + " } ]",
            "package com.acme.next; public class Sink { public void change(StringBuilder a) {} }");

    assertThat(run.out.contains("arguments after the call")).isEqualTo(compared);
    assertThat(run.code).isZero();
  }

  @Test
  void pageWithAllFacts() throws Exception {
    CommandRun run =
        check(
            point(
                "quote",
                ", factory: com.acme.next.Maker#make, compare: { ignore: [/sku] }, accept: [ { id:"
                    + " A-1, where: { path: /total }, reason: r, owner: o, until: 2999-12-31 } ]"),
            "package com.acme.next; public class Maker { public static New make() {"
                + " return null; } }");

    assertThat(run.out)
        .contains("\n  factory    com.acme.next.Maker#make\n", "\n             ignore /sku\n")
        .containsPattern("\n  accept     A-1.*\n")
        .endsWith("\n1 of 1 call point fits.\n");
  }
}
