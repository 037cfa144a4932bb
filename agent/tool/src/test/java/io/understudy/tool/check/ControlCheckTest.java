package io.understudy.tool.check;

import static io.understudy.tool.check.CheckFixture.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlCheckTest {
  @TempDir Path directory;

  private CallPointFixture point(String control, String... candidateAndFactory) {
    return new CallPointFixture(directory, control, candidateAndFactory);
  }

  @Test
  void wovenMethods() throws Exception {
    point("PricingService#quote", "Pricing#priced")
        .fitsAs(
            "com.acme.legacy.PricingService#quote(com.acme.legacy.Cart, int):"
                + " com.acme.legacy.Quote",
            "com.acme.next.Pricing#priced(com.acme.legacy.Cart, int):"
                + " com.acme.next.Pricing$Quotation");
    point("PricingService#tax", "Pricing#tax")
        .fitsAs(
            "static com.acme.legacy.PricingService#tax(double, java.lang.String[]): double",
            "static com.acme.next.Pricing#tax(double, java.lang.String[]): java.math.BigDecimal");
    point("PricingService#count", "Pricing#count")
        .fitsAs(
            "com.acme.legacy.PricingService#count(java.lang.Object, char, int[]): long",
            "com.acme.next.Pricing#count(java.lang.Object, int, int[]): int");
    point("BaseService#entry", "Pricing#echo")
        .fitsAs(
            "com.acme.legacy.BaseService#entry(java.lang.String): java.lang.String",
            "com.acme.next.Pricing#echo(java.lang.String): java.lang.String");
    point("Auditing#level", "Pricing#level")
        .fitsAs("com.acme.legacy.Auditing#level(): int", "com.acme.next.Pricing#level(): int");
  }

  @Test
  void missingClass() throws Exception {
    point("PricingServce#quote", "Pricing#priced")
        .doesNotFit(
            "there is no class com.acme.legacy.PricingServce on the class path; did you mean"
                + " \"com.acme.legacy.PricingService\"?");
    point("other.PricingService#quote", "Pricing#priced")
        .doesNotFit(
            "there is no class other.PricingService on the class path; did you mean"
                + " \"com.acme.legacy.PricingService\"?");
    point("Cart.Line#price", "Pricing#priced")
        .doesNotFit(
            "there is no class com.acme.legacy.Cart.Line on the class path; nested classes"
                + " are written with a dollar sign: com.acme.legacy.Cart$Line");
    point("Zzzzzzzz#z", "Pricing#priced")
        .doesNotFit("there is no class com.acme.legacy.Zzzzzzzz on the class path");
  }

  @Test
  void missingMethod() throws Exception {
    point("PricingService#qoute", "Pricing#prised")
        .doesNotFit(
            "com.acme.legacy.PricingService declares no method qoute; did you mean \"quote\"?",
            "com.acme.next.Pricing has no method prised; did you mean \"priced\"?");
    point("PricingService#total(int)", "Pricing#priced")
        .doesNotFit(
            "no method total of com.acme.legacy.PricingService has these parameters; it"
                + " declares total(com.acme.legacy.Cart), total(com.acme.legacy.Cart,"
                + " java.lang.String)");
  }

  @Test
  void overloadedMethod() throws Exception {
    point("PricingService#total", "Pricing#priced")
        .doesNotFit(
            "total is overloaded; write one of total(com.acme.legacy.Cart),"
                + " total(com.acme.legacy.Cart, java.lang.String)");
  }

  @Test
  void inheritedMethod() throws Exception {
    point("PricingService#audit", "Pricing#priced")
        .doesNotFit(
            "com.acme.legacy.PricingService inherits audit and does not declare it; write"
                + " com.acme.legacy.BaseService#audit");
    point("PricingService#level", "Pricing#priced")
        .doesNotFit(
            "com.acme.legacy.PricingService inherits level and does not declare it; write"
                + " com.acme.legacy.Auditing#level");
  }

  @Test
  void methodWithoutABody() throws Exception {
    point("Awkward#size", "Pricing#length")
        .doesNotFit(
            "size(java.lang.String) is abstract, so there is no code to weave; name a class"
                + " that implements it, such as com.acme.legacy.Gentle; or give packages:, and"
                + " the classes in them that implement it are woven");
    point("Auditing#entry", "Pricing#echo")
        .doesNotFit(
            "entry(java.lang.Object) is abstract, so there is no code to weave; name a class"
                + " that implements it; or give packages:, and the classes in them that implement"
                + " it are woven");
    point("Awkward#nativeSize", "Pricing#length")
        .doesNotFit(
            "nativeSize(java.lang.String) is native, so there is no code to weave; name a"
                + " Java method that calls it");
  }

  @Test
  void classOfTheJdk() throws Exception {
    point("java.util.ArrayList#size", "Pricing#level")
        .doesNotFit(
            "java.util.ArrayList belongs to the JDK; only the application's own classes are woven");
  }

  @Test
  void classesOfTheAgentAndGeneratedClasses() throws Exception {
    point("io.understudy.agent.Agent#start", "Pricing#level")
        .doesNotFit("io.understudy.agent.Agent belongs to the agent itself");
    point("PricingService$$EnhancerBySpring#quote", "Pricing#level")
        .doesNotFit(
            "com.acme.legacy.PricingService$$EnhancerBySpring is generated at run time;"
                + " name the class that it was generated for");
  }

  @Test
  void oneShotTypes() throws Exception {
    point("Awkward#iterator", "Pricing#level")
        .doesNotFit(
            "cannot be captured: the result: java.util.Iterator can be read only once, so the"
                + " candidate or the caller would find it empty");
    point("Awkward#stream", "Pricing#level")
        .doesNotFit(
            "cannot be captured: the result: java.util.stream.Stream is a"
                + " java.util.stream.BaseStream, which can be read only once, so the candidate or"
                + " the caller would find it empty");
    point("Awkward#read", "Pricing#readAll")
        .doesNotFit(
            "cannot be captured: parameter 1: java.io.InputStream can be read only once, so"
                + " the candidate or the caller would find it empty");
    point("Awkward#store", "Pricing#store")
        .doesNotFit(
            "cannot be captured: parameter 1: java.sql.Connection is a resource, not a value;"
                + " shadow a method that takes and gives values");
    point("Awkward#rows", "Pricing#level")
        .doesNotFit(
            "cannot be captured: the result: com.acme.legacy.Awkward$Rows is a"
                + " java.io.InputStream, which can be read only once, so the candidate or the"
                + " caller would find it empty");
    assertThat(remarks(directory, "Awkward#threads", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result: java.lang.Thread[] holds a value that"
                + " cannot be captured: java.lang.Thread belongs to threads, not to a value;"
                + " shadow a method that takes and gives values",
            "warning    a list (java.lang.Thread[]) never equals a number (int)");
  }

  @Test
  void nestedOneShotTypes() throws Exception {
    assertThat(remarks(directory, "Archive#streams", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result:"
                + " java.util.List<java.util.stream.Stream<java.lang.String>> holds a value that"
                + " cannot be captured: java.util.stream.Stream is a java.util.stream.BaseStream,"
                + " which can be read only once, so the candidate or the caller would find it empty",
            "warning    a list (java.util.List) never equals a number (int)");
    point("Archive#scan", "Pricing#scan")
        .fitsWith(
            "the result may hold a value that cannot be captured at /image:"
                + " java.io.InputStream can be read only once, so the candidate or the caller"
                + " would find it empty; calls with such a value are uncaptured",
            "the candidate's result may hold a value that cannot be captured at /image:"
                + " java.io.InputStream can be read only once, so the candidate or the caller"
                + " would find it empty; calls with such a value do not match");
    point("Archive#store", "Pricing#storeAll")
        .fitsWith(
            "parameter 1 may hold a value that cannot be captured at /*/image:"
                + " java.io.InputStream can be read only once, so the candidate or the caller"
                + " would find it empty; calls with such a value are uncaptured");
  }

  @Test
  void asynchronousResults() throws Exception {
    assertThat(remarks(directory, "Awkward#later", "Pricing#level")).startsWith("fits");
    point("Awkward#future", "Pricing#level")
        .doesNotFit(
            "cannot be captured: the result: java.util.concurrent.Future completes later, and"
                + " is no CompletionStage; it is never waited for: let the control return a"
                + " CompletionStage, or shadow the method that computes the value");
  }
}
