package io.understudy.tool.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimitiveTypesTest {
  @ParameterizedTest
  @CsvSource({
    "boolean, java.lang.Boolean, Z",
    "byte, java.lang.Byte, B",
    "char, java.lang.Character, C",
    "short, java.lang.Short, S",
    "int, java.lang.Integer, I",
    "long, java.lang.Long, J",
    "float, java.lang.Float, F",
    "double, java.lang.Double, D",
  })
  void boxesAndDescriptors(String primitive, String box, String descriptor) {
    assertThat(PrimitiveTypes.isPrimitive(primitive)).isTrue();
    assertThat(PrimitiveTypes.isPrimitive(box)).isFalse();
    assertThat(PrimitiveTypes.boxed(primitive)).isEqualTo(box);
    assertThat(PrimitiveTypes.unboxed(box)).isEqualTo(primitive);
    assertThat(PrimitiveTypes.descriptor(primitive)).isEqualTo(descriptor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"void", "java.lang.String", "int[]", "Integer", ""})
  void otherTypes(String name) {
    assertThat(PrimitiveTypes.isPrimitive(name)).isFalse();
    assertThat(PrimitiveTypes.boxed(name)).isEqualTo(name);
    assertThat(PrimitiveTypes.unboxed(name)).isEqualTo(name);
    assertThat(PrimitiveTypes.descriptor(name)).isNull();
  }

  /** Each type with the types it widens to (Java Language Specification 5.1.2). */
  @Test
  void widening() {
    String[] all = {"boolean", "byte", "short", "char", "int", "long", "float", "double"};
    String[][] wider = {
      {},
      {"short", "int", "long", "float", "double"},
      {"int", "long", "float", "double"},
      {"int", "long", "float", "double"},
      {"long", "float", "double"},
      {"float", "double"},
      {"double"},
      {}
    };
    for (int i = 0; i < all.length; i++) {
      for (String to : all) {
        assertThat(PrimitiveTypes.widens(all[i], to))
            .as(all[i] + " to " + to)
            .isEqualTo(java.util.Arrays.asList(wider[i]).contains(to));
      }
    }
  }
}
