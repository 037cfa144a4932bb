package io.understudy.agent.check;

import static io.understudy.agent.check.Checking.page;
import static io.understudy.agent.check.Checking.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlCheckTest {
  @TempDir Path directory;

  @Test
  void methodsThatWouldBeWoven() throws Exception {
    assertThat(page(directory, "PricingService#quote", "Pricing#priced"))
        .containsExactly(
            "fits          PricingService#quote",
            "  control    com.acme.legacy.PricingService#quote(com.acme.legacy.Cart, int): com.acme.legacy.Quote",
            "  candidate  com.acme.next.Pricing#priced(com.acme.legacy.Cart, int): com.acme.next.Pricing$Quotation");
    assertThat(page(directory, "PricingService#tax", "Pricing#tax"))
        .containsExactly(
            "fits          PricingService#tax",
            "  control    static com.acme.legacy.PricingService#tax(double, java.lang.String[]): double",
            "  candidate  static com.acme.next.Pricing#tax(double, java.lang.String[]): java.math.BigDecimal");
    assertThat(page(directory, "PricingService#count", "Pricing#count"))
        .containsExactly(
            "fits          PricingService#count",
            "  control    com.acme.legacy.PricingService#count(java.lang.Object, char, int[]): long",
            "  candidate  com.acme.next.Pricing#count(java.lang.Object, int, int[]): int");
    assertThat(page(directory, "BaseService#entry", "Pricing#echo"))
        .containsExactly(
            "fits          BaseService#entry",
            "  control    com.acme.legacy.BaseService#entry(java.lang.String): java.lang.String",
            "  candidate  com.acme.next.Pricing#echo(java.lang.String): java.lang.String");
    assertThat(page(directory, "Auditing#level", "Pricing#level"))
        .containsExactly(
            "fits          Auditing#level",
            "  control    com.acme.legacy.Auditing#level(): int",
            "  candidate  com.acme.next.Pricing#level(): int");
  }

  @Test
  void classThatIsNotThere() throws Exception {
    assertThat(remarks(directory, "PricingServce#quote", "Pricing#priced"))
        .containsExactly(
            "DOES NOT FIT",
            "error      there is no class com.acme.legacy.PricingServce on the class path; did you mean \"com.acme.legacy.PricingService\"?");
    assertThat(remarks(directory, "other.PricingService#quote", "Pricing#priced"))
        .containsExactly(
            "DOES NOT FIT",
            "error      there is no class other.PricingService on the class path; did you mean \"com.acme.legacy.PricingService\"?");
    assertThat(remarks(directory, "Cart.Line#price", "Pricing#priced"))
        .containsExactly(
            "DOES NOT FIT",
            "error      there is no class com.acme.legacy.Cart.Line on the class path; nested classes are written with a dollar sign: com.acme.legacy.Cart$Line");
    assertThat(remarks(directory, "Zzzzzzzz#z", "Pricing#priced"))
        .containsExactly(
            "DOES NOT FIT",
            "error      there is no class com.acme.legacy.Zzzzzzzz on the class path");
  }

  @Test
  void methodThatIsNotThere() throws Exception {
    assertThat(remarks(directory, "PricingService#qoute", "Pricing#prised"))
        .containsExactly(
            "DOES NOT FIT",
            "error      com.acme.legacy.PricingService declares no method qoute; did you mean \"quote\"?",
            "error      com.acme.next.Pricing has no method prised; did you mean \"priced\"?");
    assertThat(remarks(directory, "PricingService#total(int)", "Pricing#priced"))
        .containsExactly(
            "DOES NOT FIT",
            "error      no method total of com.acme.legacy.PricingService has these parameters; it declares total(com.acme.legacy.Cart), total(com.acme.legacy.Cart, java.lang.String)");
  }

  @Test
  void overloadedMethod() throws Exception {
    assertThat(remarks(directory, "PricingService#total", "Pricing#priced"))
        .containsExactly(
            "DOES NOT FIT",
            "error      total is overloaded; write one of total(com.acme.legacy.Cart), total(com.acme.legacy.Cart, java.lang.String)");
  }

  @Test
  void inheritedMethod() throws Exception {
    assertThat(remarks(directory, "PricingService#audit", "Pricing#priced"))
        .containsExactly(
            "DOES NOT FIT",
            "error      com.acme.legacy.PricingService inherits audit and does not declare it; write com.acme.legacy.BaseService#audit");
    assertThat(remarks(directory, "PricingService#level", "Pricing#priced"))
        .containsExactly(
            "DOES NOT FIT",
            "error      com.acme.legacy.PricingService inherits level and does not declare it; write com.acme.legacy.Auditing#level");
  }

  @Test
  void methodWithoutABody() throws Exception {
    assertThat(remarks(directory, "Awkward#size", "Pricing#length"))
        .containsExactly(
            "DOES NOT FIT",
            "error      size(java.lang.String) is abstract, so there is no code to weave; name a class that implements it, such as com.acme.legacy.Gentle; or give packages: in which all that implement it are woven");
    assertThat(remarks(directory, "Auditing#entry", "Pricing#echo"))
        .containsExactly(
            "DOES NOT FIT",
            "error      entry(java.lang.Object) is abstract, so there is no code to weave; name a class that implements it; or give packages: in which all that implement it are woven");
    assertThat(remarks(directory, "Awkward#nativeSize", "Pricing#length"))
        .containsExactly(
            "DOES NOT FIT",
            "error      nativeSize(java.lang.String) is native, so there is no code to weave; name a Java method that calls it");
  }

  @Test
  void classOfTheJdk() throws Exception {
    assertThat(remarks(directory, "java.util.ArrayList#size", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT",
            "error      java.util.ArrayList belongs to the JDK; only the application's own classes are woven");
  }

  @Test
  void classOfTheAgentOrMadeAtRunTime() throws Exception {
    assertThat(remarks(directory, "io.understudy.agent.Agent#start", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT", "error      io.understudy.agent.Agent belongs to the agent itself");
    assertThat(remarks(directory, "PricingService$$EnhancerBySpring#quote", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT",
            "error      com.acme.legacy.PricingService$$EnhancerBySpring is generated at run time;"
                + " name the class that it was generated for");
  }

  @Test
  void oneShotTypes() throws Exception {
    assertThat(remarks(directory, "Awkward#iterator", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result: java.util.Iterator can be read only once, so that the candidate or the caller would find it empty");
    assertThat(remarks(directory, "Awkward#stream", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result: java.util.stream.Stream is a java.util.stream.BaseStream, which can be read only once, so that the candidate or the caller would find it empty");
    assertThat(remarks(directory, "Awkward#read", "Pricing#readAll"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: parameter 1: java.io.InputStream can be read only once, so that the candidate or the caller would find it empty");
    assertThat(remarks(directory, "Awkward#store", "Pricing#store"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: parameter 1: java.sql.Connection is a resource, not a value; shadow a method that takes and gives values");
    assertThat(remarks(directory, "Awkward#rows", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result: com.acme.legacy.Awkward$Rows is a java.io.InputStream, which can be read only once, so that the candidate or the caller would find it empty");
    assertThat(remarks(directory, "Awkward#threads", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result: java.lang.Thread[] holds what cannot be kept: java.lang.Thread belongs to threads, not to a value; shadow a method that takes and gives values",
            "warning    a list (java.lang.Thread[]) never equals a number (int)");
  }

  @Test
  void oneShotTypesInsideOthers() throws Exception {
    assertThat(remarks(directory, "Archive#streams", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result: java.util.List<java.util.stream.Stream<java.lang.String>> holds what cannot be kept: java.util.stream.Stream is a java.util.stream.BaseStream, which can be read only once, so that the candidate or the caller would find it empty",
            "warning    a list (java.util.List) never equals a number (int)");
    assertThat(remarks(directory, "Archive#scan", "Pricing#scan"))
        .containsExactly(
            "fits",
            "warning    the result may hold what cannot be kept at /image: java.io.InputStream can be read only once, so that the candidate or the caller would find it empty; calls with one there are uncaptured",
            "warning    the candidate's result may hold what cannot be kept at /image: java.io.InputStream can be read only once, so that the candidate or the caller would find it empty; calls with one there do not match");
    assertThat(remarks(directory, "Archive#store", "Pricing#storeAll"))
        .containsExactly(
            "fits",
            "warning    parameter 1 may hold what cannot be kept at /*/image: java.io.InputStream can be read only once, so that the candidate or the caller would find it empty; calls with one there are uncaptured");
  }

  @Test
  void resultsThatComeLater() throws Exception {
    assertThat(remarks(directory, "Awkward#later", "Pricing#level")).startsWith("fits");
    assertThat(remarks(directory, "Awkward#future", "Pricing#level"))
        .containsExactly(
            "DOES NOT FIT",
            "error      cannot be captured: the result: java.util.concurrent.Future completes later, and is no CompletionStage; it is never waited for: let the control return a CompletionStage, or shadow the method that computes the value");
  }
}
