package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.service.ClassKind;
import io.understudy.rig.Sources;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassKindTest {
  @TempDir Path directory;

  private Map<String, ClassKind> kinds(int release, String... sources) throws Exception {
    Sources.compile(directory, release, "", sources);
    Map<String, ClassKind> kinds = new TreeMap<>();
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(directory.toString()))) {
      ApplicationClasses application =
          ApplicationClasses.read(files, name -> name.startsWith("com.acme."));
      application
          .classes()
          .forEach(
              type ->
                  kinds.put(type.simpleName(), ClassKind.of(type, application.closure(type.name))));
    }
    return kinds;
  }

  private ClassKind kind(String body) throws Exception {
    return kinds(8, "package com.acme; " + body).values().iterator().next();
  }

  @Test
  void kindsByTheClassFile() throws Exception {
    assertThat(
            kinds(
                17,
                "package com.acme; public @interface Marker {}",
                "package com.acme; public enum Colour { RED { int a() { return 1; } } }",
                "package com.acme; public record Price(long cents) {}",
                "package com.acme; public class Lost extends IllegalStateException {}",
                "package com.acme; public class LostAgain extends Lost {}",
                "package com.acme; public class Pricing { Runnable later = new Runnable() {"
                    + " public void run() { hashCode(); } }; }",
                "package com.acme; public class Pricing$$EnhancerBySpringCGLIB {}",
                "package com.acme; @interface StaticMetamodel {}",
                "package com.acme; @StaticMetamodel class Order_ {}",
                "package com.acme; public class PricingTest {}",
                "package com.acme; @interface Configuration {}",
                "package com.acme; @Configuration class Wiring {}"))
        .containsEntry("Marker", ClassKind.ANNOTATION)
        .containsEntry("Colour", ClassKind.ENUM)
        .containsEntry("1", ClassKind.LOCAL)
        .containsEntry("Price", ClassKind.RECORD)
        .containsEntry("Lost", ClassKind.EXCEPTION)
        .containsEntry("LostAgain", ClassKind.EXCEPTION)
        .containsEntry("Pricing", ClassKind.LOGIC)
        .containsEntry("EnhancerBySpringCGLIB", ClassKind.GENERATED)
        .containsEntry("Order_", ClassKind.GENERATED)
        .containsEntry("PricingTest", ClassKind.TEST)
        .containsEntry("Wiring", ClassKind.SETUP);
  }

  @Test
  void dataByItsAccessors() throws Exception {
    assertThat(
            kind(
                "class Order { long id; String text; long getId() { return id; } void setId(long i)"
                    + " { id = i; } public String text() { return text; } long half() { return id / 2; }"
                    + " @Override public boolean equals(Object o) { return o == this; } }"))
        .isEqualTo(ClassKind.DATA);
  }

  @Test
  void dataByItsNameOrAnnotation() throws Exception {
    assertThat(kind("class OrderDto { long half() { return 2L; } }")).isEqualTo(ClassKind.DATA);
    assertThat(
            kinds(
                8,
                "package com.acme; @interface Entity {}",
                "package com.acme; @Entity class Line { long sum(long a) { return a + a; } }"))
        .containsEntry("Line", ClassKind.DATA);
  }

  @Test
  void logicDespiteAFewFields() throws Exception {
    assertThat(
            kind(
                "class Office { Object a, b, c, d; int handled; int handled() { return handled; }"
                    + " int refused() { return 0; } void handle(String s) { s.length(); } }"))
        .isEqualTo(ClassKind.LOGIC);
  }

  @Test
  void serviceDespiteAccessors() throws Exception {
    assertThat(
            kind(
                "class PricingService { Object dao; Object getDao() { return dao; }"
                    + " void setDao(Object d) { dao = d; } }"))
        .isEqualTo(ClassKind.LOGIC);
  }
}
