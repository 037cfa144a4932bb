package io.understudy.compare.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.compare.rule.Rules;
import io.understudy.value.PathPattern;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's example of the comparator contains this code, with this output. */
class ReadmeTest {
  private static final String REPORT =
      "2 differences between control and candidate:\n"
          + "  /customer VALUE: \"Müller\" / \"MÃ¼ller\" (encoding UTF-8 as ISO-8859-1)\n"
          + "  /lines[sku=A7]/price VALUE: 0.13 / 0.12 (-0.01, rounding HALF_UP/HALF_EVEN, rounding HALF_UP/DOWN, last place)";

  @Test
  void theTestOfTheReadme() throws IOException {
    Quote legacyQuote = new Quote("Müller", new Line("A7", "0.13"), new Line("B2", "3.10"));
    Quote newQuote = new Quote("MÃ¼ller", new Line("B2", "3.1"), new Line("A7", "0.12"));

    Rules rules =
        Rules.builder()
            .ignore(PathPattern.parse("/quotedAt"))
            .keyed(PathPattern.parse("/lines"), "sku")
            .build();
    Differ differ = Differ.with(rules);
    assertThatThrownBy(() -> differ.compare(legacyQuote, newQuote).assertEqual())
        .isInstanceOf(AssertionError.class)
        .hasMessage(REPORT);

    String readme =
        new String(Files.readAllBytes(Paths.get("..", "README.md")), StandardCharsets.UTF_8);
    assertThat(readme).contains(REPORT);
    for (String line :
        Arrays.asList(
            "        .ignore(PathPattern.parse(\"/quotedAt\"))",
            "        .keyed(PathPattern.parse(\"/lines\"), \"sku\")",
            "Differ differ = Differ.with(rules);",
            "differ.compare(legacyQuote, newQuote).assertEqual();")) {
      assertThat(readme).contains(line);
    }
  }

  @Test
  void equalAndAcceptedPass() {
    Differ differ = Differ.with(Rules.none());
    differ.compare(1, 1L).assertEqual();
    assertThat(differ.compare(1, 1L).report()).isEqualTo("equal");
  }

  @Test
  void moreDifferencesThanAreListed() {
    List<Integer> mine = java.util.Collections.nCopies(100, 1);
    List<Integer> theirs = java.util.Collections.nCopies(100, 2);
    assertThat(Differ.with(Rules.none()).compare(mine, theirs).report())
        .startsWith("100 differences between control and candidate:\n  /0 VALUE: 1 / 2")
        .endsWith("\n  and 36 more");
  }

  static final class Quote {
    final String customer;
    final long quotedAt = System.nanoTime();
    final List<Line> lines;

    Quote(String customer, Line... lines) {
      this.customer = customer;
      this.lines = Arrays.asList(lines);
    }
  }

  static final class Line {
    final String sku;
    final BigDecimal price;

    Line(String sku, String price) {
      this.sku = sku;
      this.price = new BigDecimal(price);
    }
  }
}
