package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of {@code check} for one call point of the test classes; see {@link
 * CheckFixture#page}.
 */
final class CallPointFixture {
  private final Path directory;
  private final String control;
  private final String[] candidateAndFactory;

  CallPointFixture(Path directory, String control, String... candidateAndFactory) {
    this.directory = directory;
    this.control = control;
    this.candidateAndFactory = candidateAndFactory;
  }

  /** Asserts that it fits with these methods and without remarks. */
  void fitsAs(String controlMethod, String candidateMethod) throws IOException {
    assertThat(CheckFixture.page(directory, control, candidateAndFactory))
        .containsExactly(
            "fits          " + control,
            "  control    " + controlMethod,
            "  candidate  " + candidateMethod);
  }

  /** Asserts that it fits, with these warnings. */
  void fitsWith(String... warnings) throws IOException {
    remarks("fits", "warning    ", warnings);
  }

  /** Asserts that it does not fit, for these reasons, and that there is no warning. */
  void doesNotFit(String... errors) throws IOException {
    remarks("DOES NOT FIT", "error      ", errors);
  }

  private void remarks(String verdict, String sort, String... texts) throws IOException {
    List<String> expected = new ArrayList<>();
    expected.add(verdict);
    for (String text : texts) {
      expected.add(sort + text);
    }
    assertThat(CheckFixture.remarks(directory, control, candidateAndFactory)).isEqualTo(expected);
  }
}
