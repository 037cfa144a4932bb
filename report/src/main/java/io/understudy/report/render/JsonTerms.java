package io.understudy.report.render;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.RecordedAcceptance;
import io.understudy.report.aggregate.AcceptanceEvidence;
import io.understudy.report.aggregate.Example;
import io.understudy.report.aggregate.ExplanationEvidence;
import io.understudy.report.aggregate.NoiseEvidence;
import io.understudy.report.aggregate.RateRatio;
import io.understudy.report.aggregate.RuleEvidence;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Writes what is known of rules, accepted differences, explanations and noise. */
final class JsonTerms {
  private final JsonGenerator out;

  JsonTerms(JsonGenerator out) {
    this.out = out;
  }

  void rule(RuleEvidence rule) throws IOException {
    out.writeStringField("rule", rule.rule());
    out.writeBooleanField("present", rule.present());
    out.writeNumberField("comparisons", rule.comparisons());
    out.writeStringField("since", rule.since().map(LocalDate::toString).orElse(null));
    out.writeNumberField("hits", rule.hits());
    out.writeNumberField("hidden", rule.hidden());
    out.writeNumberField("leaves", rule.leaves());
    out.writeBooleanField("neverHit", rule.neverHit());
    out.writeBooleanField("hidesHalf", rule.hidesHalf());
  }

  void acceptance(AcceptanceEvidence debt, LocalDate today) throws IOException {
    out.writeStringField("id", debt.id());
    RecordedAcceptance terms = debt.agreed().orElse(null);
    if (terms != null) {
      out.writeStringField("where", terms.where());
      out.writeStringField("reason", terms.reason());
      out.writeStringField("owner", terms.owner());
      out.writeStringField("until", terms.until().toString());
      out.writeStringField("limit", terms.limit());
    }
    DebtView view = new DebtView(debt, today);
    out.writeStringField("state", view.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    LocalDate since = debt.since();
    out.writeStringField("since", since == null ? null : since.toString());
    out.writeNumberField("compared", debt.compared());
    out.writeNumberField("calls", debt.calls());
    days("accepted", debt.accepted());
    days("expired", debt.expired());
    days("breached", debt.breached());
    days("near", debt.near());
    out.writeArrayFieldStart("examples");
    for (Example example : debt.examples()) {
      out.writeStartObject();
      new JsonExample(out).write(example);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void explanation(ExplanationEvidence explained) throws IOException {
    out.writeStringField("explanation", explained.name().isEmpty() ? null : explained.name());
    out.writeNumberField("calls", explained.calls());
    BigDecimal most = explained.deltas().most().orElse(null);
    out.writeStringField("largestDelta", most == null ? null : Figures.decimal(most));
    out.writeNumberField("deltas", explained.deltas().examples());
  }

  void noise(NoiseEvidence noise) throws IOException {
    out.writeNumberField("sightings", noise.sightings());
    out.writeNumberField("repeats", noise.repeats());
    out.writeNumberField("calls", noise.calls());
    out.writeNumberField("compared", noise.compared());
    if (noise.compared() > 0) {
      RateRatio ratio = noise.ratio();
      out.writeNumberField("timesAtLeast", ratio.low());
      if (Double.isInfinite(ratio.high())) {
        out.writeNullField("timesAtMost");
      } else {
        out.writeNumberField("timesAtMost", ratio.high());
      }
    }
    out.writeStringField("finding", noise.finding().name().toLowerCase(Locale.ROOT));
  }

  private void days(String name, SortedMap<LocalDate, Long> days) throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
      out.writeNumberField(day.getKey().toString(), day.getValue());
    }
    out.writeEndObject();
  }
}
