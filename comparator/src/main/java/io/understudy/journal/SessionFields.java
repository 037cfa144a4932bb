package io.understudy.journal;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has been read of a session entry so far. */
final class SessionFields {
  int format;
  String session = "";
  Instant start = Instant.EPOCH;
  private int revision;
  private int file = 1;
  private @Nullable String previous;
  private @Nullable Instant opened;
  private String application = "";
  private String host = "";
  private long pid;
  private String jvm = "";
  private String os = "";
  private String agent = "";
  private String config = "";
  private String zone = "";

  /** Takes a field's value, if the field is known. */
  boolean take(String field, EntryParser in) throws IOException {
    switch (field) {
      case "format":
        format = Math.toIntExact(in.number());
        return true;
      case "revision":
        revision = Math.toIntExact(in.number());
        return true;
      case "session":
        session = in.text();
        return true;
      case "file":
        file = Math.toIntExact(in.number());
        return true;
      case "previous":
        previous = in.textOrNull();
        return true;
      case "start":
        start = in.instant();
        return true;
      case "opened":
        opened = in.instant();
        return true;
      default:
        return takeFact(field, in);
    }
  }

  private boolean takeFact(String field, EntryParser in) throws IOException {
    switch (field) {
      case "application":
        application = in.text();
        return true;
      case "host":
        host = in.text();
        return true;
      case "pid":
        pid = in.number();
        return true;
      case "jvm":
        jvm = in.text();
        return true;
      case "os":
        os = in.text();
        return true;
      case "agent":
        agent = in.text();
        return true;
      case "config":
        config = in.text();
        return true;
      case "zone":
        zone = in.text();
        return true;
      default:
        return false;
    }
  }

  SessionEntry entry() {
    return SessionEntry.builder(application, start)
        .session(session)
        .host(host)
        .pid(pid)
        .jvm(jvm)
        .os(os)
        .agent(agent)
        .config(config)
        .zone(zone)
        .file(file, previous, opened == null ? start : opened)
        .format(format, revision)
        .build();
  }
}
