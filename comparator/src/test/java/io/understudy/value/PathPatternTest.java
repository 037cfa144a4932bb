package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "'',               '',          true",
    "'',               /a,          false",
    "/a,               '',          false",
    "/a,               /a,          true",
    "/a,               /b,          false",
    "/a,               /a/b,        false",
    "/a/b,             /a,          false",
    "/*,               /a,          true",
    "/*,               '',          false",
    "/*,               /a/b,        false",
    "/a/*/c,           /a/b/c,      true",
    "/a/*/c,           /a/c,        false",
    "/**,              '',          true",
    "/**,              /a/b/c,      true",
    "/a/**,            /a,          true",
    "/a/**,            /b/a,        false",
    "/**/c,            /c,          true",
    "/**/c,            /a/b/c,      true",
    "/**/c,            /a/c/b,      false",
    "/a/**/c,          /a/c,        true",
    "/a/**/c,          /a/b/b/c,    true",
    "/a/**/c,          /a/b/b,      false",
    "/**/b/**,         /a/b/c,      true",
    "/**/b/**,         /a/c,        false",
    "/**/**,           '',          true",
    "/**/*,            '',          false",
    "/**/*,            /a,          true",
    "/*/**/*,          /a,          false",
    "/*/**/*,          /a/b,        true",
    "/***,             /a,          false",
    "/***,             /***,        true",
    "/sp*,             /sp,         true",
    "/sp*,             /span,       true",
    "/sp*,             /asp,        false",
    "/sp*,             /span/a,     false",
    "/*sp,             /asp,        true",
    "/*sp,             /aspx,       false",
    "/*a*,             /xax,        true",
    "/*a*,             /xx,         false",
    "/a*b*c,           /abbc,       true",
    "/a*b*c,           /acb,        false",
    "/a*b,             /a*b,        true",
    "/**/*Id,          /a/orderId,  true",
    "/**/*Id,          /a/orderid,  false",
    "/*/sp*/x,         /a/span/x,   true",
    "/~0,              /~,          true",
    "/~01,             /~1,         true",
  })
  void pathMatches(String pattern, String path, boolean matches) {
    assertThat(PathPattern.parse(pattern).matches(path(path))).isEqualTo(matches);
  }

  @Test
  void escapedSlashIsOneStep() {
    PathPattern pattern = PathPattern.parse("/a~1b/c");

    assertThat(pattern.steps()).containsExactly("a/b", "c");
    assertThat(pattern.matches(Path.root().key("a/b").part("c"))).isTrue();
    assertThat(pattern.matches(Path.root().part("a").part("b").part("c"))).isFalse();
  }

  @Test
  void stepsOfEverySortMatchByText() {
    PathPattern pattern = PathPattern.parse("/lines/3/sku=A7");

    assertThat(pattern.matches(Path.root().part("lines").index(3).element("sku=A7"))).isTrue();
    assertThat(pattern.matches(Path.root().part("lines").key("3").part("sku=A7"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a     | a path starts with a slash: write \"/a\" instead of \"a\"",
        "**    | a path starts with a slash: write \"/**\" instead of \"**\"",
        "/     | \"/\" has an empty step (two slashes)",
        "/a/   | \"/a/\" has an empty step (two slashes)",
        "/a//b | \"/a//b\" has an empty step (two slashes)",
        "/~    | \"/~\": write ~0 for a tilde and ~1 for a slash inside a step",
        "/a~2  | \"/a~2\": write ~0 for a tilde and ~1 for a slash inside a step",
        "/~0~  | \"/~0~\": write ~0 for a tilde and ~1 for a slash inside a step",
      })
  void textThatIsNoPatternIsRejected(String text, String message) {
    assertThatThrownBy(() -> PathPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "/a~1b/*", "/**/c"})
  void printsAsItsText(String text) {
    assertThat(PathPattern.parse(text)).hasToString(text).isEqualTo(PathPattern.parse(text));
    assertThat(PathPattern.parse(text)).hasSameHashCodeAs(PathPattern.parse(text));
  }

  @Test
  void patternsAreEqualByTheirText() {
    assertThat(PathPattern.parse("/a")).isNotEqualTo(PathPattern.parse("/b")).isNotEqualTo("/a");
  }

  @Test
  void stepsAreUnmodifiable() {
    assertThatThrownBy(() -> PathPattern.parse("/a").steps().add("b"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Property(tries = 500)
  void wildcardsMatchLikeARegularExpression(
      @ForAll("patterns") List<String> steps, @ForAll("paths") List<String> path) {
    StringBuilder regex = new StringBuilder();
    for (String step : steps) {
      regex.append(step.equals("**") ? "(/[a-c])*" : step.equals("*") ? "/[a-c]" : "/" + step);
    }

    assertThat(PathPattern.parse(pointer(steps)).matches(path(pointer(path))))
        .isEqualTo(Pattern.matches(regex.toString(), pointer(path)));
  }

  @Provide
  Arbitrary<List<String>> patterns() {
    return Arbitraries.of("a", "b", "c", "*", "**").list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<String>> paths() {
    return Arbitraries.of("a", "b", "c").list().ofMaxSize(6);
  }

  private static String pointer(List<String> steps) {
    StringBuilder text = new StringBuilder();
    for (String step : steps) {
      text.append('/').append(step);
    }
    return text.toString();
  }

  private static Path path(String pointer) {
    Path path = Path.root();
    if (!pointer.isEmpty()) {
      for (String step : pointer.substring(1).split("/", -1)) {
        path = path.part(step);
      }
    }
    return path;
  }
}
