package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.HeartbeatEntry;
import java.io.IOException;

/** A sign of life as JSON. */
final class HeartbeatJson {
  private HeartbeatJson() {}

  static void write(JsonGenerator out, HeartbeatEntry beat) throws IOException {
    out.writeStringField("entry", "beat");
    out.writeNumberField("minute", beat.minute());
    out.writeNumberField("flushes", beat.flushes());
    out.writeNumberField("points", beat.points());
    out.writeNumberField("armed", beat.armed());
    out.writeNumberField("paused", beat.paused());
    if (beat.failures() > 0) {
      out.writeNumberField("failures", beat.failures());
    }
    if (beat.restarts() > 0) {
      out.writeNumberField("restarts", beat.restarts());
    }
  }

  static HeartbeatEntry read(EntryParser in) throws IOException {
    long minute = Long.MIN_VALUE;
    long flushes = 0;
    long points = 0;
    long armed = 0;
    long paused = 0;
    long failures = 0;
    long restarts = 0;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "minute":
          minute = in.minute();
          break;
        case "flushes":
          flushes = in.count();
          break;
        case "points":
          points = in.number(0, Ranges.MOST_POINTS);
          break;
        case "armed":
          armed = in.number(0, Ranges.MOST_POINTS);
          break;
        case "paused":
          paused = in.number(0, Ranges.MOST_POINTS);
          break;
        case "failures":
          failures = in.count();
          break;
        case "restarts":
          restarts = in.count();
          break;
        default:
          in.skip(field);
      }
    }
    if (minute == Long.MIN_VALUE) {
      throw new MalformedEntryException("a beat needs minute");
    }
    return new HeartbeatEntry(minute, flushes, points, armed, paused)
        .withThreads(failures, restarts);
  }
}
