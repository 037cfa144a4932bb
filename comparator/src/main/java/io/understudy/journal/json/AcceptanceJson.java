package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.EntryText;
import io.understudy.journal.RecordedAcceptance;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accepted differences of a call point as JSON; the field is absent when there are none. */
final class AcceptanceJson {
  private AcceptanceJson() {}

  static void write(JsonGenerator out, List<RecordedAcceptance> accepts) throws IOException {
    if (accepts.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("accepts");
    for (RecordedAcceptance accept : accepts) {
      out.writeStartObject();
      out.writeStringField("id", EntryText.clean(accept.id()));
      out.writeStringField("where", EntryText.clean(accept.where()));
      out.writeStringField("reason", EntryText.clean(accept.reason()));
      out.writeStringField("owner", EntryText.clean(accept.owner()));
      out.writeStringField("until", accept.until().toString());
      String limit = accept.limit();
      if (limit != null) {
        out.writeStringField("limit", EntryText.clean(limit));
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  static List<RecordedAcceptance> read(EntryParser in) throws IOException {
    List<RecordedAcceptance> accepts = new ArrayList<>();
    in.openArray();
    while (in.nextElement()) {
      in.requireRoom(accepts.size(), Ranges.MOST_LISTED);
      accepts.add(readOne(in));
    }
    return accepts;
  }

  private static RecordedAcceptance readOne(EntryParser in) throws IOException {
    String id = "";
    String where = "";
    String reason = "";
    String owner = "";
    LocalDate until = null;
    @Nullable String limit = null;
    for (String field = in.firstField(); field != null; field = in.nextField()) {
      switch (field) {
        case "id":
          id = in.name();
          break;
        case "where":
          where = in.text();
          break;
        case "reason":
          reason = in.text();
          break;
        case "owner":
          owner = in.name();
          break;
        case "until":
          until = parseDay(in.text());
          break;
        case "limit":
          limit = in.text();
          break;
        default:
          in.skip("accepts." + field);
      }
    }
    if (id.isEmpty() || until == null) {
      throw new MalformedEntryException("an accepted difference needs id and until");
    }
    return new RecordedAcceptance(id, where, reason, owner, until, limit);
  }

  private static LocalDate parseDay(String text) throws MalformedEntryException {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 0 && day.getYear() <= Ranges.LAST_YEAR) {
        return day;
      }
    } catch (DateTimeParseException malformed) {
      // Below.
    }
    throw new MalformedEntryException("\"" + text + "\" is not a day such as 2027-01-31");
  }
}
