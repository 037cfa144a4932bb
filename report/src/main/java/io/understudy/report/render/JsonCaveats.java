package io.understudy.report.render;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.RecordedAcceptance;
import io.understudy.report.render.text.Figures;
import io.understudy.report.statistics.RateRatio;
import io.understudy.report.summary.AcceptanceUse;
import io.understudy.report.summary.ExampleCall;
import io.understudy.report.summary.ExplanationCount;
import io.understudy.report.summary.NoiseComparison;
import io.understudy.report.summary.RuleUse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Writes the fields of rules, acceptances, explanations and noise. */
final class JsonCaveats {
  private final JsonGenerator out;

  JsonCaveats(JsonGenerator out) {
    this.out = out;
  }

  void rule(RuleUse rule) throws IOException {
    out.writeStringField("rule", rule.rule());
    out.writeBooleanField("present", rule.present());
    out.writeNumberField("comparisons", rule.comparisons());
    out.writeStringField("since", rule.since().map(LocalDate::toString).orElse(null));
    out.writeNumberField("hits", rule.hits());
    out.writeNumberField("hidden", rule.hidden());
    out.writeNumberField("leaves", rule.leaves());
    out.writeBooleanField("hitElsewhere", rule.hitElsewhere());
    out.writeBooleanField("neverHit", rule.neverHit());
    out.writeBooleanField("hidesHalf", rule.hidesHalf());
  }

  void acceptance(AcceptanceUse acceptance, LocalDate today) throws IOException {
    out.writeStringField("id", acceptance.id());
    RecordedAcceptance terms = acceptance.agreed().orElse(null);
    if (terms != null) {
      out.writeStringField("where", terms.where());
      out.writeStringField("reason", terms.reason());
      out.writeStringField("owner", terms.owner());
      out.writeStringField("until", terms.until().toString());
      out.writeStringField("limit", terms.limit());
    }
    AcceptanceView view = new AcceptanceView(acceptance, today);
    out.writeStringField("state", view.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    LocalDate since = acceptance.since();
    out.writeStringField("since", since == null ? null : since.toString());
    out.writeNumberField("compared", acceptance.compared());
    out.writeNumberField("calls", acceptance.calls());
    days("accepted", acceptance.accepted());
    days("expired", acceptance.expired());
    days("breached", acceptance.breached());
    days("near", acceptance.near());
    out.writeArrayFieldStart("examples");
    for (ExampleCall example : acceptance.examples()) {
      out.writeStartObject();
      new JsonExample(out).write(example);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void explanation(ExplanationCount explained) throws IOException {
    out.writeStringField("explanation", explained.name().isEmpty() ? null : explained.name());
    out.writeNumberField("calls", explained.calls());
    BigDecimal most = explained.deltas().most().orElse(null);
    out.writeStringField("largestDelta", most == null ? null : Figures.decimal(most));
    out.writeNumberField("deltas", explained.deltas().examples());
  }

  void noise(NoiseComparison noise) throws IOException {
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
