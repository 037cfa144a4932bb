package io.understudy.tool.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Static types that are too large, too deep or recursive. */
class TypeLimitsTest {
  @TempDir Path directory;

  private <T> T withParts(Function<TypePartsFinder, T> question, String... sources)
      throws Exception {
    String classes = Sources.compile(directory, sources).toString();
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(classes))) {
      return question.apply(new TypePartsFinder(new TypeLookup(files), Collections.emptySet()));
    }
  }

  private static StaticType type(String name) {
    return StaticType.of(name, Collections.emptyList());
  }

  /** Classes C0 to C{count - 1}, each with a field of the next. */
  private static String[] chain(int count) {
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String next = i + 1 < count ? "C" + (i + 1) + " next;" : "int last;";
      sources.add("package com.acme; final class C" + i + " { " + next + " }");
    }
    return sources.toArray(new String[0]);
  }

  @Test
  void leavesEndAtDepth16() throws Exception {
    List<TypeLeaf> leaves =
        withParts(parts -> TypeLeaves.of(type("com.acme.C0"), parts), chain(20));

    assertThat(leaves).hasSize(1);
    assertThat(leaves.get(0).steps).hasSize(16);
    assertThat(leaves.get(0).type).hasToString("com.acme.C16");
  }

  @Test
  void atMost2000Leaves() throws Exception {
    StringBuilder wide = new StringBuilder("package com.acme; final class Wide {");
    for (int i = 0; i < 2_100; i++) {
      wide.append(" int f").append(i).append(';');
    }

    List<TypeLeaf> leaves =
        withParts(
            parts -> TypeLeaves.of(type("com.acme.Wide"), parts), wide.append('}').toString());

    assertThat(leaves).hasSize(2_000);
    assertThat(leaves.get(1_999)).hasToString("/f1999");
  }

  @Test
  void pathsBeyondDepth40AreUnknown() throws Exception {
    List<String> steps = new ArrayList<>(Collections.nCopies(41, "next"));
    steps.add("missing");

    boolean isDead =
        withParts(parts -> new PathWalk(type("com.acme.C0"), steps, parts).isDead(), chain(45));
    steps.subList(0, 10).clear();
    String deadEnd =
        withParts(parts -> new PathWalk(type("com.acme.C0"), steps, parts).deadEnd(), chain(45));

    assertThat(isDead).isFalse();
    assertThat(deadEnd).isEqualTo("com.acme.C31 has no part missing");
  }

  @Test
  void doubleAsteriskEndsInARecursiveType() throws Exception {
    String source =
        "package com.acme; final class Node { Node left; Node right; java.util.List<Node> all; }";

    PathWalk walk =
        withParts(
            parts -> new PathWalk(type("com.acme.Node"), Arrays.asList("**", "label"), parts),
            source);

    assertThat(walk.isDead()).isTrue();
    assertThat(walk.deadEnd()).isEqualTo("com.acme.Node has no part label");
  }

  @Test
  void hiddenFieldIsNamedWithItsClass() throws Exception {
    List<TypeLeaf> leaves =
        withParts(
            parts -> TypeLeaves.of(type("com.acme.Low"), parts),
            "package com.acme; class Top { int id; }",
            "package com.acme; class Low extends Top { String id; transient int t; static int s; }");

    assertThat(leaves.toString()).isEqualTo("[/id, /t, /Top.id]");
  }

  @Test
  void classBelowAClassOfTheJdkHasUnknownParts() throws Exception {
    TypeParts parts =
        withParts(
            finder -> finder.of(type("com.acme.Clock")),
            "package com.acme; class Clock extends java.util.Observable { int ticks; }");

    assertThat(parts).isSameAs(TypeParts.UNKNOWN);
  }

  @Test
  void containersAndScalars() throws Exception {
    withParts(
        parts -> {
          assertThat(parts.of(type("int"))).isSameAs(TypeParts.NONE);
          assertThat(parts.of(type("void"))).isSameAs(TypeParts.NONE);
          assertThat(parts.of(type("java.time.Instant"))).isSameAs(TypeParts.NONE);
          assertThat(parts.of(type("java.util.OptionalInt"))).isSameAs(TypeParts.NONE);
          assertThat(parts.of(type("com.acme.Colour"))).as("enum").isSameAs(TypeParts.NONE);
          assertThat(parts.of(StaticType.UNKNOWN)).isSameAs(TypeParts.UNKNOWN);
          assertThat(parts.of(type("com.acme.Missing"))).isSameAs(TypeParts.UNKNOWN);
          assertThat(parts.of(type("com.acme.Lost"))).as("exception").isSameAs(TypeParts.UNKNOWN);
          assertThat(parts.of(type("java.lang.Runnable"))).isSameAs(TypeParts.UNKNOWN);
          assertThat(parts.of(StaticType.arrayOf(type("int"))).element()).hasToString("int");
          assertThat(parts.of(type("java.util.List")).element()).hasToString("java.lang.Object");
          return "";
        },
        "package com.acme; enum Colour { RED }",
        "package com.acme; class Lost extends Exception { int code; }");
  }
}
