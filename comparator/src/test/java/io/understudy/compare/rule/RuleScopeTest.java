package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.value.PathPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleScopeTest {
  @Test
  void path() {
    RuleScope scope = RuleScope.parse("/lines/*/price");

    assertThat(scope.path()).isEqualTo(PathPattern.parse("/lines/*/price"));
    assertThat(scope.typeName()).isNull();
    assertThat(scope.isEverywhere()).isFalse();
    assertThat(RuleScope.parse("").path()).isEqualTo(PathPattern.parse(""));
  }

  @Test
  void everywhere() {
    assertThat(RuleScope.parse("/**")).isEqualTo(RuleScope.everywhere());
    assertThat(RuleScope.at(PathPattern.parse("/**")).isEverywhere()).isTrue();
    assertThat(RuleScope.everywhere().path()).isNull();
    assertThat(RuleScope.parse("/**/id").isEverywhere()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.Money", "Money", "com.acme.Order$Line", "[B", "[[I"})
  void type(String name) {
    RuleScope scope = RuleScope.parse(name);

    assertThat(scope.typeName()).isEqualTo(name);
    assertThat(scope.path()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a/b", "/**", "com.acme.Money", "[Ljava.lang.String;"})
  void printedAsItIsParsed(String text) {
    assertThat(RuleScope.parse(text)).hasToString(text).isEqualTo(RuleScope.parse(text));
  }

  @Test
  void neitherPathNorType() {
    assertThatThrownBy(() -> RuleScope.parse("price per unit"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"price per unit\" is neither a path, which starts with a slash, nor a class name such"
                + " as com.acme.Money");
    assertThatThrownBy(() -> RuleScope.parse("byte[]")).hasMessageContaining("neither a path");
    assertThatThrownBy(() -> RuleScope.parse("com..acme")).hasMessageContaining("neither a path");
  }

  @Test
  void primitiveType() {
    assertThatThrownBy(() -> RuleScope.parse("double"))
        .hasMessage(
            "\"double\" is a primitive type, not the class of an object: write java.lang.Double");
  }

  @Test
  void malformedPath() {
    assertThatThrownBy(() -> RuleScope.parse("/a//b"))
        .hasMessage("\"/a//b\" has an empty step (two slashes)");
  }
}
