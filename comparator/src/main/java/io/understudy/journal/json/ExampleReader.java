package io.understudy.journal.json;

import io.understudy.journal.ExampleEntry;
import io.understudy.journal.RecordedOutcome;
import io.understudy.journal.RecordedThrown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads examples; values remain JSON texts. */
final class ExampleReader {
  private ExampleReader() {}

  static ExampleEntry read(EntryParser in) throws IOException {
    ExampleEntry.Builder example = new ExampleEntry.Builder();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      readField(field, in, example);
    }
    return example.build();
  }

  private static void readField(String field, EntryParser in, ExampleEntry.Builder example)
      throws IOException {
    switch (field) {
      case "point":
        example.point(in.name());
        break;
      case "fate":
        example.fate(FateNames.parse(in.text()));
        break;
      case "at":
        example.atMillis(in.instant().toEpochMilli());
        break;
      case "reason":
      case "unwritten":
        example.reason(in.text());
        break;
      case "controlNanos":
        example.controlNanos(in.number());
        break;
      case "candidateNanos":
        example.candidateNanos(in.number());
        break;
      case "differenceCount":
        example.differenceCount(in.count());
        break;
      default:
        readValueField(field, in, example);
    }
  }

  private static void readValueField(String field, EntryParser in, ExampleEntry.Builder example)
      throws IOException {
    switch (field) {
      case "differences":
        in.openArray();
        int size = 0;
        while (in.nextElement()) {
          in.requireRoom(size++, Ranges.MOST_LISTED);
          example.difference(DifferenceReader.read(in));
        }
        break;
      case "control":
        example.control(readOutcome(in));
        break;
      case "candidate":
        example.candidate(readOutcome(in));
        break;
      case "arguments":
        example.arguments(readTexts(in));
        break;
      case "given":
        example.given(readTexts(in));
        break;
      default:
        in.skip(field);
    }
  }

  private static RecordedOutcome readOutcome(EntryParser in) throws IOException {
    String value = null;
    RecordedThrown thrown = null;
    List<String> arguments = null;
    for (String field = in.firstField(); field != null; field = in.nextField()) {
      switch (field) {
        case "returned":
          value = in.json();
          break;
        case "threw":
          thrown = readThrown(in);
          break;
        case "arguments":
          arguments = readTexts(in);
          break;
        default:
          in.skip(field);
      }
    }
    return new RecordedOutcome(value, thrown, arguments);
  }

  private static RecordedThrown readThrown(EntryParser in) throws IOException {
    String className = "";
    @Nullable String message = null;
    List<RecordedThrown> causes = new ArrayList<>();
    for (String field = in.firstField(); field != null; field = in.nextField()) {
      switch (field) {
        case "class":
          className = in.text();
          break;
        case "message":
          message = in.text();
          break;
        case "messageLength":
          in.number();
          break;
        case "causes":
          in.openArray();
          while (in.nextElement()) {
            causes.add(readThrown(in));
          }
          break;
        default:
          in.skip(field);
      }
    }
    return new RecordedThrown(className, message, causes);
  }

  private static List<String> readTexts(EntryParser in) throws IOException {
    List<String> texts = new ArrayList<>();
    in.openArray();
    while (in.nextElement()) {
      texts.add(in.json());
    }
    return texts;
  }
}
