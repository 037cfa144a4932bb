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

  @Test
  void pairOfTypes() {
    RuleScope scope = RuleScope.parse("a.B->c.*");

    assertThat(scope).isEqualTo(RuleScope.types("a.B", "c.*")).hasToString("a.B -> c.*");
    assertThat(scope.typeNames()).containsExactly("a.B", "c.*");
    assertThat(scope.path()).isNull();
    assertThat(RuleScope.type("a.B").typeNames()).containsExactly("a.B");
    assertThat(RuleScope.everywhere().typeNames()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "**", "a.B -> *", "a.B ->", "-> a.B", "a.B -> /c", "a-b*"})
  void textsThatAreNoTypes(String text) {
    assertThatThrownBy(() -> RuleScope.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void patternOfEveryClassIsEverywhere() {
    assertThatThrownBy(() -> RuleScope.parse("*"))
        .hasMessage("\"*\" is every class: write /** for everywhere");
  }
}
