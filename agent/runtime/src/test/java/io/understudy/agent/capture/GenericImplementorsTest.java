package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Overriding methods that are found through bridges, type arguments and superclasses. */
class GenericImplementorsTest extends ImplementorsFixture {
  @Test
  void genericImplementorIsCapturedOnceThroughItsBridge() throws Exception {
    stage.below("com.acme.Repository#save", "com.acme");
    run(
        REPOSITORY,
        ORDER,
        "package com.acme; public class Dao implements Repository<Order> {"
            + " public Order save(Order one) { return one; }"
            + " public Order save(String other) { return null; } }",
        main(
            "Repository<Order> dao = new Dao(); dao.save(new Order()); new Dao().save(new Order());"
                + " new Dao().save(\"x\"); return \"\";"));
    assertThat(stage.calls).hasSize(2);
    assertThat(stage.intercepted(0)).isEqualTo(2);
    assertThat(argument(0)).isEqualTo("com.acme.Order");
  }

  @Test
  void subclassOfAGenericImplementor() throws Exception {
    stage.below("com.acme.Repository#save", "com.acme");
    run(
        REPOSITORY,
        ORDER,
        "package com.acme; public class Special extends Order {}",
        "package com.acme; public class Dao implements Repository<Order> {"
            + " public Order save(Order one) { return one; } }",
        "package com.acme; public class Narrow extends Dao {"
            + " public Special save(Order one) { return new Special(); } }",
        main("Repository<Order> dao = new Narrow(); dao.save(new Order()); return \"\";"));
    assertThat(stage.calls).hasSize(1);
    assertThat(stage.notices())
        .containsExactly(
            "INFO save0: woven into com.acme.Narrow", "INFO save0: woven into com.acme.Dao");
  }

  @Test
  void parameterTypesOfTheNamedType() throws Exception {
    String over =
        "package com.acme; public interface Two { String go(Number n); String go(String s); }";
    stage.below("com.acme.Two#go(String)", "com.acme").below("com.acme.Two#go", "com.acme");
    run(
        over,
        "package com.acme; public class Does implements Two {"
            + " public String go(Number n) { return \"n\"; } public String go(String s) { return \"s\"; } }",
        main("return new Does().go(1) + new Does().go(\"x\");"));
    assertThat(results()).containsExactly("s");
    assertThat(stage.notices())
        .containsExactlyInAnyOrder(
            "WARN go1: com.acme.Two#go is overloaded: add the parameter types of one of"
                + " go(java.lang.Number), go(java.lang.String)",
            "INFO go0: woven into com.acme.Does");
  }

  @Test
  void parameterTypesOfAnInheritedGenericMethod() throws Exception {
    stage
        .below("com.acme.Orders#save(com.acme.Order)", "com.acme")
        .below("com.acme.Orders#save", "com.acme")
        .below("com.acme.Repository#save(Object)", "com.acme");
    run(
        REPOSITORY,
        ORDER,
        ORDERS,
        "package com.acme; public class Dao implements Orders {"
            + " public Order save(Order one) { return one; } }",
        "package com.acme; public class Texts implements Repository<String> {"
            + " public String save(String one) { return one; } }",
        main("new Texts().save(\"x\"); new Dao().save(new Order()); return \"\";"));
    assertThat(stage.intercepted(0)).isEqualTo(1);
    assertThat(stage.intercepted(1)).isEqualTo(1);
    assertThat(stage.intercepted(2)).isEqualTo(2);
  }

  @Test
  void bridgeToABodyOutsideTheHierarchyIsWoven() throws Exception {
    stage.below("com.acme.Orders#save", "com.acme");
    run(
        REPOSITORY,
        ORDER,
        ORDERS,
        "package com.acme; public class Common { public Order save(Order one) { return one; } }",
        "package com.acme; public class Dao extends Common implements Orders {}",
        main("Orders dao = new Dao(); dao.save(new Order()); return \"\";"));
    assertThat(stage.notices()).containsExactly("INFO save0: woven into com.acme.Dao");
    assertThat(stage.calls).hasSize(1);
  }

  @Test
  void inheritedBodyOutsideTheHierarchyIsReported() throws Exception {
    stage.below("com.acme.Pricing#quote", "com.acme");
    run(
        PRICING,
        "package com.acme; public class Common { public String quote(String s) { return s; } }",
        "package com.acme; public class Late extends Common implements Pricing {}",
        main("return new Late().quote(\"a\");"));
    assertThat(stage.calls).isEmpty();
    assertThat(stage.notices())
        .containsExactly(
            "WARN quote0: com.acme.Late runs a body that is not woven, since it inherits it from"
                + " com.acme.Common, which is not below com.acme.Pricing; give com.acme.Common#quote"
                + " a call point of its own");
  }

  @Test
  void varargs() throws Exception {
    stage.below("com.acme.Adds#sum(int...)", "com.acme");
    run(
        "package com.acme; public interface Adds { int sum(int... all); }",
        "package com.acme; public class Does implements Adds {"
            + " public int sum(int... all) { return all.length; } }",
        main("return \"\" + new Does().sum(1, 2, 3);"));
    assertThat(results()).containsExactly(3);
  }

  @Test
  void packagePrivateMethodIsOnlyOverriddenInItsPackage() throws Exception {
    stage.below("com.acme.Base#go", "com.acme", "org.acme");
    run(
        "package com.acme; public class Base { String go(String s) { return s + 0; }"
            + " public String call(String s) { return go(s); } }",
        "package com.acme; public class Same extends Base { String go(String s) { return s + 1; } }",
        "package org.acme; public class Elsewhere extends com.acme.Base {"
            + " public String go(String s) { return s + 2; } }",
        main(
            "return new Same().call(\"a\") + new org.acme.Elsewhere().go(\"b\")"
                + " + new org.acme.Elsewhere().call(\"c\");"));
    assertThat(results()).containsExactly("a1", "c0");
  }
}
