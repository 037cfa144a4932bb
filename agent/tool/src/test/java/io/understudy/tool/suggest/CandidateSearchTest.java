package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateSearchTest {
  private static final String CONTROL =
      "package com.acme.old; public class TaxServiceImpl {"
          + " public long tax(long net) { return net / 5 + hashCode(); } }";

  @TempDir Path directory;

  /** The lines on candidates and factories, for controls of com.acme.old. */
  private List<String> found(String candidates, String... sources) {
    SuggestFixture fixture = SuggestFixture.from(directory, sources).packages("com.acme.old");
    return (candidates.isEmpty() ? fixture : fixture.candidates(candidates))
        .lines().stream()
            .filter(line -> line.matches(" +(candidate|factory): .*"))
            .map(String::trim)
            .collect(Collectors.toList());
  }

  private static String candidate(String name, String body) {
    return "package com.acme.next; public class " + name + " { " + body + " }";
  }

  private static String tax(String name) {
    return candidate(name, "public long tax(long net) { return net / 5 + hashCode(); }");
  }

  @Test
  void sameNameBeforeSameStemBeforeTheOnlyMethod() {
    assertThat(found("com.acme.next", CONTROL, tax("Levies"), tax("Taxes"), tax("TaxServiceImpl")))
        .containsExactly(
            "candidate: com.acme.next.TaxServiceImpl#tax  # of a class with the same name");
    assertThat(found("com.acme.next", CONTROL, tax("Levies"), tax("Tax")))
        .containsExactly(
            "candidate: com.acme.next.TaxServiceImpl#tax  # of a class with the same name");
  }

  @Test
  void classWithoutASimpleConstructorNeedsAFactory() {
    String rated = "private final long rate; public Tax(long rate) { this.rate = rate; }";
    String method = " public long tax(long net) { return net / rate + hashCode(); }";
    assertThat(found("com.acme.next", CONTROL, candidate("Tax", rated + method)))
        .containsExactly(
            "candidate: com.acme.next.Tax#tax  # of a class with a similar name",
            "factory: TODO#create  # its constructors take parameters: name a static method that"
                + " returns the instance");
    assertThat(
            found(
                "com.acme.next",
                CONTROL,
                candidate("Tax", rated + method),
                candidate("Wiring", "public static Tax tax() { return new Tax(5); }")))
        .containsExactly(
            "candidate: com.acme.next.Tax#tax  # of a class with a similar name",
            "factory: com.acme.next.Wiring#tax");
  }

  @Test
  void sameStem() {
    assertThat(found("com.acme.next", CONTROL, tax("Levies"), tax("TaxFacade")))
        .containsExactly(
            "candidate: com.acme.next.TaxFacade#tax  # of a class with a similar name");
  }

  @Test
  void sameSupertype() {
    assertThat(
            found(
                "com.acme.next",
                "package com.acme.old; public interface Taxing { long tax(long net); }",
                "package com.acme.old; public class TaxServiceImpl implements Taxing {"
                    + " public long tax(long net) { return net / 5 + hashCode(); } }",
                "package com.acme.next; public class Levies implements com.acme.old.Taxing {"
                    + " public long tax(long net) { return hashCode(); } }"))
        .containsExactly(
            "candidate: com.acme.next.Levies#tax  # of a class with the same supertype");
  }

  @Test
  void onlyMethodOfTheNameIfCandidatesAreNamed() {
    assertThat(found("com.acme.next", CONTROL, tax("Levies")))
        .containsExactly(
            "candidate: com.acme.next.Levies#tax  # the only method with this name that fits");
  }

  @Test
  void withoutCandidatesOnlyTheSameClassName() {
    assertThat(found("", CONTROL, tax("Levies"), tax("Taxes")))
        .containsExactly("candidate: TODO#tax");
    assertThat(found("", CONTROL, tax("TaxServiceImpl")))
        .containsExactly(
            "candidate: com.acme.next.TaxServiceImpl#tax  # of a class with the same name");
  }

  @Test
  void twoEquallyGoodMethodsAreNone() {
    assertThat(found("com.acme.next", CONTROL, tax("Levies"), tax("Duties")))
        .containsExactly("candidate: TODO#tax");
  }

  @Test
  void methodThatDoesNotFitIsNotProposed() {
    assertThat(
            found(
                "com.acme.next",
                CONTROL,
                candidate("Taxes", "public long tax(String net) { return hashCode(); }")))
        .containsExactly("candidate: TODO#tax");
    assertThat(
            found(
                "com.acme.next",
                CONTROL,
                candidate("Taxes", "private long tax(long net) { return hashCode(); }")))
        .containsExactly("candidate: TODO#tax");
  }

  @Test
  void factoryForAClassWithoutAUsableConstructor() {
    assertThat(
            found(
                "com.acme.next",
                CONTROL,
                candidate(
                    "Tax",
                    "Tax(int a) {} public static Tax create() { return new Tax(1); }"
                        + " public static Tax of(int a) { return new Tax(a); }"
                        + " public static Object other() { return null; }"
                        + " public long tax(long net) { return hashCode(); }")))
        .containsExactly(
            "candidate: com.acme.next.Tax#tax  # of a class with a similar name",
            "factory: com.acme.next.Tax#create");
  }

  @Test
  void classWithoutConstructorAndFactoryIsProposedWithAnOpenFactory() {
    assertThat(
            found(
                "com.acme.next",
                CONTROL,
                candidate(
                    "Taxes", "Taxes(int a) {} public long tax(long net) { return hashCode(); }")))
        .containsExactly(
            "candidate: com.acme.next.Taxes#tax  # the only method with this name that fits",
            "factory: TODO#create  # its constructors take parameters: name a static method that"
                + " returns the instance");
  }

  @Test
  void abstractClassesInterfacesAndMocksAreNotProposed() {
    assertThat(
            found(
                "com.acme.next",
                CONTROL,
                "package com.acme.next; public interface Taxes { long tax(long net); }",
                "package com.acme.next; public abstract class TaxFacade {"
                    + " public long tax(long net) { return hashCode(); } }",
                "package com.acme.next; public class MockTax {"
                    + " public long tax(long net) { return hashCode(); } }"))
        .containsExactly("candidate: TODO#tax");
  }

  @Test
  void inheritedMethod() {
    assertThat(
            found(
                "com.acme.next",
                CONTROL,
                "package com.acme.next; public abstract class Base {"
                    + " public long tax(long net) { return hashCode(); } }",
                "package com.acme.next; public class Tax extends Base {"
                    + " public long other(long net) { return hashCode(); } }"))
        .containsExactly("candidate: com.acme.next.Tax#tax  # of a class with a similar name");
  }

  @Test
  void commonMethodNameNeedsASimilarClass() {
    List<String> sources = new ArrayList<>();
    sources.add(CONTROL);
    for (int i = 0; i < 21; i++) {
      sources.add(candidate("Wrong" + i, "public long tax(String a) { return hashCode(); }"));
    }
    sources.add(tax("Zeta"));

    assertThat(found("com.acme.next", sources.toArray(new String[0])))
        .containsExactly("candidate: TODO#tax");
  }

  @Test
  void overloadedControlWithItsParameterTypes() {
    assertThat(
            found(
                "com.acme.next",
                "package com.acme.old; public class TaxService {"
                    + " public long tax(long net) { return hashCode(); }"
                    + " public long tax(String net) { return hashCode(); } }",
                candidate(
                    "Tax",
                    "public long tax(long net) { return hashCode(); }"
                        + " public long tax(String net) { return hashCode(); }")))
        .containsOnly("candidate: com.acme.next.Tax#tax  # of a class with a similar name");
  }
}
