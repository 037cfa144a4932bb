package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionPageTest {
  private final SuggestionPage page =
      new SuggestionPage(SuggestOptions.of("com.acme", null, 300, false));

  @TempDir Path directory;

  @Test
  void commentsAndLines() {
    page.comment("one");
    page.comment("");
    page.line("");
    page.line("calls:");

    assertThat(page).hasToString("# one\n#\n\ncalls:\n");
    assertThat(page.active()).isZero();
  }

  @Test
  void controlCharactersCannotEndAComment() {
    page.comment("a\nb\tc\u0000d\u2028e");

    assertThat(page.toString()).startsWith("# a?b?c?d").hasLineCount(1);
  }

  @Test
  void riskyMethodsAreCommentsAsAWhole() {
    assertThat(
            SuggestFixture.from(
                    directory,
                    "package com.acme; public interface Store { void saveAll(int[] ids); }",
                    "package com.acme; class A implements Store {"
                        + " public void saveAll(int[] ids) { hashCode(); } }",
                    "package com.acme; class B implements Store {"
                        + " public void saveAll(int[] ids) { hashCode(); } }")
                .lines())
        .containsExactly(
            "  # com.acme.Store: implemented by 2 classes",
            "  # Its name or an annotation says that it writes, so the candidate would write too:",
            "  # - control: com.acme.Store#saveAll  # 2 classes implement it; void: its arguments"
                + " are compared after the call",
            "  #   packages: [com.acme]",
            "  #   candidate: TODO#saveAll",
            "  #   compare: { arguments: true }");
  }
}
