package io.understudy.agent.check;

import static io.understudy.agent.check.Checking.page;
import static io.understudy.agent.check.Checking.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateCheckTest {
  @TempDir Path directory;

  @Test
  void overloadAsJavaWouldChoose() throws Exception {
    assertThat(page(directory, "PricingService#quote", "Pricing#quote"))
        .containsExactly(
            "fits          PricingService#quote",
            "  control    com.acme.legacy.PricingService#quote(com.acme.legacy.Cart, int): com.acme.legacy.Quote",
            "  candidate  com.acme.next.Pricing#quote(com.acme.legacy.Cart, long): java.util.Map");
  }

  @Test
  void overloadAsWritten() throws Exception {
    assertThat(page(directory, "PricingService#quote", "Pricing#quote(Object, Integer)"))
        .containsExactly(
            "fits          PricingService#quote",
            "  control    com.acme.legacy.PricingService#quote(com.acme.legacy.Cart, int): com.acme.legacy.Quote",
            "  candidate  com.acme.next.Pricing#quote(java.lang.Object, java.lang.Integer): java.lang.Object");
  }

  @Test
  void inheritedMethod() throws Exception {
    assertThat(page(directory, "Auditing#level", "Pricing#hashCode"))
        .containsExactly(
            "fits          Auditing#level",
            "  control    com.acme.legacy.Auditing#level(): int",
            "  candidate  java.lang.Object#hashCode(): int");
  }

  @Test
  void classThatIsNotThere() throws Exception {
    assertThat(remarks(directory, "PricingService#quote", "Pricings#priced"))
        .containsExactly(
            "DOES NOT FIT",
            "error      there is no class com.acme.next.Pricings on the class path; did you mean \"com.acme.next.Pricing\"?");
  }

  @Test
  void methodThatIsNotThere() throws Exception {
    assertThat(remarks(directory, "PricingService#quote", "Pricing#prised"))
        .containsExactly(
            "DOES NOT FIT",
            "error      com.acme.next.Pricing has no method prised; did you mean \"priced\"?");
    assertThat(remarks(directory, "PricingService#quote", "Pricing#priced(int)"))
        .containsExactly(
            "DOES NOT FIT",
            "error      no method priced of com.acme.next.Pricing has these parameters; it has priced(com.acme.legacy.Cart, int)");
  }

  @Test
  void argumentsThatDoNotGoIn() throws Exception {
    assertThat(remarks(directory, "PricingService#quote", "Pricing#words"))
        .containsExactly(
            "DOES NOT FIT",
            "error      the candidate cannot take the control's arguments (com.acme.legacy.Cart, int); it has words(java.lang.String, int)");
    assertThat(remarks(directory, "PricingService#quote", "Pricing#words(String, int)"))
        .containsExactly(
            "DOES NOT FIT",
            "error      the candidate cannot take the control's arguments (com.acme.legacy.Cart, int); it has words(java.lang.String, int)");
    assertThat(remarks(directory, "Auditing#level", "Pricing#priced"))
        .containsExactly(
            "DOES NOT FIT",
            "error      the candidate cannot take the control's arguments (); it has priced(com.acme.legacy.Cart, int)");
  }

  @Test
  void argumentsThatMayNotGoIn() throws Exception {
    assertThat(remarks(directory, "PricingService#quote", "Pricing#gift"))
        .containsExactly(
            "fits",
            "warning    parameter 1: not every com.acme.legacy.Cart is a com.acme.legacy.GiftCart; calls with others stay unanswered");
    assertThat(remarks(directory, "PricingService#codes", "Pricing#codes"))
        .containsExactly(
            "fits",
            "warning    parameter 1: a null does not go into int; calls with it stay unanswered",
            "warning    a set (java.util.Set) never equals a list (java.util.List), unless both are null");
  }

  @Test
  void overloadsOfWhichNoneIsBest() throws Exception {
    assertThat(remarks(directory, "PricingService#quote", "Pricing#either"))
        .containsExactly(
            "DOES NOT FIT",
            "error      either is overloaded; write one of either(com.acme.legacy.Cart, java.lang.Object), either(java.lang.Object, java.lang.Integer)");
  }

  @Test
  void resultOnOneSideOnly() throws Exception {
    assertThat(remarks(directory, "PricingService#quote", "Pricing#silent"))
        .containsExactly(
            "DOES NOT FIT",
            "error      the control returns a com.acme.legacy.Quote and the candidate nothing, so every call would differ");
    assertThat(remarks(directory, "PricingService#book", "Pricing#receipt"))
        .containsExactly(
            "DOES NOT FIT",
            "error      the control returns nothing and the candidate a java.lang.String, so every call would differ; name a void method that wraps it");
  }

  @Test
  void resultsThatAreNeverEqual() throws Exception {
    assertThat(remarks(directory, "PricingService#tax", "Pricing#taxText"))
        .containsExactly(
            "fits", "warning    a number (double) never equals a text (java.lang.String)");
    assertThat(remarks(directory, "PricingService#tags", "Pricing#tags"))
        .containsExactly(
            "fits",
            "warning    a list (java.util.List) never equals a set (java.util.Set), unless both are null");
  }

  @Test
  void resultThatIsOneShot() throws Exception {
    assertThat(remarks(directory, "PricingService#quote", "Pricing#once"))
        .containsExactly(
            "DOES NOT FIT",
            "error      the candidate cannot be compared: its result: java.util.Iterator can be read only once, so that the candidate or the caller would find it empty");
  }
}
