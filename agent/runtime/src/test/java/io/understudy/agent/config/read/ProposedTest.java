package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.compare.accept.Acceptance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The drafts of {@code understudy-report.jar propose}. A test of the report compares them with the
 * same file. The loader accepts them after a person has filled in the open texts.
 */
class ProposedTest {
  private static final Path PROPOSED =
      Paths.get("../../report/src/test/resources/io/understudy/report/proposed.yaml");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Test
  void refusedWhileTextsAreOpen() throws IOException {
    String yaml = proposed();
    List<String> refusals = Refusals.of(() -> config(yaml));
    assertThat(refusals)
        .hasSize(12)
        .allMatch(
            refusal ->
                refusal.endsWith("reason: is still open; say why that was agreed")
                    || refusal.endsWith("owner: is still open; say who is responsible for it"));
  }

  @Test
  void acceptedOnceTextsAreFilledIn() throws Exception {
    Config config =
        config(
            proposed()
                .replace("reason: TODO", "reason: the regulator asks for it")
                .replace("owner: TODO", "owner: tax-team"));
    List<String> read = new ArrayList<>();
    for (CallConfig call : config.calls()) {
      for (Acceptance acceptance : call.acceptances().list()) {
        read.add(call.name() + ", " + acceptance);
      }
    }
    String rest = ", until 2027-01-31 (tax-team: the regulator asks for it)";
    assertThat(read)
        .containsExactly(
            "quote, quote-1: /total VALUE explained trailing zeros" + rest,
            "quote, quote-2: /tax VALUE by 0.01 explained rounding HALF_UP/HALF_EVEN" + rest,
            "quote, quote-3: /lines/* MISSING" + rest,
            "quote, quote-4: /tax VALUE by 0.035" + rest,
            "quote, quote-5: \"\" ORDER" + rest,
            "prices:new, prices-new-1: /a \"b\"\u0007 # \u202ec/* EXTRA" + rest);
    assertThat(config.warnings()).isEmpty();
  }

  private static Config config(String yaml) throws ConfigException {
    return ConfigLoader.parse("proposed.yaml", yaml, Collections.emptyList(), TODAY);
  }

  private static String proposed() throws IOException {
    return new String(Files.readAllBytes(PROPOSED), StandardCharsets.UTF_8);
  }
}
