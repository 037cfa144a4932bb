package io.understudy.tool.check;

import static io.understudy.tool.check.CheckFixture.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceCheckTest {
  @TempDir Path directory;

  private CallPointFixture point(String control, String... candidateAndFactory) {
    return new CallPointFixture(directory, control, candidateAndFactory);
  }

  @Test
  void constructorWithoutParameters() throws Exception {
    assertThat(page(directory, "PricingService#book", "Pricing#book"))
        .containsExactly(
            "fits          PricingService#book",
            "  control    com.acme.legacy.PricingService#book(com.acme.legacy.Cart): void",
            "  candidate  com.acme.next.Pricing#book(com.acme.legacy.Cart): void",
            "             arguments after the call");
  }

  @Test
  void factory() throws Exception {
    assertThat(page(directory, "PricingService#book", "Store#book", "Store#open"))
        .containsExactly(
            "fits          PricingService#book",
            "  control    com.acme.legacy.PricingService#book(com.acme.legacy.Cart): void",
            "  candidate  com.acme.next.Store#book(com.acme.legacy.Cart): void",
            "  factory    com.acme.next.Store#open",
            "             arguments after the call");
  }

  @Test
  void classWithoutUsableConstructor() throws Exception {
    point("PricingService#book", "Store#book")
        .doesNotFit("com.acme.next.Store is abstract; name a concrete class, or give a factory:");
    point("PricingService#book", "Store$Remote#book")
        .doesNotFit(
            "com.acme.next.Store$Remote has no constructor without parameters; give a"
                + " factory:, a static method without parameters that returns an instance; or say"
                + " by instance: where its object comes from");
  }

  @Test
  void missingFactory() throws Exception {
    point("PricingService#book", "Store#book", "Stoer#open")
        .doesNotFit(
            "there is no class com.acme.next.Stoer on the class path; did you mean"
                + " \"com.acme.next.Store\"?");
    point("PricingService#book", "Store#book", "Store#opne")
        .doesNotFit(
            "the factory com.acme.next.Store#opne does not exist: com.acme.next.Store has no"
                + " method opne without parameters; did you mean \"open\"?");
    point("PricingService#book", "Store#book", "Store#openAt")
        .doesNotFit(
            "the factory com.acme.next.Store#openAt does not exist: com.acme.next.Store has"
                + " no method openAt without parameters");
  }

  @Test
  void instanceMethodAsFactory() throws Exception {
    point("PricingService#book", "Store$Remote#book", "Store$Remote#copy")
        .doesNotFit("the factory com.acme.next.Store$Remote#copy is not static");
  }

  @Test
  void factoryOfAnotherType() throws Exception {
    point("PricingService#book", "Store#book", "Store#name")
        .doesNotFit(
            "the factory com.acme.next.Store#name returns a java.lang.String, not a"
                + " com.acme.next.Store");
    point("PricingService#book", "Store#book", "Store#nothing")
        .doesNotFit(
            "the factory com.acme.next.Store#nothing returns a void, not a com.acme.next.Store");
    point("PricingService#book", "Store$Remote#book", "Store#open")
        .fitsWith(
            "the factory com.acme.next.Store#open returns a com.acme.next.Store, which must be"
                + " a com.acme.next.Store$Remote");
  }

  @Test
  void superfluousFactory() throws Exception {
    point("PricingService#tax", "Pricing#tax", "Store#open")
        .fitsWith("the candidate is static, so the factory com.acme.next.Store#open is not called");
  }
}
