package io.understudy.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.value.Kind;
import io.understudy.value.OneShot;
import io.understudy.value.Shape;
import io.understudy.value.StandardShapes;
import org.junit.jupiter.api.Test;

/** What check refuses is what the agent could not capture when it runs. */
class UnusableTest {
  @Test
  void typesOfTheJdkAreOpaqueAtRunTimeToo() throws Exception {
    int seen = 0;
    for (OneShot sort : OneShot.values()) {
      for (String name : sort.types()) {
        if (name.startsWith("java.") && !name.contains("Flow$")) {
          Shape shape = StandardShapes.ofInstances(Class.forName(name));
          assertThat(shape.kind()).as(name).isEqualTo(Kind.OPAQUE);
          assertThat(shape.reason()).isEqualTo(name + " " + sort.reason());
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(25);
  }

  @Test
  void valuesPass() throws Exception {
    try (ClassFiles files = new ClassFiles(ClassPath.of(Checking.TEST_CLASSES))) {
      Types types = new Types(files);
      String[] values = {
        "int",
        "void",
        "int[][]",
        "java.lang.String",
        "java.util.List",
        "java.lang.Object",
        "com.acme.legacy.Cart",
        "com.acme.legacy.Cart$Line[]",
        "java.util.Optional"
      };
      for (String value : values) {
        assertThat(Unusable.reason(value, types)).as(value).isNull();
      }
      assertThat(types.unknown()).isEmpty();
    }
  }
}
