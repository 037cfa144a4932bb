package io.understudy.tool.type;

import static io.understudy.tool.type.StaticTypeFixture.leaves;
import static io.understudy.tool.type.StaticTypeFixture.walk;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The parts of static types, and paths into them. */
class TypePartsFinderTest {
  private static final String STATUS = "com.acme.legacy.Archive$Status";

  @Test
  void partsOfARecordWithThoseOfItsSuperclasses() {
    assertThat(leaves("invoice"))
        .containsExactly(
            "/lines/*/sku: java.lang.String",
            "/lines/*/quantity: int",
            "/lines/*/price: java.math.BigDecimal",
            "/taxes/*: java.math.BigDecimal",
            "/customer/name: java.lang.String",
            "/customer/notes: java.lang.Object",
            "/status: " + STATUS,
            "/cached: int",
            "/id: java.lang.String",
            "/date: java.time.LocalDate",
            "/Document.id: java.lang.String");
  }

  @Test
  void typeArgumentsAreFollowed() {
    assertThat(leaves("page")).contains("/items/*/status: " + STATUS, "/number: int").hasSize(12);
    assertThat(leaves("bounded")).contains("/*/status: " + STATUS).hasSize(11);
    assertThat(leaves("table")).containsExactly("/*/*: int");
    assertThat(leaves("names")).containsExactly("/*: java.lang.String");
    assertThat(leaves("entries"))
        .containsExactly("/*/key: java.lang.String", "/*/value: " + STATUS);
    assertThat(leaves("streams")).containsExactly("/*: java.util.stream.Stream<java.lang.String>");
  }

  @Test
  void recursiveType() {
    assertThat(leaves("tree")).containsExactly("/label: java.lang.String");
  }

  @Test
  void viewedClassesHaveUnknownParts() {
    assertThat(leaves("page", "com.acme.legacy.Archive$Document"))
        .containsExactly("/items/*: com.acme.legacy.Archive$Invoice", "/number: int");
  }

  @Test
  void pathsThatLeadSomewhere() {
    assertThat(walk("invoice", "lines", "*", "sku")).isEqualTo("[java.lang.String]");
    assertThat(walk("invoice", "lines", "0", "sku")).isEqualTo("[java.lang.String]");
    assertThat(walk("invoice", "taxes", "DE")).isEqualTo("[java.math.BigDecimal]");
    assertThat(walk("invoice", "customer", "name")).isEqualTo("[java.lang.String]");
    assertThat(walk("invoice", "**", "sku")).isEqualTo("[java.lang.String, java.math.BigDecimal]");
    assertThat(walk("tree", "**", "label")).isEqualTo("[java.lang.String]");
    assertThat(walk("tree", "children", "*", "children", "*", "label"))
        .isEqualTo("[java.lang.String]");
    assertThat(walk("invoice", "lines"))
        .isEqualTo("[java.util.List<com.acme.legacy.Archive$Line>]");
    assertThat(walk("invoice")).isEqualTo("[com.acme.legacy.Archive$Invoice]");
  }

  @Test
  void unknownPaths() {
    assertThat(walk("anything", "total")).isEqualTo("?");
    assertThat(walk("invoice", "customer", "notes", "x")).isEqualTo("?");
  }

  @Test
  void partsOfASubclass() {
    assertThat(walk("invoice", "reason")).isEqualTo("?");
  }

  @Test
  void pathsThatLeadNowhere() {
    assertThat(walk("invoice", "lines", "*", "skuu"))
        .isEqualTo("com.acme.legacy.Archive$Line has no part skuu; did you mean \"sku\"?");
    assertThat(walk("invoice", "lines", "sku"))
        .isEqualTo(
            "java.util.List<com.acme.legacy.Archive$Line> has elements and no part sku; write"
                + " * for all elements");
    assertThat(walk("invoice", "date", "year")).isEqualTo("java.time.LocalDate has no parts");
    assertThat(walk("tree", "**", "lable"))
        .isEqualTo("com.acme.legacy.Archive$Tree has no part lable; did you mean \"label\"?");
  }
}
