package io.understudy.journal.json;

import io.understudy.journal.EntryText;
import io.understudy.journal.RecordedDifference;
import java.io.IOException;

/** Reads one difference of an example. */
final class DifferenceReader {
  private DifferenceReader() {}

  static RecordedDifference read(EntryParser in) throws IOException {
    RecordedDifference.Builder difference = new RecordedDifference.Builder();
    for (String field = in.firstField(); field != null; field = in.nextField()) {
      readField(field, in, difference);
    }
    return difference.build();
  }

  private static void readField(String field, EntryParser in, RecordedDifference.Builder difference)
      throws IOException {
    switch (field) {
      case "path":
        difference.path(in.text());
        break;
      case "kind":
        difference.kind(in.text());
        break;
      case "signature":
        difference.signature(in.text());
        break;
      case "control":
        difference.control(in.json());
        break;
      case "candidate":
        difference.candidate(in.json());
        break;
      case "controlType":
        difference.controlType(in.text());
        break;
      case "candidateType":
        difference.candidateType(in.text());
        break;
      default:
        readJudgementField(field, in, difference);
    }
  }

  private static void readJudgementField(
      String field, EntryParser in, RecordedDifference.Builder difference) throws IOException {
    switch (field) {
      case "delta":
        difference.delta(in.text());
        break;
      case "explained":
        in.openArray();
        int size = 0;
        while (in.nextElement()) {
          in.requireRoom(size++, Ranges.MOST_TEXTS);
          difference.explained(in.text(EntryText.MOST));
        }
        break;
      case "accepted":
        difference.accepted(in.text());
        break;
      default:
        in.skip(field);
    }
  }
}
