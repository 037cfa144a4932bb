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

/** Warnings of rules for all call points: once, and only where they apply at no call point. */
class DefaultRuleCheckTest {
  private static final String OLD =
      "package com.acme; public class Old { public Order order() { return null; }"
          + " public Customer customer() { return null; } }";
  private static final String TYPES =
      "package com.acme; class Order { String id; java.util.List<String> tags; long total; }"
          + " class Customer { String name; }";
  private static final String NEW =
      "package com.acme; public class New { public Order order() { return null; }"
          + " public Customer customer() { return null; } }";

  @TempDir Path directory;

  private CommandRun check(String compare, String... calls) throws Exception {
    String classes = Sources.compile(directory.resolve("classes"), OLD, TYPES, NEW).toString();
    StringBuilder yaml = new StringBuilder("compare: " + compare + "\ncalls:\n");
    for (String call : calls) {
      yaml.append("  - { ").append(call).append(" }\n");
    }
    Path file = directory.resolve("understudy.yaml");
    Files.write(file, yaml.toString().getBytes(StandardCharsets.UTF_8));
    return CommandRun.run("check", file.toString(), "--classpath", classes);
  }

  private static String point(String method, String... more) {
    return "control: com.acme.Old#"
        + method
        + ", candidate: com.acme.New#"
        + method
        + String.join("", more);
  }

  private static List<String> remarks(CommandRun run) {
    return Arrays.stream(run.out.split("\n"))
        .filter(line -> line.matches("  (error|warning) .*"))
        .map(line -> line.trim().replaceAll(" +", " "))
        .collect(Collectors.toList());
  }

  @Test
  void ruleThatAppliesAtOneCallPointCausesNoWarning() throws Exception {
    CommandRun run =
        check(
            "{ ignore: [/**/id], unordered: [/tags], keyed: { '/**/tags': x } }",
            point("order"),
            point("customer"));

    assertThat(remarks(run))
        .containsExactly(
            "warning at every call point: keyed /**/tags by x: java.lang.String has no parts, so"
                + " its elements cannot be paired");
    assertThat(run.code).isZero();
  }

  @Test
  void ruleThatNeverAppliesCausesOneWarning() throws Exception {
    CommandRun run = check("{ ignore: [/ix, com.acme.Gone] }", point("order"), point("customer"));

    assertThat(remarks(run))
        .containsExactly(
            "warning at every call point: ignore /ix never applies: com.acme.Order has no part ix;"
                + " did you mean \"id\"?",
            "warning at every call point: ignore com.acme.Gone never applies: there is no class"
                + " com.acme.Gone on the class path");
    assertThat(run.out).contains("\nfits          compare\n");
  }

  @Test
  void ruleThatEveryCallPointReplacesCausesOneWarning() throws Exception {
    CommandRun run =
        check("{ tolerate: { /id: 1 } }", point("order", ", compare: { tolerate: { /id: 2 } }"));

    assertThat(remarks(run))
        .containsExactly(
            "warning tolerate /id within 2 never applies: /id is java.lang.String against"
                + " java.lang.String",
            "warning at every call point: tolerate /id within 1 is left out, because the call point"
                + " has a rule of its own");
  }

  @Test
  void ownRuleThatNeverAppliesStillCausesItsWarning() throws Exception {
    assertThat(
            remarks(check("{}", point("customer", ", compare: { ignore: [/id] }"), point("order"))))
        .hasSize(1);
  }

  @Test
  void onlyWithoutPlacesIsAnError() throws Exception {
    CommandRun wrong = check("{}", point("order", ", compare: { only: [/ix] }"));
    CommandRun right = check("{}", point("order", ", compare: { only: [/ix, /id] }"));

    assertThat(remarks(wrong))
        .contains("error nothing would be compared: the result has no place that only names");
    assertThat(wrong.code).isEqualTo(1);
    assertThat(right.code).isZero();
    assertThat(remarks(right)).hasSize(1);
  }

  @Test
  void patternsInScopesAreFollowed() throws Exception {
    assertThat(
            remarks(
                check(
                    "{}",
                    point(
                        "order",
                        ", compare: { ignore: [/t*, com.acme.*, com.acme.Order ->"
                            + " com.acme.Order] }"))))
        .containsExactly("warning ignore /t* hides 2 of the 3 parts of the result; name fewer");
    assertThat(remarks(check("{}", point("order", ", compare: { ignore: [/x*] }"))))
        .containsExactly("warning ignore /x* never applies: com.acme.Order has no part x*");
  }
}
