package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hints of classes and the order that follows from them. */
class ServiceScoreTest {
  private static final String BODY = " { public long rate(int zone) { return hashCode(); } }";

  @TempDir Path directory;

  /** The comment lines above the classes, in order. */
  private List<String> classes(String... sources) {
    return SuggestFixture.from(directory, sources).lines().stream()
        .filter(line -> line.startsWith("  # com.acme."))
        .map(line -> line.substring("  # com.acme.".length()))
        .collect(Collectors.toList());
  }

  private static String caller(String name, String target) {
    return "package com.acme; class "
        + name
        + "Test { long call() { return new "
        + target
        + "().rate(1); } }";
  }

  @Test
  void hintsInTheirOrder() {
    assertThat(
            classes(
                "package com.acme; @interface Service {}",
                "package com.acme; public interface Api { long fee(int zone); }",
                "package com.acme; @Service public class RateService implements Api {"
                    + " public long rate(int zone) { return hashCode(); }"
                    + " public long fee(int zone) { return hashCode(); } }",
                caller("A", "RateService")))
        .containsExactly(
            "RateService: @Service, named like a service, implements com.acme.Api, called from 1"
                + " class");
  }

  @Test
  void annotationBeforeNameBeforeInterfaceBeforeNothing() {
    assertThat(
            classes(
                "package com.acme; @interface Path {}",
                "package com.acme; public interface Marked {}",
                "package com.acme; public class Plain" + BODY,
                "package com.acme; public class Typed implements Marked" + BODY,
                "package com.acme; public class RateService" + BODY,
                "package com.acme; @Path public class Annotated" + BODY))
        .containsExactly(
            "Annotated: @Path",
            "RateService: named like a service",
            "Typed: implements com.acme.Marked",
            "Plain: no hint of a service");
  }

  @Test
  void onlyTheFirstInterfaceOfTheApplicationCounts() {
    assertThat(
            classes(
                "package com.acme; public interface A {}",
                "package com.acme; public interface B {}",
                "package com.acme; public class Rates implements Runnable, A, B {"
                    + " public void run() { hashCode(); } public long rate(int zone) { return hashCode(); } }"))
        .containsExactly("Rates: implements com.acme.A");
  }

  @Test
  void equalScoresInOrderOfNames() {
    assertThat(
            classes(
                "package com.acme; public class Zones" + BODY,
                "package com.acme; public class Areas" + BODY,
                "package com.acme; public class Mains" + BODY))
        .containsExactly(
            "Areas: no hint of a service",
            "Mains: no hint of a service",
            "Zones: no hint of a service");
  }

  @Test
  void moreCallersRankHigher() {
    assertThat(
            classes(
                "package com.acme; public class Areas" + BODY,
                "package com.acme; public class Zones" + BODY,
                caller("A", "Areas"),
                caller("B", "Zones"),
                caller("C", "Zones")))
        .containsExactly("Zones: called from 2 classes", "Areas: called from 1 class");
  }

  @ParameterizedTest
  @CsvSource({
    "0, '0 classes'",
    "1, '1 class'",
    "2, '2 classes'",
    "1200, '1,200 classes'",
    "1234567, '1,234,567 classes'",
  })
  void counts(long count, String text) {
    assertThat(ServiceScore.count(count, "class", "classes")).isEqualTo(text);
  }

  @Test
  void scoreOfCalls() {
    assertThat(ServiceScore.of(1_234)).hasToString("1,234 calls");
    assertThat(ServiceScore.of(1)).hasToString("1 call");
    assertThat(ServiceScore.of(1_234).score()).isGreaterThan(ServiceScore.of(1_233).score());
  }
}
