package io.understudy.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.PathPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
  @Test
  void path() {
    Scope scope = Scope.parse("/lines/*/price");

    assertThat(scope.path()).isEqualTo(PathPattern.parse("/lines/*/price"));
    assertThat(scope.typeName()).isNull();
    assertThat(scope.isEverywhere()).isFalse();
    assertThat(Scope.parse("").path()).isEqualTo(PathPattern.parse(""));
  }

  @Test
  void everywhere() {
    assertThat(Scope.parse("/**")).isEqualTo(Scope.everywhere());
    assertThat(Scope.at(PathPattern.parse("/**")).isEverywhere()).isTrue();
    assertThat(Scope.everywhere().path()).isNull();
    assertThat(Scope.parse("/**/id").isEverywhere()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.Money", "Money", "com.acme.Order$Line", "[B", "[[I"})
  void type(String name) {
    Scope scope = Scope.parse(name);

    assertThat(scope.typeName()).isEqualTo(name);
    assertThat(scope.path()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a/b", "/**", "com.acme.Money", "[Ljava.lang.String;"})
  void printedAsItIsRead(String text) {
    assertThat(Scope.parse(text)).hasToString(text).isEqualTo(Scope.parse(text));
  }

  @Test
  void neitherPathNorType() {
    assertThatThrownBy(() -> Scope.parse("price per unit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"price per unit\" is neither a path, which starts with a slash, nor a class name such"
                + " as com.acme.Money");
    assertThatThrownBy(() -> Scope.parse("byte[]")).hasMessageContaining("neither a path");
    assertThatThrownBy(() -> Scope.parse("com..acme")).hasMessageContaining("neither a path");
  }

  @Test
  void primitiveType() {
    assertThatThrownBy(() -> Scope.parse("double"))
        .hasMessage("\"double\" is the type of no object: write java.lang.Double");
  }

  @Test
  void pathThatIsNone() {
    assertThatThrownBy(() -> Scope.parse("/a//b"))
        .hasMessage("\"/a//b\" has an empty step (two slashes)");
  }
}
