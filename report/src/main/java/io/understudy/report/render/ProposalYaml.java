package io.understudy.report.render;

import io.understudy.report.propose.AcceptanceDraft;
import io.understudy.report.propose.DeclinedDifference;
import io.understudy.report.propose.PointProposal;
import io.understudy.report.propose.RuleHint;
import io.understudy.report.render.text.Figures;
import io.understudy.report.summary.ParitySummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes drafts of acceptances as YAML in the form of the agent's configuration. Reason and owner
 * are {@code TODO}. The agent refuses {@code TODO}, so a person must replace it.
 */
public final class ProposalYaml {
  /** The beginning of every file of this kind. */
  public static final String MARK = "# Accepted differences, drafted by Understudy";

  /** The days from the last day of the journals to the last day of a draft. */
  static final long DAYS = 90;

  private static final int MOST_DECLINED = 40;

  private static final Pattern REQUEST = Pattern.compile("[A-Z]+ https?://");

  private final List<String> lines = new ArrayList<>();
  private final ParitySummary summary;
  private final LocalDate until;

  private ProposalYaml(ParitySummary summary) {
    this.summary = summary;
    this.until = summary.last().orElse(LocalDate.EPOCH).plusDays(DAYS);
  }

  /**
   * Renders the drafts.
   *
   * @param summary the result that the drafts come from
   * @param proposals the drafts by call point
   * @param version the version of Understudy to state
   * @return the YAML text
   */
  public static String render(
      ParitySummary summary, List<PointProposal> proposals, String version) {
    ProposalYaml yaml = new ProposalYaml(summary);
    yaml.head(version);
    yaml.rules();
    List<PointProposal> some = proposals.stream().filter(p -> !p.drafts().isEmpty()).toList();
    if (some.isEmpty()) {
      yaml.lines.add("# Nothing is proposed.");
    } else {
      yaml.lines.add("calls:");
      some.forEach(yaml::point);
    }
    yaml.declined(proposals);
    return String.join("\n", yaml.lines) + "\n";
  }

  private void head(String version) {
    lines.add(MARK + " " + version);
    lines.add(
        "# from "
            + summary.first().map(Figures::day).orElse("no day")
            + " to "
            + summary.last().map(Figures::day).orElse("no day")
            + ", "
            + Figures.count(summary.overall().books().verdicts(), "compared call", "compared calls")
            + ".");
    lines.add("#");
    lines.add(
        "# A draft describes a recorded difference; it does not say that it is right. Look at");
    lines.add(
        "# the examples in the report, keep what you agree on, and add reason and owner: the");
    lines.add("# agent refuses TODO. A call is accepted when all of its differences are.");
    summary.points().stream()
        .filter(point -> point.builds().size() > 1)
        .map(point -> point.builds().get(point.builds().size() - 1).first())
        .max(Comparator.naturalOrder())
        .ifPresent(
            newest ->
                lines.add(
                    "# Builds or rules changed within these days: --from "
                        + newest
                        + " leaves out repaired differences."));
  }

  /** Names rules by which differences are none; they come before an acceptance. */
  private void rules() {
    List<RuleHint> hints = RuleHint.of(summary);
    if (hints.isEmpty()) {
      return;
    }
    lines.add("#");
    lines.add(
        "# Rules may say more than drafts: both sides have the same value in other types. Put");
    lines.add("# them under compare: of the call point; a zone is the legacy JVM's time zone.");
    for (RuleHint hint : hints.subList(0, Math.min(MOST_DECLINED, hints.size()))) {
      lines.add(
          "# - "
              + YamlText.comment(summary.nameOf(hint.point()))
              + " ("
              + Figures.count(hint.calls(), "call", "calls")
              + "), "
              + hint.types()
              + ": "
              + YamlText.comment(hint.rule()));
    }
  }

  private void point(PointProposal proposal) {
    lines.add("  - name: " + YamlText.scalar(proposal.point().key().name()));
    if (summary.applications().size() > 1) {
      lines.add("    # of " + YamlText.comment(proposal.point().key().application()));
    }
    lines.add("    control: " + YamlText.scalar(proposal.point().control()));
    candidate(proposal.point().candidate());
    lines.add("    accept:");
    proposal.drafts().forEach(this::draft);
  }

  /** A journal names the request of a candidate behind HTTP, without its headers and results. */
  private void candidate(String text) {
    if (REQUEST.matcher(text).lookingAt()) {
      lines.add("    # candidate: as in your configuration, " + YamlText.comment(text));
    } else {
      lines.add("    candidate: " + YamlText.scalar(text));
    }
  }

  private void draft(AcceptanceDraft draft) {
    lines.add("      # " + seen(draft));
    lines.add("      - id: " + YamlText.scalar(draft.id()));
    lines.add("        where:");
    lines.add("          path: " + YamlText.quoted(draft.path()));
    lines.add("          kind: " + draft.kind());
    draft.delta().ifPresent(delta -> lines.add("          delta: " + delta(delta)));
    String explained = draft.explained();
    if (explained != null) {
      lines.add("          explained: " + YamlText.quoted(explained));
    }
    lines.add("        reason: TODO");
    lines.add("        owner: TODO");
    lines.add("        until: " + until);
  }

  private static String delta(BigDecimal delta) {
    return Figures.decimal(delta);
  }

  private static String seen(AcceptanceDraft draft) {
    String explained = draft.explained();
    Optional<BigDecimal> most = draft.deltas().most();
    return Figures.count(draft.calls(), "call", "calls")
        + ": "
        + (explained == null ? "" : YamlText.comment(explained) + " in ")
        + (draft.path().isEmpty() ? "the whole result" : YamlText.comment(draft.path()))
        + (explained == null ? ", " + draft.kind() : "")
        + (draft.isBroad() ? "; this covers every one there" : "")
        + most.map(
                largest ->
                    "; by at most "
                        + Figures.decimal(largest)
                        + " in "
                        + Figures.count(
                            draft.deltas().examples(),
                            "recorded difference",
                            "recorded differences"))
            .orElse("");
  }

  private void declined(List<PointProposal> proposals) {
    int all = 0;
    for (PointProposal proposal : proposals) {
      all += proposal.declined().size();
    }
    if (all == 0) {
      return;
    }
    lines.add("");
    lines.add("# Not proposed:");
    int listed = 0;
    for (PointProposal proposal : proposals) {
      for (DeclinedDifference declined : proposal.declined()) {
        if (listed++ < MOST_DECLINED) {
          lines.add("# - " + declined(proposal, declined));
        }
      }
    }
    if (all > MOST_DECLINED) {
      lines.add("# and " + Figures.count(all - MOST_DECLINED) + " more");
    }
  }

  private String declined(PointProposal proposal, DeclinedDifference declined) {
    String signature = declined.signature();
    String kind = SignatureView.kind(signature);
    return YamlText.comment(summary.nameOf(proposal.point().key()))
        + ", "
        + SignatureView.place(signature)
        + (kind.isEmpty() ? "" : ", " + kind)
        + (declined.explanation().isEmpty() ? "" : ", " + YamlText.comment(declined.explanation()))
        + " ("
        + Figures.count(declined.calls(), "call", "calls")
        + "): "
        + declined.why();
  }
}
