package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.EntryText;
import io.understudy.journal.SessionEntry;
import java.io.IOException;
import java.time.Instant;

/** The session entry as JSON. */
final class SessionJson {
  private static final int MOST_VERSION = 1_000_000;

  private SessionJson() {}

  static void write(JsonGenerator out, SessionEntry session) throws IOException {
    out.writeStringField("entry", "session");
    out.writeNumberField("format", session.format());
    out.writeNumberField("revision", session.revision());
    out.writeStringField("session", EntryText.clean(session.session()));
    out.writeNumberField("file", session.file());
    out.writeStringField("previous", session.previous());
    out.writeStringField("start", session.start().toString());
    out.writeStringField("opened", session.opened().toString());
    out.writeStringField("application", EntryText.clean(session.application()));
    out.writeStringField("host", EntryText.clean(session.host()));
    out.writeNumberField("pid", session.pid());
    out.writeStringField("jvm", EntryText.clean(session.jvm()));
    out.writeStringField("os", EntryText.clean(session.os()));
    out.writeStringField("agent", EntryText.clean(session.agent()));
    out.writeStringField("config", EntryText.clean(session.config()));
    out.writeStringField("zone", EntryText.clean(session.zone()));
  }

  static SessionEntry read(EntryParser in) throws IOException {
    SessionEntry.Builder fields =
        SessionEntry.builder("", Instant.EPOCH).session("").format(0).revision(0);
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      readFileField(field, in, fields);
    }
    SessionEntry session = fields.build();
    if (session.format() == 0
        || session.session().isEmpty()
        || session.start().equals(Instant.EPOCH)) {
      throw new MalformedEntryException("a session needs format, session and start");
    }
    return session;
  }

  private static void readFileField(String field, EntryParser in, SessionEntry.Builder session)
      throws IOException {
    switch (field) {
      case "format":
        session.format((int) in.number(0, MOST_VERSION));
        break;
      case "revision":
        session.revision((int) in.number(0, MOST_VERSION));
        break;
      case "session":
        session.session(in.text(Ranges.MOST_ID));
        break;
      case "file":
        session.file((int) in.number(1, Ranges.MOST_FILES));
        break;
      case "previous":
        session.previous(in.sha256OrNull());
        break;
      case "start":
        session.start(in.instant());
        break;
      case "opened":
        session.opened(in.instant());
        break;
      default:
        readOriginField(field, in, session);
    }
  }

  private static void readOriginField(String field, EntryParser in, SessionEntry.Builder session)
      throws IOException {
    switch (field) {
      case "application":
        session.application(in.name());
        break;
      case "host":
        session.host(in.name());
        break;
      case "pid":
        session.pid(in.number());
        break;
      case "jvm":
        session.jvm(in.name());
        break;
      case "os":
        session.os(in.name());
        break;
      case "agent":
        session.agent(in.name());
        break;
      case "config":
        session.config(in.name());
        break;
      case "zone":
        session.zone(in.name());
        break;
      default:
        in.skip(field);
    }
  }
}
