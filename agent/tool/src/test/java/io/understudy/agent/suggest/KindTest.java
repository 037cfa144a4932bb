package io.understudy.agent.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.check.ClassFiles;
import io.understudy.agent.check.ClassPath;
import io.understudy.agent.service.Kind;
import io.understudy.rig.Sources;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindTest {
  @TempDir Path directory;

  private Map<String, Kind> kinds(int release, String... sources) throws Exception {
    Sources.compile(directory, release, "", sources);
    Map<String, Kind> kinds = new TreeMap<>();
    try (ClassFiles files = new ClassFiles(ClassPath.of(directory.toString()))) {
      Application application = Application.read(files, name -> name.startsWith("com.acme."));
      application
          .classes()
          .forEach(
              type -> kinds.put(type.simpleName(), Kind.of(type, application.closure(type.name))));
    }
    return kinds;
  }

  private Kind kind(String body) throws Exception {
    return kinds(8, "package com.acme; " + body).values().iterator().next();
  }

  @Test
  void whatTheClassFileSays() throws Exception {
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
        .containsEntry("Marker", Kind.ANNOTATION)
        .containsEntry("Colour", Kind.ENUM)
        .containsEntry("1", Kind.LOCAL)
        .containsEntry("Price", Kind.RECORD)
        .containsEntry("Lost", Kind.EXCEPTION)
        .containsEntry("LostAgain", Kind.EXCEPTION)
        .containsEntry("Pricing", Kind.WORK)
        .containsEntry("EnhancerBySpringCGLIB", Kind.GENERATED)
        .containsEntry("Order_", Kind.GENERATED)
        .containsEntry("PricingTest", Kind.TEST)
        .containsEntry("Wiring", Kind.SETUP);
  }

  @Test
  void dataByItsAccessors() throws Exception {
    assertThat(
            kind(
                "class Order { long id; String text; long getId() { return id; } void setId(long i)"
                    + " { id = i; } public String text() { return text; } long half() { return id / 2; }"
                    + " @Override public boolean equals(Object o) { return o == this; } }"))
        .isEqualTo(Kind.DATA);
  }

  @Test
  void dataByItsNameOrAnnotation() throws Exception {
    assertThat(kind("class OrderDto { long half() { return 2L; } }")).isEqualTo(Kind.DATA);
    assertThat(
            kinds(
                8,
                "package com.acme; @interface Entity {}",
                "package com.acme; @Entity class Line { long sum(long a) { return a + a; } }"))
        .containsEntry("Line", Kind.DATA);
  }

  @Test
  void worksThoughItHoldsAFewFigures() throws Exception {
    assertThat(
            kind(
                "class Office { Object a, b, c, d; int handled; int handled() { return handled; }"
                    + " int refused() { return 0; } void handle(String s) { s.length(); } }"))
        .isEqualTo(Kind.WORK);
  }

  @Test
  void serviceThoughItHasManyAccessors() throws Exception {
    assertThat(
            kind(
                "class PricingService { Object dao; Object getDao() { return dao; }"
                    + " void setDao(Object d) { dao = d; } }"))
        .isEqualTo(Kind.WORK);
  }
}
