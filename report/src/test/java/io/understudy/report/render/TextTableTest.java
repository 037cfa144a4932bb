package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void tableAlignsNamesLeftAndFiguresRight() {
    assertThat(new TextTable().row("name", "n").row("a", "1,000").row("long name", "5").lines())
        .containsExactly("name            n", "a           1,000", "long name       5");
  }

  @Test
  void markdownIsEscaped() {
    assertThat(MarkdownReport.text("a|b *c* <img src=x> `d`\n[e](f) @all"))
        .isEqualTo("a\\|b \\*c\\* &lt;img src=x&gt; \\`d\\` \\[e\\](f) \\@all");
  }
}
