package io.understudy.tool.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.tool.check.CheckFixture;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.value.Kind;
import io.understudy.value.NonValueType;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.StandardShapes;
import org.junit.jupiter.api.Test;

/** Check refuses the types that the agent cannot capture. */
class UnusableTypesTest {
  @Test
  void typesOfTheJdkAreOpaqueAtRunTimeToo() throws Exception {
    int seen = 0;
    for (NonValueType sort : NonValueType.values()) {
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
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(CheckFixture.TEST_CLASSES))) {
      TypeLookup types = new TypeLookup(files);
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
        assertThat(UnusableTypes.reason(value, types)).as(value).isNull();
      }
      assertThat(types.unknown()).isEmpty();
    }
  }
}
