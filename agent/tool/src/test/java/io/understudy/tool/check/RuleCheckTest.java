package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.tool.command.CommandRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings of rules that never apply or hide too much. */
class RuleCheckTest {
  private static final String ARCHIVE = "com.acme.legacy.Archive";

  @TempDir Path directory;

  /** Returns the errors and warnings for {@code invoice} with a candidate and these rules. */
  private List<String> remarks(String candidate, String... compare) throws Exception {
    List<String> keys = new ArrayList<>();
    keys.add("control: " + ARCHIVE + "#invoice");
    keys.add("candidate: com.acme.next.Filing#" + candidate);
    keys.add("compare:");
    for (String line : compare) {
      keys.add(line.startsWith("accept") ? line : "  " + line);
    }
    List<String> remarks = new ArrayList<>();
    for (String line :
        CheckFixture.callPoint(directory, CheckFixture.TEST_CLASSES, keys.toArray(new String[0]))) {
      if (line.matches("  (error|warning) .*")) {
        remarks.add(line.trim().replaceAll(" +", " "));
      }
    }
    return remarks;
  }

  @Test
  void rulesThatMayApply() throws Exception {
    assertThat(
            remarks(
                "invoice",
                "ignore: [/date, /**/sku, com.acme.legacy.Archive$Status]",
                "tolerate: { /taxes/*: 0.01, /lines/0/price: 1 }",
                "keyed: { /lines: [sku, quantity] }",
                "unordered: [/taxes, /customer/notes/x]",
                "rename: { /id: /number }"))
        .isEmpty();
  }

  @Test
  void pathsThatTheResultDoesNotHave() throws Exception {
    assertThat(remarks("invoice", "ignore: [/dat]", "tolerate: { /lines/price: 1 }"))
        .containsExactly(
            "warning ignore /dat never applies: com.acme.legacy.Archive$Invoice has no part dat;"
                + " did you mean \"date\"?",
            "warning tolerate /lines/price within 1 never applies:"
                + " java.util.List<com.acme.legacy.Archive$Line> has elements and no part"
                + " price; write * for all elements");
  }

  @Test
  void pathThatOnlyTheCandidateHas() throws Exception {
    assertThat(remarks("invoice", "ignore: [/printedAt]")).isEmpty();
  }

  @Test
  void pathsIntoArguments() throws Exception {
    assertThat(
            remarks(
                "invoice",
                "arguments: true",
                "ignore: [/arguments/0/number, /arguments/1, /arguments/*/lines/*/sku]"))
        .isEmpty();
    assertThat(remarks("invoice", "arguments: true", "ignore: [/arguments/0/nummer]"))
        .containsExactly(
            "warning ignore /arguments/0/nummer never applies: com.acme.legacy.Archive$Order has no"
                + " part nummer; did you mean \"number\"?");
    assertThat(remarks("invoice", "arguments: true", "ignore: [/arguments/2]"))
        .containsExactly(
            "warning ignore /arguments/2 never applies: there are 2 arguments, counted from 0");
    assertThat(remarks("invoice", "ignore: [/arguments/0]"))
        .containsExactly(
            "warning ignore /arguments/0 never applies: com.acme.legacy.Archive$Invoice has no part"
                + " arguments");
  }

  @Test
  void partsThatAreNoKeys() throws Exception {
    assertThat(remarks("invoice", "keyed: { /lines: [sky, price] }"))
        .containsExactly(
            "warning keyed /lines by sky, price: com.acme.legacy.Archive$Line has no part sky;"
                + " did you mean \"sku\"?");
    assertThat(remarks("invoice", "keyed: { /taxes: rate, /date: day }", "unordered: [/status]"))
        .containsExactly(
            "warning keyed /taxes by rate: java.math.BigDecimal has no parts, so its elements"
                + " cannot be paired",
            "warning keyed /date by day never applies: java.time.LocalDate has no elements",
            "warning unordered /status never applies: com.acme.legacy.Archive$Status has no"
                + " elements");
  }

  @Test
  void renameToAMissingPath() throws Exception {
    assertThat(remarks("invoice", "rename: { /id: /numbr }"))
        .containsExactly(
            "warning rename /id to /numbr never applies: the candidate has no such place:"
                + " com.acme.next.Filing$Document has no part numbr; did you mean \"number\"?");
  }

  @Test
  void missingTypes() throws Exception {
    assertThat(remarks("invoice", "ignore: [com.acme.legacy.Archive$Stats]"))
        .containsExactly(
            "warning ignore com.acme.legacy.Archive$Stats never applies: there is no class"
                + " com.acme.legacy.Archive$Stats on the class path; did you mean"
                + " \"com.acme.legacy.Archive$Status\"?");
  }

  @Test
  void pathsThatAreNoIds() throws Exception {
    assertThat(remarks("invoice", "identity: { /id: invoice, /arguments/0/number: order }"))
        .isEmpty();
    assertThat(remarks("invoice", "identity: { /lines: line, /arguments/0/numbre: order }"))
        .containsExactly(
            "warning identity /lines of line never applies:"
                + " java.util.List<com.acme.legacy.Archive$Line> has parts, so it is not an id",
            "warning identity /arguments/0/numbre of order never applies:"
                + " com.acme.legacy.Archive$Order has no part numbre; did you mean \"number\"?");
  }

