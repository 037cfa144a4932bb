package io.understudy.report.render.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notation of docs/journal-format.md in words. */
class ValueNotationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"$type\":\"java.time.LocalDate\",\"$value\":\"2026-10-31\"} | LocalDate \"2026-10-31\"",
        "{\"$type\":\"com.acme.Line\",\"sku\":\"A7\"} | Line { \"sku\": \"A7\" }",
        "{\"$type\":\"com.acme.Outer$Empty\"} | Empty {}",
        "{\"$set\":[1,2]} | set [ 1, 2 ]",
        "{\"$optional\":[17]} | optional 17",
        "{\"$optional\":[]} | optional, empty",
        "{\"$map\":[[1,\"a\"],[{\"$type\":\"java.time.LocalDate\",\"$value\":\"2026-10-31\"},\"b\"]]} | map { \"1\": \"a\", \"2026-10-31\": \"b\" }",
        "{\"$text\":\"abc\",\"$length\":90000} | \"abc\"… (cut: 90,000 characters in all)",
        "{\"$number\":\"NaN\"} | NaN",
        "{\"$chars\":\"abc\"} | chars \"abc\"",
        "{\"$bytes\":\"AAEC\"} | bytes, Base64 \"AAEC\"",
        "{\"$type\":\"java.io.FileInputStream\",\"$opaque\":\"read once\"} | FileInputStream (cannot be inspected: read once)",
        "{\"$cycle\":2} | (again the value 2 levels above)",
        "{\"$type\":\"com.acme.Node\",\"$cut\":\"more than 64 levels deep\"} | Node (cut: more than 64 levels deep)",
        "{\"$redacted\":true} | (redacted)",
        "[1,{\"$more\":40}] | [ 1, ⋯ 40 more, not recorded ]",
        "{\"$type\":\"com.acme.Wide\",\"a\":1,\"$more\":3} | Wide { \"a\": 1, ⋯ 3 more, not recorded }",
        "{\"$$type\":\"a key\",\"\":0} | { \"$type\": \"a key\", \"\": 0 }",
        "null | null",
        "{} | {}"
      })
  void inline(String json, String shown) {
    assertThat(ValueLines.inline(json)).isEqualTo(shown);
  }

  @Test
  void pathsLeadThroughWrappers() {
    assertThat(marked("{\"a\":{\"$optional\":[{\"$type\":\"x.Y\",\"b\":1,\"c\":2}]}}", "/a/b"))
        .isEqualTo("\"b\": 1,");
    assertThat(
            marked(
                "{\"$map\":[[{\"$type\":\"java.time.LocalDate\",\"$value\":\"2026-10-31\"},1],[2,3]]}",
                "/2026-10-31"))
        .isEqualTo("\"2026-10-31\": 1,");
    assertThat(marked("{\"$set\":[4,5]}", "/1")).isEqualTo("5");
    assertThat(marked("{\"a\":{\"$chars\":\"xyz\"}}", "/a/2")).isEqualTo("\"a\": chars \"xyz\"");
    assertThat(marked("[{\"sku\":{\"$type\":\"x.Sku\",\"$value\":\"A7\"},\"n\":1}]", "[sku=A7]/n"))
        .isEqualTo("\"n\": 1");
  }

  private static String marked(String json, String path) {
    return ValueLines.of(json, DifferenceMarks.of(List.of(path))).stream()
        .filter(ValueLines.Line::marked)
        .map(line -> line.text().strip())
        .collect(Collectors.joining(" "));
  }
}
