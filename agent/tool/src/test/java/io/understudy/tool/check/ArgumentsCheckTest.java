package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether arguments are compared after the call. */
class ArgumentsCheckTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "text, '', false",
    "value, '', false",
    "bean, '', true",
    "list, '', true",
    "array, '', true",
    "bean, 'compare: { arguments: false }', false",
    "text, 'compare: { arguments: true }', true",
  })
  void byTheMethodUnlessConfigured(String method, String compare, boolean expected)
      throws Exception {
    List<String> page =
        CheckFixture.callPoint(
            directory,
            CheckFixture.TEST_CLASSES,
            "name: shadowed",
            "control: com.acme.legacy.Voids#" + method,
            "candidate: com.acme.next.Voided#" + method,
            compare);
    assertThat(page.stream().anyMatch(line -> line.contains("arguments after the call")))
        .as(page.toString())
        .isEqualTo(expected);
  }
}
