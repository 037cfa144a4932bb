package io.understudy.journal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.understudy.journal.EntryText;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyEntry;
import io.understudy.journal.TallyField;
import java.io.IOException;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A tally as JSON; empty fields are absent. */
final class TallyJson {
  private static final Fate[] FATES = Fate.values();
  private static final TallyField[] TEXT_FIELDS = TallyField.values();

  private TallyJson() {}

  static void write(JsonGenerator out, TallyEntry tally) throws IOException {
    out.writeStringField("entry", "tally");
    out.writeStringField("point", EntryText.clean(tally.point()));
    out.writeNumberField("minute", tally.minute());
    out.writeNumberField("intercepted", tally.intercepted());
    writeFates(out, tally::fate);
    for (TallyField textField : TEXT_FIELDS) {
      writeCounts(out, textField.wireName(), tally.counted(textField));
    }
    writeCount(out, "leaves", tally.leaves());
    writeCount(out, "repeated", tally.repeated());
    writeLatencies(out, tally);
  }

  private static void writeLatencies(JsonGenerator out, TallyEntry tally) throws IOException {
    if (tally.hasLatencies()) {
      out.writeObjectFieldStart("latencies");
      LatencyJson.write(out, "control", tally.control());
      LatencyJson.write(out, "candidate", tally.candidate());
      LatencyJson.write(out, "caller", tally.caller());
      out.writeEndObject();
    }
  }

  /** Writes the field {@code "fates"}, without counts of 0. */
  static void writeFates(JsonGenerator out, ToLongFunction<Fate> count) throws IOException {
    out.writeObjectFieldStart("fates");
    for (Fate fate : FATES) {
      if (count.applyAsLong(fate) != 0) {
        out.writeNumberField(fate.wireName(), count.applyAsLong(fate));
      }
    }
    out.writeEndObject();
  }

  private static void writeCount(JsonGenerator out, String name, long count) throws IOException {
    if (count != 0) {
      out.writeNumberField(name, count);
    }
  }

  /** Returns the text field with this name; null for any other name. */
  static @Nullable TallyField textField(String field) {
    for (TallyField textField : TEXT_FIELDS) {
      if (textField.wireName().equals(field)) {
        return textField;
      }
    }
    return null;
  }

  private static void writeCounts(JsonGenerator out, String name, Map<String, Long> counts)
      throws IOException {
    if (counts.isEmpty()) {
      return;
    }
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      out.writeNumberField(EntryText.clean(count.getKey()), count.getValue());
    }
    out.writeEndObject();
  }

  static TallyEntry read(EntryParser in) throws IOException {
    String point = "";
    long minute = Long.MIN_VALUE;
    TallyEntry.Builder tally = null;
    boolean hasRuns = false;
    boolean hasLists = false;
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      switch (field) {
        case "point":
          point = in.name();
          break;
        case "minute":
          minute = in.minute();
          tally = TallyEntry.builder(point, minute);
          break;
        default:
          hasRuns |= field.equals("latencies");
          hasLists |= isSide(field);
          readField(field, in, requireBegun(tally));
      }
    }
    if (hasRuns && hasLists) {
      throw new MalformedEntryException("a tally has its latencies in one of two forms, not both");
    }
    if (point.isEmpty()) {
      throw new MalformedEntryException("a tally needs point and minute, in this order and first");
    }
    return requireBegun(tally).build();
  }

  private static boolean isSide(String field) {
    return field.equals("control") || field.equals("candidate") || field.equals("caller");
  }

  private static TallyEntry.Builder requireBegun(TallyEntry.@Nullable Builder tally)
      throws MalformedEntryException {
    if (tally == null) {
      throw new MalformedEntryException("a tally needs point and minute, in this order and first");
    }
    return tally;
  }

  private static void readField(String field, EntryParser in, TallyEntry.Builder tally)
      throws IOException {
    switch (field) {
      case "intercepted":
        tally.intercepted(in.count());
        break;
      case "fates":
        readFates(in, Ranges.MOST_COUNT, tally::fate);
        break;
      case "leaves":
        tally.leaves(in.count());
        break;
      case "repeated":
        tally.repeated(in.count());
        break;
      case "control":
        tally.control(LatencyJson.read(in));
        break;
      case "candidate":
        tally.candidate(LatencyJson.read(in));
        break;
      case "caller":
        tally.caller(LatencyJson.read(in));
        break;
      case "latencies":
        readLatencies(in, tally);
        break;
      default:
        readText(field, in, tally);
    }
  }

  private static void readLatencies(EntryParser in, TallyEntry.Builder tally) throws IOException {
    for (String side = in.firstField(); side != null; side = in.nextField()) {
      switch (side) {
        case "control":
          tally.control(LatencyJson.readRun(in));
          break;
        case "candidate":
          tally.candidate(LatencyJson.readRun(in));
          break;
        case "caller":
          tally.caller(LatencyJson.readRun(in));
          break;
        default:
          in.skip(side);
      }
    }
  }

  private static void readText(String field, EntryParser in, TallyEntry.Builder tally)
      throws IOException {
    TallyField textField = textField(field);
    if (textField == null) {
      in.skip(field);
    } else {
      readCounts(in, (text, count) -> tally.count(textField, text, count));
    }
  }

  /** Reads the field {@code "fates"}, with counts up to {@code most}. */
  static void readFates(EntryParser in, long most, Counter<Fate> counter) throws IOException {
    for (String name = in.firstField(); name != null; name = in.nextField()) {
      counter.count(FateNames.parse(name), in.number(0, most));
    }
  }

  private static void readCounts(EntryParser in, Counter<String> counter) throws IOException {
    int size = 0;
    for (String text = in.firstField(); text != null; text = in.nextField()) {
      in.requireRoom(size++, Ranges.MOST_TEXTS);
      counter.count(text, in.count());
    }
  }

  /** Receives a count. */
  interface Counter<K> {
    Object count(K key, long count);
  }
}
