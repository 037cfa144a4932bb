package io.understudy.agent.config.read;

import io.understudy.agent.config.SourcePosition;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.compare.accept.Acceptance;
import io.understudy.compare.accept.AcceptanceCondition;
import io.understudy.compare.accept.AcceptanceLimit;
import io.understudy.compare.accept.Acceptances;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the accepted differences of one call point: the list under {@code accept:}. An expired
 * acceptance causes a warning, and its differences count as mismatches. Not thread-safe.
 */
final class AcceptReader {
  private static final ValueKind<String> ID =
      ValueKinds.text(
          "an id of 1 to 64 letters, digits and any of . _ : # / -",
          "[A-Za-z0-9][A-Za-z0-9._:#/-]{0,63}");

  /** The placeholder that {@code propose} writes for a text that a person must fill in. */
  private static final String OPEN = "TODO";

  private final Section call;
  private final ConfigProblems problems;
  private final LocalDate today;
  private final Map<String, SourcePosition> ids = new HashMap<>();

  /**
   * Creates a reader for a call point.
   *
   * @param today the day in UTC that decides which acceptances have expired
   */
  AcceptReader(Section call, ConfigProblems problems, LocalDate today) {
    this.call = call;
    this.problems = problems;
    this.today = today;
  }

  /** Reads all valid acceptances, in the order of the file. */
  Acceptances read() {
    List<Acceptance> read = new ArrayList<>();
    List<YamlNode> items =
        call.items("accept", "a list of acceptances, each beginning with \"- id:\"");
    for (int i = 0; i < items.size(); i++) {
      String key = KeyPath.item(call.path("accept"), i);
      YamlNode item = items.get(i);
      if (item instanceof YamlNode.Mapping) {
        Acceptance acceptance = readAcceptance(new Section((YamlNode.Mapping) item, key, problems));
        if (acceptance != null) {
          read.add(acceptance);
        }
      } else {
        problems.add(
            item.where(),
            key,
            "expected an acceptance with id:, where:, reason:, owner: and until:, found "
                + item.describe());
      }
    }
    return Acceptances.of(read);
  }

  private @Nullable Acceptance readAcceptance(Section section) {
    String id = required(section, "id", ID, "a short name of your own, as in ROUND-17");
    AcceptanceCondition where = readCondition(section);
    String reason = requiredText(section, "reason", "why that was agreed");
    String owner = requiredText(section, "owner", "who is responsible for it");
    LocalDate until =
        required(section, "until", RuleValueKinds.date(), "the last day on which it is valid");
    AcceptanceLimit limit = readLimit(section.section("limit"));
    section.refuseUnknownKeys();
    if (until != null) {
      warnOfDate(section, until);
    }
    SourcePosition first = id == null ? null : ids.putIfAbsent(id, section.where());
    if (first != null) {
      section.refuse(
          section.where(), "id", "\"" + id + "\" is taken by the acceptance at " + first);
      return null;
    }
    if (id == null || where == null || reason == null || owner == null || until == null) {
      return null;
    }
    try {
      return Acceptance.of(id, where, reason, owner, until).within(limit);
    } catch (IllegalArgumentException e) {
      section.refuse(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private @Nullable AcceptanceCondition readCondition(Section section) {
    if (section.take("where") == null) {
      section.refuse(
          section.where(),
          "where",
          "is missing; say which differences are meant, as in { path: \"/tax\", delta: 0.01 }");
      return null;
    }
    return new ConditionReader(section.section("where")).read();
  }

  private static <T> @Nullable T required(
      Section section, String name, ValueKind<T> kind, String what) {
    if (section.take(name) == null) {
      section.refuse(section.where(), name, "is missing; give " + what);
      return null;
    }
    return section.optional(name, kind);
  }

  private @Nullable String requiredText(Section section, String name, String what) {
    ValueKind<String> kind = ValueKinds.text("a line that says " + what, "\\s*\\S.*");
    String text = required(section, name, kind, what);
    if (text == null || !text.trim().equals(OPEN)) {
      return text;
    }
    YamlNode value = section.take(name);
    section.refuse(
        value == null ? section.where() : value.where(), name, "is still open; say " + what);
    return null;
  }

  private void warnOfDate(Section section, LocalDate until) {
    YamlNode value = section.take("until");
    SourcePosition where = value == null ? section.where() : value.where();
    if (until.isBefore(today)) {
      problems.warn(
          where,
          section.path("until"),
          until
              + " is past: these differences count as mismatched again; correct them, or agree on a new date");
    } else if (until.isAfter(today.plusYears(2))) {
      problems.warn(
          where,
          section.path("until"),
          until
              + " is more than two years away; correct a lasting difference, or state it as a rule");
    }
  }

  private static AcceptanceLimit readLimit(Section section) {
    AcceptanceLimit limit = AcceptanceLimit.none();
    BigDecimal rate = section.optional("rate", RuleValueKinds.rate());
    Integer calls = section.optional("calls", ValueKinds.whole(1, 1_000_000_000));
    BigDecimal amount = section.optional("amount", RuleValueKinds.amount());
    section.refuseUnknownKeys();
    limit = rate == null ? limit : limit.rate(rate);
    limit = calls == null ? limit : limit.calls(calls);
    return amount == null ? limit : limit.amount(amount);
  }
}
