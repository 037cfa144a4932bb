package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.CloseEntry;
import io.understudy.journal.EntryText;
import io.understudy.journal.Fate;
import io.understudy.journal.PointTotals;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The close of a session as JSON. */
final class CloseJson {
  /** The greatest count of a session; nine thousand of them add up without an overflow. */
  private static final long MOST_TOTAL = 1_000 * Ranges.MOST_COUNT;

  private CloseJson() {}

  static void write(JsonGenerator out, CloseEntry close) throws IOException {
    out.writeStringField("entry", "close");
    out.writeStringField("at", close.at().toString());
    out.writeStringField("why", EntryText.clean(EntryText.clip(close.why())));
    out.writeObjectFieldStart("totals");
    for (Map.Entry<String, PointTotals> total : close.totals().entrySet()) {
      out.writeObjectFieldStart(EntryText.clean(total.getKey()));
      out.writeNumberField("intercepted", total.getValue().intercepted());
      TallyJson.writeFates(out, total.getValue()::fate);
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  static CloseEntry read(EntryParser in) throws IOException {
    Instant at = Instant.EPOCH;
    String why = "";
    Map<String, PointTotals> totals = new LinkedHashMap<>();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "at":
          at = in.instant();
          break;
        case "why":
          why = in.text(EntryText.MOST);
          break;
        case "totals":
          for (String name = in.firstField(); name != null; name = in.nextField()) {
            in.requireRoom(totals.size(), (int) Ranges.MOST_POINTS);
            totals.put(name, readTotal(in));
          }
          break;
        default:
          in.skip(field);
      }
    }
    return new CloseEntry(at, why, totals);
  }

  private static PointTotals readTotal(EntryParser in) throws IOException {
    long intercepted = 0;
    Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    for (String field = in.firstField(); field != null; field = in.nextField()) {
      switch (field) {
        case "intercepted":
          intercepted = in.number(0, MOST_TOTAL);
          break;
        case "fates":
          TallyJson.readFates(in, MOST_TOTAL, fates::put);
          break;
        default:
          in.skip(field);
      }
    }
    return new PointTotals(intercepted, fates);
  }
}
