package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLeaf;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a /b /c /d | /a |",
        "/a /b /c /d | /a, /b | ignore, all together, hides 2 of the 4 parts of the result; name fewer",
        "/a /b /c | /a |",
        "/a /b | /a | ignore /a hides 1 of the 2 parts of the result; name fewer",
        "/a | /a |",
        "/a /b /c /d | '/*' | ignore /* hides 4 of the 4 parts of the result; name fewer",
        "/a/x /a/y /b /c | /a | ignore /a hides 2 of the 4 parts of the result; name fewer",
        "/a/x /a/y /b /c | /a, /b | ignore /a hides 2 of the 4 parts of the result; name fewer",
        "/a /b /c /d | /a, /a |",
        "/a /b /c /d | /x, /y |",
        "/a /b /c /d | com.acme.Money |",
      })
  void halfOfTheParts(String parts, String ignored, String warning) throws Exception {
    List<TypeLeaf> leaves = new ArrayList<>();
    for (String part : parts.split(" ")) {
      leaves.add(new TypeLeaf(PathPattern.parse(part).steps(), StaticType.UNKNOWN));
    }
    CallConfig call =
        ConfigLoader.parse(
                "u.yaml",
                "calls: [ { control: a.B#c, candidate: d.E#c, compare: { ignore: ["
                    + distinct(ignored)
                    + "] } } ]")
            .calls()
            .get(0);
    Findings findings = new Findings();

    new IgnoreCheck(call, findings).check(leaves);

    assertThat(String.join("\n", findings.lines()))
        .isEqualTo(warning == null ? "" : "warning    " + warning);
  }

  /** Rules that are given twice are refused, so the second has another form. */
  private static String distinct(String ignored) {
    return ignored.replace("/a, /a", "/a, /a/**");
  }
}
