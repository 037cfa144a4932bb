package io.understudy.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;

/** The session entry as JSON. */
final class SessionJson {
  private SessionJson() {}

  static void write(JsonGenerator out, SessionEntry session) throws IOException {
    out.writeStringField("entry", "session");
    out.writeNumberField("format", session.format());
    out.writeNumberField("revision", session.revision());
    out.writeStringField("session", Texts.clean(session.session()));
    out.writeNumberField("file", session.file());
    out.writeStringField("previous", session.previous());
    out.writeStringField("start", session.start().toString());
    out.writeStringField("opened", session.opened().toString());
    out.writeStringField("application", Texts.clean(session.application()));
    out.writeStringField("host", Texts.clean(session.host()));
    out.writeNumberField("pid", session.pid());
    out.writeStringField("jvm", Texts.clean(session.jvm()));
    out.writeStringField("os", Texts.clean(session.os()));
    out.writeStringField("agent", Texts.clean(session.agent()));
    out.writeStringField("config", Texts.clean(session.config()));
    out.writeStringField("zone", Texts.clean(session.zone()));
  }

  static SessionEntry read(EntryParser in) throws IOException {
    Instant epoch = Instant.EPOCH;
    SessionFields fields = new SessionFields();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (!fields.take(field, in)) {
        in.skip(field);
      }
    }
    if (fields.format == 0 || fields.session.isEmpty() || fields.start.equals(epoch)) {
      throw new MalformedEntry("a session needs format, session and start");
    }
    return fields.entry();
  }
}
