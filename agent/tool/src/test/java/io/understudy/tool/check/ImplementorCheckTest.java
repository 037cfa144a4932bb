package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of call points with packages. */
class ImplementorCheckTest {
  private static final String PRICING =
      "package com.acme; public interface Pricing { int quote(String sku); }";
  private static final String NEXT =
      "package com.acme.next; public class Next { public int quote(String sku) { return 1; } }";

  @TempDir Path directory;

  @Test
  void wovenImplementors() throws Exception {
    assertThat(
            page(
                "com.acme.Pricing#quote",
                PRICING,
                "package com.acme.deep; public class A implements com.acme.Pricing {"
                    + " public int quote(String sku) { return 1; } }",
                "package com.acme; public abstract class B implements Pricing {"
                    + " static class C extends B { public int quote(String sku) { return 1; } } }",
                "package com.acme; public class D$$EnhancerBySpringCGLIB$$1 implements Pricing {"
                    + " public int quote(String sku) { return 1; } }",
                "package org.other; public class E implements com.acme.Pricing {"
                    + " public int quote(String sku) { return 1; } }"))
        .containsExactly(
            "fits          Pricing#quote",
            "  control    com.acme.Pricing#quote(java.lang.String): int",
            "  candidate  com.acme.next.Next#quote(java.lang.String): int",
            "  woven      com.acme.B$C#quote(java.lang.String)",
            "             com.acme.deep.A#quote(java.lang.String)");
  }

  @Test
  void genericImplementorIsListedWithItsOwnTypes() throws Exception {
    assertThat(
            page(
                "com.acme.Source#quote",
                "package com.acme; public interface Source<T> { int quote(T of); }",
                "package com.acme; public class Texts implements Source<String> {"
                    + " public int quote(String sku) { return 1; } }"))
        .contains(
            "  control    com.acme.Source#quote(java.lang.Object): int",
            "  woven      com.acme.Texts#quote(java.lang.String)");
  }

  @Test
  void warningOfLambdasAndMethodReferences() throws Exception {
    assertThat(
            page(
                "com.acme.Pricing#quote",
                PRICING,
                "package com.acme; public interface Loud extends Pricing {}",
                "package com.acme; public class A implements Pricing {"
                    + " public int quote(String sku) { return 1; } }",
                "package com.acme; public class Wiring { Pricing one = sku -> 1;"
                    + " Runnable other = () -> {}; }",
                "package com.acme; public class Wires { Loud one = String::length; }"))
        .endsWith(
            "  woven      com.acme.A#quote(java.lang.String)",
            "  warning    com.acme.Wires creates a com.acme.Pricing from a lambda or method"
                + " reference, which no agent can weave: its calls are not intercepted",
            "  warning    com.acme.Wiring creates a com.acme.Pricing from a lambda or method"
                + " reference, which no agent can weave: its calls are not intercepted");
  }

  @Test
  void warningOfInheritedAndNativeBodies() throws Exception {
    assertThat(
            page(
                "com.acme.Pricing#quote",
                PRICING,
                "package com.acme; public class Common { public int quote(String s) { return"
                    + " 1; } }",
                "package com.acme; public class Late extends Common implements Pricing {}",
                "package com.acme; public class Foreign implements Pricing {"
                    + " public native int quote(String sku); }",
                "package com.acme; public class A implements Pricing {"
                    + " public int quote(String sku) { return 1; } }"))
        .endsWith(
            "  woven      com.acme.A#quote(java.lang.String)",
            "  warning    com.acme.Foreign#quote(java.lang.String) is native, so there is no"
                + " code to weave",
            "  warning    com.acme.Late runs a body that is not woven, because it is inherited"
                + " from com.acme.Common, which is not a subtype of com.acme.Pricing; give"
                + " com.acme.Common#quote a call point of its own");
  }

  @Test
  void nothingToWeave() throws Exception {
    assertThat(page("com.acme.Pricing#quote", PRICING))
        .containsExactly(
            "DOES NOT FIT  Pricing#quote",
            "  control    com.acme.Pricing#quote(java.lang.String): int",
            "  candidate  com.acme.next.Next#quote(java.lang.String): int",
            "  error      no class in com.acme has a body for com.acme.Pricing#quote; nothing would"
                + " be woven");
  }

  @Test
  void missingMethodHasASuggestion() throws Exception {
    assertThat(page("com.acme.Pricing#qoute", PRICING))
        .contains("  error      com.acme.Pricing has no method qoute; did you mean \"quote\"?");
  }

  @Test
  void interfaceOfTheJdk() throws Exception {
    assertThat(
            page(
                "java.util.function.ToIntFunction#applyAsInt",
                "package com.acme; public class Lengths"
                    + " implements java.util.function.ToIntFunction<String> {"
                    + " public int applyAsInt(String text) { return 1; } }"))
        .contains("  woven      com.acme.Lengths#applyAsInt(java.lang.String)");
  }

  @Test
  void atMostTwentyImplementors() throws Exception {
    List<String> sources = new ArrayList<>();
    sources.add(PRICING);
    for (int i = 10; i < 33; i++) {
      sources.add(
          "package com.acme; public class A"
              + i
              + " implements Pricing {"
              + " public int quote(String sku) { return 1; } }");
    }
    assertThat(page("com.acme.Pricing#quote", sources.toArray(new String[0])))
        .hasSize(3 + 21)
        .endsWith("             com.acme.A29#quote(java.lang.String)", "             and 3 more");
  }

  private List<String> page(String control, String... sources) throws Exception {
    List<String> all = new ArrayList<>(Arrays.asList(sources));
    all.add(NEXT);
    Path classes = Sources.compile(directory.resolve("classes"), all.toArray(new String[0]));
    return CheckFixture.callPoint(
        directory,
        classes.toString(),
        "control: " + control,
        "candidate: com.acme.next.Next#quote",
        "packages: [com.acme]");
  }
}
