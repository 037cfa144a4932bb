package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceDatesTest {
  private static final String OPEN = ": fix the difference, or agree on a later date";

  private static List<String> warnings(String acceptance, String today) throws Exception {
    CallConfig call =
        ConfigLoader.parse(
                "u.yaml",
                "calls: [ { control: com.acme.legacy.Archive#invoice, candidate: a.B#c,"
                    + " accept: [ { id: A, reason: r, owner: billing, "
                    + acceptance
                    + " } ] } ]")
            .calls()
            .get(0);
    Findings findings = new Findings();
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(CheckFixture.TEST_CLASSES))) {
      TypeLookup types = new TypeLookup(files);
      PathRoots control =
          new PathRoots(
              types.declared("com.acme.legacy.Archive", "invoice").get(0),
              new TypePartsFinder(types, Collections.emptySet()));
      new AcceptanceCheck(control, null, LocalDate.parse(today), findings).check(call, false);
    }
    return findings.lines();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 'ends on 2026-03-31'",
    "2026-03-30, 'ends on 2026-03-31'",
    "2026-03-17, 'ends on 2026-03-31'",
    "2026-04-01, 'ended on 2026-03-31'",
    "2027-01-01, 'ended on 2026-03-31'",
  })
  void lastFourteenDaysAndAfterwards(String today, String expected) throws Exception {
    String rest = expected.startsWith("ends") ? OPEN : ": it no longer accepts anything";

    assertThat(warnings("where: { path: /date }, until: 2026-03-31", today))
        .containsExactly("warning    accept A, of billing, " + expected + rest);
  }

  @Test
  void fifteenDaysBeforeTheEndThereIsNoWarning() throws Exception {
    assertThat(warnings("where: { path: /date }, until: 2026-03-31", "2026-03-16")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'path: /dat', true",
    "'path: /dat, kind: MISSING', true",
    "'path: /dat, kind: [EXCEPTION, VALUE]', true",
    "'path: /dat, kind: EXCEPTION', false",
    "'path: /lines/*/price', false",
    "'path: /arguments/0', true",
  })
  void pathsThatDoNotExist(String where, boolean warned) throws Exception {
    assertThat(warnings("where: { " + where + " }, until: 2026-03-31", "2026-01-01"))
        .hasSize(warned ? 1 : 0)
        .allMatch(line -> line.startsWith("warning    accept A never applies: "));
  }
}
