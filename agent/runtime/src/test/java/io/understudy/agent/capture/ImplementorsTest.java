package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Classes that are woven because they implement a configured type. */
class ImplementorsTest extends ImplementorsFixture {
  @Test
  void interfaceWithoutPackagesWeavesNoImplementor() throws Exception {
    stage.below("com.acme.Pricing#quote");
    assertThat(run(PRICING, PLAIN, main("return new Plain().quote(\"a\");"))).isEqualTo("a1");
    assertThat(stage.calls).isEmpty();
    assertThat(stage.notices())
        .containsExactly(
            "WARN quote0: com.acme.Pricing#quote is abstract: name a class that implements it, or"
                + " give packages: in which all that implement it are woven");
  }

  @Test
  void implementors() throws Exception {
    stage.below("com.acme.Pricing#quote", "com.acme");
    String other =
        "package com.acme.deep.down; public class Other implements com.acme.Pricing {"
            + " public String quote(String sku) { return sku + 2; } }";
    assertThat(
            run(
                PRICING,
                PLAIN,
                other,
                main(
                    "return new Plain().quote(\"a\") + new com.acme.deep.down.Other().quote(\"b\");")))
        .isEqualTo("a1b2");
    assertThat(results()).containsExactly("a1", "b2");
    assertThat(stage.notices())
        .containsExactly(
            "INFO quote0: woven into com.acme.Plain",
            "INFO quote0: woven into com.acme.deep.down.Other");
  }

  @Test
  void implementorInAnotherPackageIsNotWoven() throws Exception {
    stage.below("com.acme.Pricing#quote", "com.acme.billing", "com.acm");
    assertThat(run(PRICING, PLAIN, main("return new Plain().quote(\"a\");"))).isEqualTo("a1");
    assertThat(stage.calls).isEmpty();
  }

  @Test
  void nestedLocalAndAnonymousClasses() throws Exception {
    stage.below("com.acme.Pricing#quote", "com.acme");
    run(
        PRICING,
        "package com.acme; public class Main {"
            + " static class Nested implements Pricing { public String quote(String s) { return s + 1; } }"
            + " class Inner implements Pricing { public String quote(String s) { return s + 2; } }"
            + " public static String main() {"
            + " class Local implements Pricing { public String quote(String s) { return s + 3; } }"
            + " Pricing anonymous = new Pricing() { public String quote(String s) { return s + 4; } };"
            + " return new Nested().quote(\"a\") + new Main().new Inner().quote(\"b\")"
            + " + new Local().quote(\"c\") + anonymous.quote(\"d\"); } }");
    assertThat(results()).containsExactly("a1", "b2", "c3", "d4");
  }

  @Test
  void enumWithBodiesAndRecord() throws Exception {
    stage.below("com.acme.Pricing#quote", "com.acme");
    run(
        PRICING,
        "package com.acme; public enum Tariff implements Pricing {"
            + " LOW { public String quote(String s) { return s + 1; } }, HIGH;"
            + " public String quote(String s) { return s + 2; } }",
        "package com.acme; public record Fixed(String price) implements Pricing {"
            + " public String quote(String s) { return s + price; } }",
        main(
            "return Tariff.LOW.quote(\"a\") + Tariff.HIGH.quote(\"b\")"
                + " + new Fixed(\"9\").quote(\"c\");"));
    assertThat(results()).containsExactly("a1", "b2", "c9");
  }

  @Test
  void privateInterfaceMethodIsNoImplementor() throws Exception {
    stage.below("com.acme.Pricing#quote", "com.acme");
    run(
        PRICING,
        "package com.acme; public interface Odd { private String quote(String s) { return s; }"
            + " default String go(String s) { return quote(s); } }",
        main("return new Odd() {}.go(\"a\");"));
    assertThat(stage.calls).isEmpty();
    assertThat(stage.notices()).isEmpty();
  }

  @Test
  void abstractClassWithTemplateMethod() throws Exception {
    stage.below("com.acme.Base#run", "com.acme");
    run(
        "package com.acme; public abstract class Base {"
            + " public String run(String s) { return step(s) + \"!\"; }"
            + " protected abstract String step(String s); }",
        "package com.acme; public class Step extends Base {"
            + " protected String step(String s) { return s + 1; } }",
        "package com.acme; public class Over extends Step {"
            + " public String run(String s) { return super.run(s) + \"?\"; } }",
        main("return new Step().run(\"a\") + new Over().run(\"b\");"));
    assertThat(results()).containsExactly("a1!", "b1!?");
    assertThat(stage.notices())
        .containsExactly(
            "INFO run0: woven into com.acme.Base", "INFO run0: woven into com.acme.Over");
  }

  @Test
  void templateStepThatIsAbstract() throws Exception {
    stage.below("com.acme.Base#step", "com.acme");
    run(
        "package com.acme; public abstract class Base {"
            + " public String run(String s) { return step(s) + \"!\"; }"
            + " protected abstract String step(String s); }",
        "package com.acme; public class Step extends Base {"
            + " protected String step(String s) { return s + 1; } }",
        main("return new Step().run(\"a\");"));
    assertThat(results()).containsExactly("a1");
    assertThat(stage.notices()).containsExactly("INFO step0: woven into com.acme.Step");
  }

