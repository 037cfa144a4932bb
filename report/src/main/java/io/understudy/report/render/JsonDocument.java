package io.understudy.report.render;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.Fate;
import io.understudy.journal.latency.LatencyCounts;
import io.understudy.report.summary.Books;
import io.understudy.report.summary.BuildScore;
import io.understudy.report.summary.CountingGap;
import io.understudy.report.summary.DayScore;
import io.understudy.report.summary.FileIntegrity;
import io.understudy.report.summary.HourCoverage;
import io.understudy.report.summary.Parity;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.PointSummary;
import io.understudy.report.summary.ReasonCount;
import io.understudy.report.summary.ReportProblem;
import io.understudy.report.summary.Score;
import io.understudy.report.summary.SessionSummary;
import io.understudy.report.summary.SignatureSummary;
import io.understudy.report.summary.VoidedSession;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a summary as the fields of a JSON document. Used once. */
final class JsonDocument {
  private final JsonGenerator out;
  private final JsonCaveats terms;
  private final ParitySummary summary;
  private final Instant generated;
  private final LocalDate today;

  JsonDocument(JsonGenerator out, ParitySummary summary, Instant generated) {
    this.out = out;
    this.terms = new JsonCaveats(out);
    this.summary = summary;
    this.generated = generated;
    this.today = generated.atZone(ZoneOffset.UTC).toLocalDate();
  }

  void write(String version) throws IOException {
    Conclusion conclusion = Conclusion.of(summary, generated);
    out.writeStartObject();
    out.writeStringField("understudy", "report");
    out.writeNumberField("format", JsonReport.FORMAT);
    out.writeStringField("version", version);
    out.writeStringField("generated", generated.toString());
    out.writeStringField("zone", summary.period().zone().getId());
    day("first", summary.first().orElse(null));
    day("last", summary.last().orElse(null));
    strings("applications", summary.applications());
    out.writeStringField("answer", conclusion.headline() + " " + conclusion.confidence());
    out.writeObjectFieldStart("overall");
    score(summary.overall());
    adjusted(summary.onlyNoise(), summary.adjusted().orElse(null));
    days(summary.days());
    out.writeEndObject();
    array("points", summary.points(), this::point);
    array("signatures", summary.signatures(), this::signature);
    array("sessions", summary.sessions(), this::session);
    array("files", summary.files(), this::file);
    array("problems", summary.problems(), this::problem);
    out.writeObjectFieldStart("problemCounts");
    out.writeNumberField("breach", summary.breaches());
    out.writeNumberField("loss", summary.losses());
    out.writeNumberField("doubt", summary.doubts());
    out.writeNumberField("note", summary.notes());
    out.writeEndObject();
    array("notCounted", summary.voided(), this::voided);
    array("gaps", summary.gaps(), this::gap);
    out.writeEndObject();
  }

  private interface Writer<T> {
    void write(T value) throws IOException;
  }

