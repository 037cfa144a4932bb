package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The expected drafts are in {@code proposed.yaml}. A test of the agent's configuration reads the
 * same file, so the agent understands what is proposed.
 */
class ProposeCommandTest {
  @TempDir Path directory;
  private Path journals = Path.of("");
  private final CommandLineRun line = new CommandLineRun();

  @BeforeEach
  void journals() throws IOException {
    journals = Files.createDirectory(directory.resolve("journals"));
    JournalText.countingHits("a")
        .pointWith("quote", "`rules`:[`mode value`]")
        .line(
            "{`entry`:`point`,`point`:`prices:new`,`control`:{`method`:`a.Old#prices(int,"
                + " java.lang.String[])`},`candidate`:{`method`:`a.New#prices`},`sample`:1.0,`timeoutMillis`:2000,`rules`:[]}")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            1_000,
            "`matched`:400,`mismatched`:596,`timed-out`:4",
            "`signatures`:{`/total · VALUE`:412,`/tax · VALUE`:30,`/lines/* · MISSING`:9,"
                + "` · EXCEPTION`:8,`/body · OPAQUE`:7,`/na~1me · VALUE`:6,` · ORDER`:5}",
            "`explained`:{`/total · VALUE · trailing zeros`:412,"
                + "`/tax · VALUE · rounding HALF_UP/HALF_EVEN`:25}")
        .example("/tax", "0.01", "`rounding HALF_UP/HALF_EVEN`")
        .example("/tax", "-0.0349", "")
        .tally(
            "prices:new",
            "2026-11-02T09:00:00Z",
            3,
            "`mismatched`:3",
            "`signatures`:{`/a \\`b\\`\\u0007 # \\u202ec/* · EXTRA`:2}")
        .to(journals, "a.jsonl");
  }

  @Test
  void drafts() throws IOException {
    assertThat(line.run("propose", journals.toString(), "--zone", "UTC")).isZero();
    assertThat(line.out().replace("(not packaged)", "0.1.0")).isEqualTo(golden());
    assertThat(line.err()).isEmpty();
  }

  /** Both sides write the same values in other types. */
  @Test
  void rulesForDaysAndDecimalsAreNamed() throws IOException {
    Path types = Files.createDirectory(directory.resolve("types"));
    JournalText.of("s1")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            9,
            "`mismatched`:9",
            "`signatures`:{`/due · TYPE`:9,`/total · VALUE`:7}")
        .typed("/due", "TYPE", "java.util.Date", "java.time.LocalDate")
        .typed("/total", "VALUE", "java.lang.Double", "java.math.BigDecimal")
        .to(types, "s1.jsonl");
    assertThat(line.run("propose", types.toString(), "--zone", "UTC")).isZero();
    assertThat(line.out())
        .contains(
            "# - quote (9 calls), java.util.Date against java.time.LocalDate: days: { \"/due\":"
                + " Europe/Berlin }\n"
                + "# - quote (7 calls), java.lang.Double against java.math.BigDecimal: decimal:"
                + " [\"/total\"]\n");
  }

  /** The request alone is no configuration of a candidate. */
  @Test
  void candidateBehindHttpIsNotWrittenAsAMethod() throws IOException {
    Path http = Files.createDirectory(directory.resolve("http"));
    JournalText.of("h1")
        .line(
            "{`entry`:`point`,`point`:`quote`,`control`:{`method`:`a.Old#quote`},"
                + "`candidate`:{`method`:`GET http://127.0.0.1:8081/quotes/{/0}`},`sample`:1.0,"
                + "`timeoutMillis`:2000,`rules`:[]}")
        .tally(
            "quote",
            "2026-11-01T09:00:00Z",
            4,
            "`mismatched`:4",
            "`signatures`:{`/tags · ORDER`:4}")
        .to(http, "h1.jsonl");
    assertThat(line.run("propose", http.toString(), "--zone", "UTC")).isZero();
    assertThat(line.out())
        .contains(
            "    # candidate: as in your configuration, GET http://127.0.0.1:8081/quotes/{/0}\n")
        .doesNotContain("    candidate:");
  }

  @Test
  void draftsReplaceEarlierDrafts() {
    Path yaml = directory.resolve("accept.yaml");
    for (int i = 0; i < 2; i++) {
      assertThat(line.run("propose", journals.toString(), "--output", yaml.toString())).isZero();
    }
    assertThat(line.out()).contains("Drafts of accepted differences: 6, in " + yaml);
    assertThat(yaml).content().contains("- id: quote-1");
  }

  @Test
  void configurationIsNeverOverwritten() throws IOException {
    Path yaml = Files.writeString(directory.resolve("understudy.yaml"), "application: billing\n");
    assertThat(line.run("propose", journals.toString(), "--output", yaml.toString())).isEqualTo(2);
    assertThat(line.err()).contains("understudy.yaml exists and is not a report of this kind");
  }

  @Test
  void nothingToPropose() throws IOException {
    Path clean = Files.createDirectory(directory.resolve("clean"));
    JournalText.of("b")
        .tally("tax", "2026-11-01T09:00:00Z", 40, "`matched`:40")
        .to(clean, "b.jsonl");
    assertThat(line.run("propose", clean.toString())).isZero();
    assertThat(line.out()).endsWith("# Nothing is proposed.\n");
  }

  @Test
  void newerBuildsAreNamed() throws IOException {
    Path two = Files.createDirectory(directory.resolve("two"));
    for (int day = 1; day <= 2; day++) {
      JournalText.of("s" + day)
          .point("quote", "new-" + day + ".jar")
          .tally(
              "quote",
              "2026-11-0" + day + "T09:00:00Z",
              4,
              "`mismatched`:4",
              "`signatures`:{`/tags · ORDER`:4}")
          .to(two, day + ".jsonl");
    }
    assertThat(line.run("propose", two.toString(), "--zone", "UTC")).isZero();
    assertThat(line.out())
        .contains(
            "# Builds or rules changed within these days: --from 2026-11-02 leaves out repaired")
        .contains("# 8 calls: /tags, ORDER");
    assertThat(line.run("propose", two.toString(), "--zone", "UTC", "--from", "2026-11-02"))
        .isZero();
    assertThat(line.out()).contains("# 4 calls: /tags, ORDER").doesNotContain("--from");
  }

  @Test
  void unbalancedBooksProposeNothing() {
    JournalText.of("c")
        .tally("quote", "2026-11-01T09:00:00Z", 5, "`mismatched`:6")
        .to(journals, "c.jsonl");
    assertThat(line.run("propose", journals.toString())).isEqualTo(3);
    assertThat(line.out()).isEmpty();
    assertThat(line.err())
        .startsWith("Nothing is proposed: the journals were changed after writing");
  }

  @Test
  void changedJournalsProposeNothing() throws IOException {
    Path changed = Files.createDirectory(directory.resolve("changed"));
    SampleJournals.write(changed, 1, 120);
    try (var all = Files.list(changed)) {
      Path file = all.filter(f -> f.toString().endsWith(".jsonl")).sorted().findFirst().get();
      String text = Files.readString(file);
      Files.writeString(file, text.replaceFirst("\"matched\":([0-9]+)", "\"matched\":1"));
    }
    assertThat(line.run("propose", changed.toString())).isEqualTo(3);
    assertThat(line.err()).startsWith("Nothing is proposed: the journals were changed");
  }

  @Test
  void wrongUsage() {
    assertThat(line.run("propose")).isEqualTo(2);
    assertThat(line.run("propose", directory.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(
            line.run("propose", journals.toString(), "--from", "2026-11-02", "--to", "2026-11-01"))
        .isEqualTo(2);
    assertThat(line.err()).contains("--from 2026-11-02 is after --to 2026-11-01");
  }

  private static String golden() throws IOException {
    try (InputStream in = ProposeCommandTest.class.getResourceAsStream("proposed.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