  @Test
  void defaultMethodAndWhatOverridesIt() throws Exception {
    stage.below("com.acme.Pricing#both", "com.acme");
    run(
        PRICING,
        PLAIN,
        "package com.acme; public class Over extends Plain {"
            + " public String both(String s) { return super.both(s) + \"!\"; } }",
        "package com.acme; public interface Loud extends Pricing {"
            + " default String both(String s) { return Pricing.super.both(s).toUpperCase(); } }",
        "package com.acme; public class Shout extends Plain implements Loud {}",
        main("return new Plain().both(\"a\") + new Over().both(\"b\") + new Shout().both(\"c\");"));
    assertThat(results()).containsExactly("a1a1", "b1b1!", "C1C1");
  }

  @Test
  void staticInterfaceMethod() throws Exception {
    stage.below("com.acme.Pricing#of", "com.acme");
    run(PRICING, PLAIN, main("return Pricing.of(\"a\");"));
    assertThat(results()).containsExactly("a");
  }

  @Test
  void interfaceOfTheJdk() throws Exception {
    stage.below("java.util.concurrent.Callable#call", "com.acme");
    run(
        "package com.acme; public class Task implements java.util.concurrent.Callable<String> {"
            + " public String call() { return \"done\"; } }",
        main("return new Task().call();"));
    assertThat(results()).containsExactly("done");
  }

  @Test
  void implementorThroughAJdkSuperclass() throws Exception {
    stage.below("java.util.Collection#size", "com.acme");
    run(
        "package com.acme; public class Three extends java.util.AbstractList<String> {"
            + " public String get(int i) { return \"\"; } public int size() { return 3; } }",
        main("return \"\" + new Three().size();"));
    assertThat(results()).containsExactly(3);
  }

  @Test
  void generatedClassesAreNotWoven() throws Exception {
    stage.below("com.acme.Pricing#quote", "com.acme");
    run(
        PRICING,
        "package com.acme; public class Plain$$EnhancerBySpringCGLIB$$1 implements Pricing {"
            + " public String quote(String s) { return s; } }",
        "package com.acme; public class Plain$HibernateProxy$x implements Pricing {"
            + " public String quote(String s) { return s; } }",
        "package com.acme; public class Wiring$$anon$1 implements Pricing {"
            + " public String quote(String s) { return s + 1; } }",
        main(
            "return new Plain$$EnhancerBySpringCGLIB$$1().quote(\"a\")"
                + " + new Plain$HibernateProxy$x().quote(\"b\") + new Wiring$$anon$1().quote(\"c\");"));
    assertThat(results()).containsExactly("c1");
  }

  @Test
  void missingMethodHasASuggestion() throws Exception {
    stage.below("com.acme.Pricing#qoute", "com.acme");
    run(PRICING, PLAIN, main("return new Plain().quote(\"a\");"));
    assertThat(stage.notices())
        .containsExactly(
            "WARN qoute0: com.acme.Pricing has no method qoute; did you mean \"quote\"?");
  }

  @Test
  void missingSuperclassFileIsReported() throws Exception {
    stage.below("com.acme.Pricing#quote", "com.acme");
    stage.open();
    Path classes =
        Sources.compile(
            directory,
            "package com.acme; public class A extends B {}",
            "package com.acme; public class B {}");
    byte[] bytes = java.nio.file.Files.readAllBytes(classes.resolve("com/acme/A.class"));
    java.nio.file.Files.delete(classes.resolve("com/acme/B.class"));
    try (URLClassLoader loader = stage.deploy(classes, getClass().getClassLoader())) {
      assertThat(stage.open().weaver().woven(loader, "com/acme/A", bytes)).isNull();
    }
    assertThat(stage.notices())
        .containsExactly(
            "WARN com.acme.A: what it implements is not fully known, since its class loader has no"
                + " class file of com.acme.B");
  }

  @Test
  void twoPointsOfOneHierarchyCaptureEachAndOnce() throws Exception {
    stage.below("com.acme.Pricing#quote", "com.acme").below("com.acme.Plain#quote");
    run(PRICING, PLAIN, main("return new Plain().quote(\"a\");"));
    assertThat(stage.intercepted(0)).isEqualTo(1);
    assertThat(stage.intercepted(1)).isEqualTo(1);
  }

  @Test
  void decoratorsAndSuperCallsAndRecursionAreOneCall() throws Exception {
    stage.below("com.acme.Pricing#quote", "com.acme");
    run(
        PRICING,
        PLAIN,
        "package com.acme; public class Sub extends Plain {"
            + " public String quote(String s) { return super.quote(s) + 2; } }",
        "package com.acme; public class Caching implements Pricing { Pricing inner;"
            + " public Caching(Pricing inner) { this.inner = inner; }"
            + " public String quote(String s) { return inner.quote(s) + \"c\"; } }",
        "package com.acme; public class Ping implements Pricing { Pricing other;"
            + " public String quote(String s) {"
            + " return s.length() > 3 ? s : other.quote(s + s); } }",
        main(
            "Ping ping = new Ping(); Ping pong = new Ping(); ping.other = pong; pong.other = ping;"
                + " return new Caching(new Caching(new Sub())).quote(\"a\") + ping.quote(\"b\");"));
    assertThat(results()).containsExactly("a12cc", "bbbb");
    assertThat(stage.intercepted(0)).isEqualTo(2);
  }
}