  private <T> void array(String name, List<T> values, Writer<T> each) throws IOException {
    out.writeArrayFieldStart(name);
    for (T value : values) {
      out.writeStartObject();
      each.write(value);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void score(Score score) throws IOException {
    Books books = score.books();
    out.writeObjectFieldStart("books");
    out.writeNumberField("intercepted", books.intercepted());
    for (Fate fate : Fate.values()) {
      out.writeNumberField(fate.wireName(), books.ended(fate));
    }
    out.writeNumberField("in-flight", books.inFlight());
    out.writeEndObject();
    out.writeNumberField("verdicts", books.verdicts());
    out.writeNumberField("agreed", books.agreed());
    Parity parity = score.parity().orElse(null);
    share("parity", parity == null ? null : parity.share());
    share("lowerBound", parity == null ? null : parity.lowerBound());
    share("strictParity", parity == null ? null : parity.strictShare());
    share("strictLowerBound", parity == null ? null : parity.strictLowerBound());
    out.writeNumberField("coverage", score.coverage());
    strings("refusals", score.refusals());
  }

  private void days(List<DayScore> days) throws IOException {
    array(
        "days",
        days,
        day -> {
          day("day", day.day());
          score(day.score());
          strings("changes", day.changes());
        });
  }

  private void point(PointSummary point) throws IOException {
    out.writeStringField("application", point.key().application());
    out.writeStringField("name", point.key().name());
    out.writeStringField("control", point.control());
    out.writeStringField("candidate", point.candidate());
    score(point.score());
    days(point.days());
    array("hours", point.hours(), this::hour);
    array("builds", point.builds(), this::build);
    array("reasons", point.reasons(), this::reason);
    if (!point.conduct().isEmpty()) {
      array("conduct", point.conduct(), this::conduct);
    }
    if (!point.broken().isEmpty()) {
      array("broken", point.broken(), this::broken);
    }
    if (!point.unwoven().isEmpty()) {
      out.writeStringField("unwoven", point.unwoven());
    }
    array("rules", point.rules(), terms::rule);
    array("accepted", point.acceptances(), acceptance -> terms.acceptance(acceptance, today));
    out.writeObjectFieldStart("noise");
    out.writeNumberField("repeats", point.noise().repeats());
    adjusted(point.noise().onlyNoise(), point.adjusted().orElse(null));
    array(
        "signatures",
        point.noise().signatures(),
        noise -> {
          out.writeStringField("signature", noise.signature());
          terms.noise(noise);
        });
    array("unrepeated", point.noise().unrepeated(), this::reason);
    out.writeEndObject();
    out.writeObjectFieldStart("latencies");
    latencies("control", point.latencies().control());
    latencies("candidate", point.latencies().candidate());
    latencies("caller", point.latencies().caller());
    out.writeEndObject();
  }

  private void hour(HourCoverage hour) throws IOException {
    out.writeNumberField("hour", hour.hour());
    out.writeNumberField("intercepted", hour.intercepted());
    out.writeNumberField("verdicts", hour.verdicts());
    out.writeNumberField("shed", hour.shed());
    out.writeNumberField("pausedMillis", hour.pausedMillis());
    out.writeNumberField("coverage", hour.coverage());
  }

  private void reason(ReasonCount reason) throws IOException {
    out.writeStringField("reason", reason.reason());
    out.writeNumberField("count", reason.count());
  }

  private void conduct(ReasonCount conduct) throws IOException {
    out.writeStringField("conduct", conduct.reason());
    out.writeNumberField("count", conduct.count());
  }

  private void broken(ReasonCount fate) throws IOException {
    out.writeStringField("fate", fate.reason());
    out.writeNumberField("count", fate.count());
  }

  // Written beside the raw figures, never instead of them.
  private void adjusted(long onlyNoise, @Nullable Parity adjusted) throws IOException {
    out.writeNumberField("onlyNoise", onlyNoise);
    share("adjustedParity", adjusted == null ? null : adjusted.share());
    share("adjustedLowerBound", adjusted == null ? null : adjusted.lowerBound());
  }

  private void build(BuildScore build) throws IOException {
    out.writeStringField("controlCode", build.build().control());
    out.writeStringField("candidateCode", build.build().candidate());
    out.writeStringField("config", build.build().config());
    strings("rules", build.build().rules().lines().toList());
    day("first", build.first());
    day("last", build.last());
    score(build.score());
  }

  private void latencies(String name, LatencyCounts counts) throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("count", counts.count());
    if (!counts.isEmpty()) {
      out.writeNumberField("p50Nanos", counts.quantile(0.5));
      out.writeNumberField("p95Nanos", counts.quantile(0.95));
      out.writeNumberField("p99Nanos", counts.quantile(0.99));
      out.writeNumberField("maxNanos", counts.max());
    }
    out.writeEndObject();
  }

  private void signature(SignatureSummary signature) throws IOException {
    out.writeStringField("application", signature.point().application());
    out.writeStringField("point", signature.point().name());
    out.writeStringField("signature", signature.signature());
    out.writeNumberField("count", signature.count());
    out.writeObjectFieldStart("days");
    for (Map.Entry<LocalDate, Long> day : signature.days().entrySet()) {
      out.writeNumberField(day.getKey().toString(), day.getValue());
    }
    out.writeEndObject();
    array("explained", signature.explained(), terms::explanation);
    array("examples", signature.examples(), new JsonExample(out)::write);
  }

  private void session(SessionSummary session) throws IOException {
    var entry = session.entry();
    out.writeStringField("session", entry.session());
    out.writeStringField("application", entry.application());
    out.writeStringField("host", entry.host());
    out.writeNumberField("pid", entry.pid());
    out.writeStringField("start", entry.start().toString());
    out.writeStringField("end", session.end().toString());
    out.writeStringField("jvm", entry.jvm());
    out.writeStringField("os", entry.os());
    out.writeStringField("agent", entry.agent());
    out.writeStringField("config", entry.config());
    out.writeBooleanField("closed", session.closed().isPresent());
    out.writeStringField("why", session.closed().orElse(null));
    out.writeNumberField("intercepted", session.books().intercepted());
    out.writeNumberField("inFlight", session.books().inFlight());
  }

  private void file(FileIntegrity file) throws IOException {
    out.writeStringField("name", file.name());
    out.writeStringField("session", file.session());
    out.writeNumberField("number", file.number());
    out.writeNumberField("entries", file.entries());
    out.writeStringField("seal", file.seal().isEmpty() ? null : file.seal());
    out.writeBooleanField("sealed", file.sealed());
    out.writeBooleanField("intact", file.intact());
  }

  private void voided(VoidedSession session) throws IOException {
    out.writeStringField("session", session.entry().session());
    out.writeStringField("application", session.entry().application());
    out.writeStringField("host", session.entry().host());
    out.writeNumberField("files", session.files());
    out.writeNumberField("intercepted", session.intercepted());
  }

  private void gap(CountingGap gap) throws IOException {
    out.writeStringField("session", gap.session());
    out.writeStringField("from", gap.from().toString());
    out.writeStringField("to", gap.to().toString());
    out.writeNumberField("minutes", gap.minutes());
  }

  private void problem(ReportProblem problem) throws IOException {
    out.writeStringField("weight", problem.weight().name().toLowerCase(Locale.ROOT));
    out.writeStringField("file", problem.file());
    out.writeNumberField("line", problem.line());
    out.writeStringField("what", problem.what());
  }

  private void day(String name, @Nullable LocalDate day) throws IOException {
    if (day == null) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, day.toString());
    }
  }

  private void share(String name, @Nullable Double share) throws IOException {
    if (share == null) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, share);
    }
  }

  private void strings(String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
