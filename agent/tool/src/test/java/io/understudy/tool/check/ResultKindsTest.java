package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Result types of the two sides whose values are never equal. */
class ResultKindsTest {
  @TempDir Path directory;

  /** The findings on methods with these result types. */
  private List<String> findings(String control, String candidate) throws Exception {
    String source =
        "package com.acme; import java.util.*; import java.util.concurrent.*; abstract class Sides {"
            + " enum Colour { RED } abstract "
            + control
            + " control(); abstract "
            + candidate
            + " candidate(); }";
    Findings findings = new Findings();
    try (ClassPathFiles files =
        new ClassPathFiles(ClassPath.of(Sources.compile(directory, source).toString()))) {
      TypeLookup types = new TypeLookup(files);
      TypePartsFinder parts = new TypePartsFinder(types, Collections.emptySet());
      new ResultCheck(types, new NestedTypeCheck(files, types, parts), findings)
          .check(signature(types, "control"), signature(types, "candidate"));
    }
    return findings.lines();
  }

  private static MethodSignature signature(TypeLookup types, String name) {
    return types.declared("com.acme.Sides", name).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "int, boolean, number, boolean",
    "Integer, String, number, text",
    "java.math.BigDecimal, StringBuilder, number, text",
    "boolean, CharSequence, boolean, text",
    "'List<String>', 'Set<String>', list, set",
    "'ArrayList<String>', 'TreeMap<String, String>', list, map",
    "int[], 'Set<Integer>', list, set",
    "String[], String, list, text",
    "'Map<String, String>', long, map, number",
    "'HashSet<String>', 'HashMap<String, String>', set, map",
  })
  void differentKinds(String control, String candidate, String one, String other) throws Exception {
    for (int swap = 0; swap < 2; swap++) {
      List<String> found = swap == 0 ? findings(control, candidate) : findings(candidate, control);

      assertThat(found).hasSize(1);
      assertThat(found.get(0))
          .startsWith("warning    a " + (swap == 0 ? one : other) + " (")
          .contains(" never equals a " + (swap == 0 ? other : one) + " (");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "int, long",
    "int, java.math.BigDecimal",
    "String, StringBuilder",
    "'List<String>', String[]",
    "'List<String>', 'Collection<String>'",
    "byte[], String",
    "char[], String",
    "Colour, String",
    "Object, int",
    "'Map<String, String>', Object",
    "'Set<String>', 'LinkedHashSet<String>'",
    "void, void",
    "'CompletableFuture<String>', String",
    "'CompletableFuture<Void>', void",
  })
  void kindsThatMayBeEqual(String control, String candidate) throws Exception {
    assertThat(findings(control, candidate)).isEmpty();
    assertThat(findings(candidate, control)).isEmpty();
  }

  @Test
  void nullsCountOnlyIfBothSidesCanBeNull() throws Exception {
    assertThat(findings("Integer", "String").get(0)).endsWith(", unless both are null");
    assertThat(findings("int", "String").get(0)).endsWith(" (java.lang.String)");
    assertThat(findings("Boolean", "long").get(0)).endsWith(" (long)");
  }

  @ParameterizedTest
  @CsvSource({
    "void, String, the control returns nothing and the candidate returns a java.lang.String",
    "'CompletableFuture<Void>', int, the control returns nothing and the candidate returns a int",
    "String, void, the control returns a java.lang.String and the candidate returns nothing",
    "int[], 'CompletableFuture<Void>', the control returns a int[] and the candidate returns nothing",
  })
  void resultOnOneSideOnly(String control, String candidate, String error) throws Exception {
    assertThat(findings(control, candidate))
        .hasSize(1)
        .allMatch(line -> line.startsWith("error      " + error + ", so every call would differ"));
  }

  @Test
  void valueOfAStageIsCompared() throws Exception {
    assertThat(findings("CompletableFuture<Integer>", "String"))
        .containsExactly(
            "warning    a number (java.lang.Integer) never equals a text (java.lang.String), unless"
                + " both are null");
    assertThat(findings("CompletableFuture<int[]>", "Set<Integer>"))
        .containsExactly(
            "warning    a list (int[]) never equals a set (java.util.Set), unless both are null");
    assertThat(findings("CompletionStage", "Set<Integer>")).as("raw").isEmpty();
  }
}
