package io.understudy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PathTest {
  private static final Path PRICE = Path.root().part("lines").index(3).part("price");

  @Test
  void printsAsJsonPointer() {
    assertThat(Path.root()).hasToString("");
    assertThat(PRICE).hasToString("/lines/3/price");
    assertThat(Path.root().key("a/b~c")).hasToString("/a~1b~0c");
    assertThat(Path.root().part("")).hasToString("/");
    assertThat(Path.root().part("lines").element("sku=A/7").part("price"))
        .hasToString("/lines[sku=A~17]/price");
  }

  @Test
  void generalisedPathHasOnlyNames() {
    assertThat(Path.root().generalised()).isEmpty();
    assertThat(PRICE.generalised()).isEqualTo("/lines/*/price");
    assertThat(Path.root().part("a/b").key("k").part("c").element("id=1").generalised())
        .isEqualTo("/a~1b/*/c/*");
  }

  @Test
  void lastStepAndParent() {
    assertThat(Path.root().parent()).isNull();
    assertThat(Path.root().step()).isEqualTo(Path.Step.PART);
    assertThat(Path.root().text()).isEmpty();
    assertThat(PRICE.parent()).isEqualTo(Path.root().part("lines").index(3));
    assertThat(PRICE.step()).isEqualTo(Path.Step.PART);
    assertThat(Path.root().index(3).step()).isEqualTo(Path.Step.INDEX);
    assertThat(Path.root().key("a/b").text()).isEqualTo("a/b");
    assertThat(Path.root().key("a/b").step()).isEqualTo(Path.Step.KEY);
    assertThat(Path.root().element("id=1").step()).isEqualTo(Path.Step.ELEMENT);
  }

  @Test
  void pathsAreEqualByTheirSteps() {
    assertThat(PRICE)
        .isEqualTo(Path.root().part("lines").index(3).part("price"))
        .hasSameHashCodeAs(Path.root().part("lines").index(3).part("price"))
        .isNotEqualTo(Path.root().part("lines").index(4).part("price"))
        .isNotEqualTo(Path.root().part("lines").key("3").part("price"))
        .isNotEqualTo(Path.root().part("lines").index(3))
        .isNotEqualTo(Path.root().part("all").part("lines").index(3).part("price"))
        .isNotEqualTo("/lines/3/price");
    assertThat(PRICE.equals(null)).isFalse();
  }

  @Property(tries = 300)
  void patternOfAPathMatchesOnlyPathsWithTheSameTexts(
      @ForAll("texts") List<String> a, @ForAll("texts") List<String> b) {
    PathPattern pattern = PathPattern.parse(path(a).toString());

    assertThat(pattern.matches(path(a))).isTrue();
    assertThat(pattern.matches(path(b))).isEqualTo(a.equals(b));
    assertThat(pattern.steps()).isEqualTo(a);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("a", "b", "~", "/", "~1", "a/b", "0").list().ofMaxSize(3);
  }

  private static Path path(List<String> texts) {
    Path path = Path.root();
    for (String text : new ArrayList<>(texts)) {
      path = path.key(text);
    }
    return path;
  }
}
