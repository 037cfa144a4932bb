package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.CodeIdentity;
import io.understudy.journal.EntryText;
import io.understudy.journal.PointEntry;
import io.understudy.journal.RecordedAcceptance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entry of a call point as JSON. */
final class PointJson {
  private PointJson() {}

  static void write(JsonGenerator out, PointEntry point) throws IOException {
    out.writeStringField("entry", "point");
    out.writeStringField("point", EntryText.clean(point.name()));
    writeSide(out, "control", point.control(), point.controlCode());
    writeSide(out, "candidate", point.candidate(), point.candidateCode());
    out.writeNumberField("sample", point.sample());
    out.writeNumberField("timeoutMillis", point.timeoutMillis());
    out.writeArrayFieldStart("rules");
    for (String rule : point.rules()) {
      out.writeString(EntryText.clean(rule));
    }
    out.writeEndArray();
    AcceptanceJson.write(out, point.accepts());
    if (point.noise() != 0) {
      out.writeNumberField("noise", point.noise());
    }
    if (!point.unwoven().isEmpty()) {
      out.writeStringField("unwoven", EntryText.clean(point.unwoven()));
    }
  }

  private static void writeSide(
      JsonGenerator out, String name, String method, @Nullable CodeIdentity code)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeStringField("method", EntryText.clean(method));
    if (code != null) {
      out.writeStringField("code", EntryText.clean(code.name()));
      if (code.sha256() != null) {
        out.writeStringField("sha256", code.sha256());
      }
    }
    out.writeEndObject();
  }

  static PointEntry read(EntryParser in) throws IOException {
    String name = "";
    Side control = new Side();
    Side candidate = new Side();
    double sample = 1;
    long timeoutMillis = 0;
    List<String> rules = new ArrayList<>();
    List<RecordedAcceptance> accepts = new ArrayList<>();
    double noise = 0;
    String unwoven = "";
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "point":
          name = in.name();
          break;
        case "control":
          control.read(in);
          break;
        case "candidate":
          candidate.read(in);
          break;
        case "sample":
          sample = in.share();
          break;
        case "timeoutMillis":
          timeoutMillis = in.count();
          break;
        case "rules":
          readRules(in, rules);
          break;
        case "accepts":
          accepts = AcceptanceJson.read(in);
          break;
        case "noise":
          noise = in.share();
          break;
        case "unwoven":
          unwoven = in.text();
          break;
        default:
          in.skip(field);
      }
    }
    if (name.isEmpty()) {
      throw new MalformedEntryException("a point needs its name in point");
    }
    return new PointEntry(
            name,
            control.method,
            candidate.method,
            control.identity(),
            candidate.identity(),
            sample,
            timeoutMillis,
            rules)
        .withAcceptances(accepts)
        .withNoise(noise)
        .withUnwoven(unwoven);
  }

  private static void readRules(EntryParser in, List<String> rules) throws IOException {
    in.openArray();
    while (in.nextElement()) {
      in.requireRoom(rules.size(), Ranges.MOST_LISTED);
      rules.add(in.text());
    }
  }

  /** A method and the build of its code, as far as read. */
  private static final class Side {
    String method = "";
    @Nullable String code;
    @Nullable String sha256;

    void read(EntryParser in) throws IOException {
      for (String field = in.firstField(); field != null; field = in.nextField()) {
        switch (field) {
          case "method":
            method = in.name();
            break;
          case "code":
            code = in.name();
            break;
          case "sha256":
            sha256 = in.sha256();
            break;
          default:
            in.skip(field);
        }
      }
    }

    @Nullable CodeIdentity identity() {
      return code == null ? null : new CodeIdentity(code, sha256);
    }
  }
}
