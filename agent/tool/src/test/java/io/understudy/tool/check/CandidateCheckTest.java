package io.understudy.tool.check;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateCheckTest {
  @TempDir Path directory;

  private CallPointFixture point(String control, String... candidateAndFactory) {
    return new CallPointFixture(directory, control, candidateAndFactory);
  }

  @Test
  void overloadChosenAsInJava() throws Exception {
    point("PricingService#quote", "Pricing#quote")
        .fitsAs(
            "com.acme.legacy.PricingService#quote(com.acme.legacy.Cart, int):"
                + " com.acme.legacy.Quote",
            "com.acme.next.Pricing#quote(com.acme.legacy.Cart, long): java.util.Map");
  }

  @Test
  void overloadWithParameterTypes() throws Exception {
    point("PricingService#quote", "Pricing#quote(Object, Integer)")
        .fitsAs(
            "com.acme.legacy.PricingService#quote(com.acme.legacy.Cart, int):"
                + " com.acme.legacy.Quote",
            "com.acme.next.Pricing#quote(java.lang.Object, java.lang.Integer): java.lang.Object");
  }

  @Test
  void inheritedMethod() throws Exception {
    point("Auditing#level", "Pricing#hashCode")
        .fitsAs("com.acme.legacy.Auditing#level(): int", "java.lang.Object#hashCode(): int");
  }

  @Test
  void missingClass() throws Exception {
    point("PricingService#quote", "Pricings#priced")
        .doesNotFit(
            "there is no class com.acme.next.Pricings on the class path; did you mean"
                + " \"com.acme.next.Pricing\"?");
  }

  @Test
  void missingMethod() throws Exception {
    point("PricingService#quote", "Pricing#prised")
        .doesNotFit("com.acme.next.Pricing has no method prised; did you mean \"priced\"?");
    point("PricingService#quote", "Pricing#priced(int)")
        .doesNotFit(
            "no method priced of com.acme.next.Pricing has these parameters; it has"
                + " priced(com.acme.legacy.Cart, int)");
  }

  @Test
  void argumentsThatNeverFit() throws Exception {
    point("PricingService#quote", "Pricing#words")
        .doesNotFit(
            "the candidate cannot take the control's arguments (com.acme.legacy.Cart, int);"
                + " it has words(java.lang.String, int)");
    point("PricingService#quote", "Pricing#words(String, int)")
        .doesNotFit(
            "the candidate cannot take the control's arguments (com.acme.legacy.Cart, int);"
                + " it has words(java.lang.String, int)");
    point("Auditing#level", "Pricing#priced")
        .doesNotFit(
            "the candidate cannot take the control's arguments (); it has"
                + " priced(com.acme.legacy.Cart, int)");
  }

  @Test
  void argumentsThatMayNotFit() throws Exception {
    point("PricingService#quote", "Pricing#gift")
        .fitsWith(
            "parameter 1: not every com.acme.legacy.Cart is a com.acme.legacy.GiftCart; calls"
                + " with other values are unanswered");
    point("PricingService#codes", "Pricing#codes")
        .fitsWith(
            "parameter 1: a null cannot be passed as int; calls with a null are unanswered",
            "a set (java.util.Set) never equals a list (java.util.List), unless both are null");
  }

  @Test
  void ambiguousOverloads() throws Exception {
    point("PricingService#quote", "Pricing#either")
        .doesNotFit(
            "either is overloaded; write one of either(com.acme.legacy.Cart,"
                + " java.lang.Object), either(java.lang.Object, java.lang.Integer)");
  }

  @Test
  void resultOnOneSideOnly() throws Exception {
    point("PricingService#quote", "Pricing#silent")
        .doesNotFit(
            "the control returns a com.acme.legacy.Quote and the candidate returns nothing, so"
                + " every call would differ");
    point("PricingService#book", "Pricing#receipt")
        .doesNotFit(
            "the control returns nothing and the candidate returns a java.lang.String, so every"
                + " call would differ; name a void method that wraps it");
  }

  @Test
  void resultsThatAreNeverEqual() throws Exception {
    point("PricingService#tax", "Pricing#taxText")
        .fitsWith("a number (double) never equals a text (java.lang.String)");
    point("PricingService#tags", "Pricing#tags")
        .fitsWith(
            "a list (java.util.List) never equals a set (java.util.Set), unless both are null");
  }

  @Test
  void oneShotResult() throws Exception {
    point("PricingService#quote", "Pricing#once")
        .doesNotFit(
            "the candidate cannot be compared: its result: java.util.Iterator can be read"
                + " only once, so the candidate or the caller would find it empty");
  }
}