  @Test
  void unusableComparators() throws Exception {
    assertThat(
            remarks(
                "invoice",
                "comparator:",
                "  /taxes: com.acme.next.Filing$SameCents",
                "  /date: com.acme.next.Filing$Package",
                "  /id: com.acme.next.Filing$TreeView",
                "  /lines: com.acme.next.Filing$SameCent"))
        .containsExactly(
            "error comparator /date by com.acme.next.Filing$Package:"
                + " com.acme.next.Filing$Package has no public constructor without parameters",
            "error comparator /id by com.acme.next.Filing$TreeView: com.acme.next.Filing$TreeView"
                + " does not implement java.util.function.BiPredicate",
            "error comparator /lines by com.acme.next.Filing$SameCent: there is no class"
                + " com.acme.next.Filing$SameCent on the class path; did you mean"
                + " \"com.acme.next.Filing$SameCents\"?");
  }

  @Test
  void ignoreOfHalfTheParts() throws Exception {
    assertThat(remarks("invoice", "ignore: [/lines, /taxes, /customer]"))
        .containsExactly(
            "warning ignore, all together, hides 6 of the 11 parts of the result; name fewer");
    assertThat(remarks("invoice", "ignore: [/*/*]"))
        .containsExactly("warning ignore /*/* hides 6 of the 11 parts of the result; name fewer");
  }

  @Test
  void acceptancesWithMissingPaths() throws Exception {
    assertThat(accepted("{ path: /dat }", "2999-01-01"))
        .containsExactly(
            "warning accept A never applies: com.acme.legacy.Archive$Invoice has no part dat;"
                + " did you mean \"date\"?");
    assertThat(accepted("{ path: /date }", "2999-01-01")).isEmpty();
    assertThat(accepted("{ path: /gone, exceptions: { control: a.B } }", "2999-01-01")).isEmpty();
  }

  @Test
  void acceptancesThatEnd() throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(accepted("{ path: /date }", "2020-01-01"))
        .containsExactly(
            "warning accept A, of o, ended on 2020-01-01: it no longer accepts anything");
    assertThat(accepted("{ path: /date }", today.plusDays(7).toString()))
        .containsExactly(
            "warning accept A, of o, ends on "
                + today.plusDays(7)
                + ": fix the difference, or agree on a later date");
    assertThat(accepted("{ path: /date }", today.plusDays(30).toString())).isEmpty();
  }

  private List<String> accepted(String where, String until) throws Exception {
    return remarks(
        "invoice",
        "{}",
        "accept: [ { id: A, where: " + where + ", reason: r, owner: o, until: " + until + " } ]");
  }

  @Test
  void classesUnderTypes() throws Exception {
    Path file = directory.resolve("types.yaml");
    String yaml =
        "types:\n"
            + "  com.acme.legacy.Archive$Line: { parts: [sku, prise] }\n"
            + "  com.acme.legacy.Archive$Tree: { with: com.acme.next.Filing$TreeView }\n"
            + "  com.acme.legacy.Archive$Scan: { with: com.acme.next.Filing$Hidden }\n"
            + "  com.acme.legacy.Archive$Order: { with: com.acme.next.Filing }\n"
            + "  com.acme.legacy.Archive$Customer: { with: com.acme.next.Filng }\n"
            + "  com.acme.legacy.Archive$Nams: as-string\n"
            + "calls:\n"
            + "  - { control: com.acme.legacy.Archive#tree, candidate:"
            + " com.acme.next.Filing#tree }\n";
    java.nio.file.Files.write(file, yaml.getBytes("UTF-8"));

    CommandRun checking =
        CommandRun.run("check", file.toString(), "--classpath", CheckFixture.TEST_CLASSES);

    assertThat(checking.code).isEqualTo(1);
    assertThat(checking.out.split("\n\n")[1].split("\n"))
        .containsExactly(
            "DOES NOT FIT  types",
            "  error      types com.acme.legacy.Archive$Line parts [sku, prise]:"
                + " com.acme.legacy.Archive$Line has neither a field nor a getter named prise;"
                + " did you mean \"price\"?",
            "  error      types com.acme.legacy.Archive$Scan with"
                + " [com.acme.next.Filing$Hidden]: com.acme.next.Filing$Hidden has no public"
                + " constructor without parameters",
            "  error      types com.acme.legacy.Archive$Order with [com.acme.next.Filing]:"
                + " com.acme.next.Filing does not implement java.util.function.Function",
            "  error      types com.acme.legacy.Archive$Customer with [com.acme.next.Filng]:"
                + " there is no class com.acme.next.Filng on the class path; did you mean"
                + " \"com.acme.next.Filing\"?",
            "  warning    types com.acme.legacy.Archive$Nams as-string never applies: there"
                + " is no class com.acme.legacy.Archive$Nams on the class path; did you mean"
                + " \"com.acme.legacy.Archive$Names\"?");
  }
}
