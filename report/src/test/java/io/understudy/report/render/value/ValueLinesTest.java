package io.understudy.report.render.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueLinesTest {
  @Test
  void partsInOrderWithMarks() {
    assertThat(
            shown(
                "{\"total\":12.50,\"lines\":[{\"sku\":\"A7\",\"qty\":1}],\"note\":null}",
                "/lines/0/qty"))
        .containsExactly(
            "  {",
            "    \"total\": 12.50,",
            "    \"lines\": [",
            "      {",
            "        \"sku\": \"A7\",",
            "!       \"qty\": 1",
            "      }",
            "    ],",
            "    \"note\": null",
            "  }");
  }

  @Test
  void wholeElementMissing() {
    assertThat(shown("{\"a\":[1,{\"b\":2}]}", "/a/1"))
        .containsExactly(
            "  {",
            "    \"a\": [",
            "      1,",
            "!     {",
            "!       \"b\": 2",
            "!     }",
            "    ]",
            "  }");
  }

  @Test
  void elementWithTheLabelOfAPart() {
    assertThat(shown("[{\"sku\":\"A\",\"qty\":1},{\"sku\":\"B/1\",\"qty\":2}]", "[sku=B~11]/qty"))
        .filteredOn(line -> line.startsWith("!"))
        .containsExactly("!     \"qty\": 2");
  }

  @Test
  void keysThatNeedEscapes() {
    assertThat(shown("{\"a/b\":{\"c~d\":1},\"x[y\":2}", "/a~1b/c~0d"))
        .filteredOn(line -> line.startsWith("!"))
        .containsExactly("!     \"c~d\": 1");
  }

  @Test
  void wholeValue() {
    assertThat(shown("17", "")).containsExactly("! 17");
  }

  @Test
  void numbersAreNotRewritten() {
    assertThat(shown("[0.1000000000000000055511151231257827,1e400,-0.0]", "/9"))
        .contains("    0.1000000000000000055511151231257827,", "    1e400,", "    -0.0");
  }

  @Test
  void hostileStringsKeepTheirBackslashes() {
    assertThat(shown("\"a\\u202Eb\\\\u202E \\\"q\\\" \\n\"", "/x"))
        .containsExactly("  \"a\\u202Eb\\\\u202E \\\"q\\\" \\n\"");
  }

  @Test
  void longStringsAreCutWithTheirLength() {
    assertThat(shown("\"" + "y".repeat(5_000) + "\"", "/x").get(0))
        .endsWith("y\"… (cut: 5,000 characters in all)")
        .hasSizeLessThan(450);
  }

  @Test
  void longListsAreShownAroundTheirMarks() {
    String list =
        IntStream.range(0, 1_000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "[", "]"));
    List<String> lines = shown(list, "/700");
    assertThat(lines)
        .contains("!   700,", "    699,", "    702,", "  ⋯ 297 lines left out", "  ]")
        .hasSizeLessThan(80);
  }

  @Test
  void manyMarksAreCutToo() {
    String list =
        IntStream.range(0, 10_000)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(shown(list, "")).hasSizeLessThan(120).anyMatch(line -> line.contains("left out"));
  }

  @Test
  void textThatIsNoJson() {
    assertThat(shown("{\"cut", "/x")).containsExactly("  {\"cut");
    assertThat(shown("[".repeat(5_000), "/x")).hasSize(1);
  }

  private static List<String> shown(String json, String marked) {
    return ValueLines.of(json, DifferenceMarks.of(List.of(marked))).stream()
        .map(line -> (line.marked() ? "! " : "  ") + line.text())
        .toList();
  }
}
