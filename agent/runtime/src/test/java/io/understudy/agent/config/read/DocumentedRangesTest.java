package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.Config;
import io.understudy.agent.queue.CallQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every range in the tables of docs/configuration.md: both ends are accepted, and no more. */
class DocumentedRangesTest {
  private static final Pattern ROW =
      Pattern.compile(
          "\\| `([a-z.\\[\\]-]+)` \\| (whole number|duration|size), ([0-9]+)([a-zA-Z]*) to"
              + " ([0-9]+)([a-zA-Z]*) \\|.*");

  /** One documented range. */
  private static final class Range {
    final String key;
    final long least;
    final String leastUnit;
    final long most;
    final String mostUnit;

    Range(Matcher row) {
      key = row.group(1);
      least = Long.parseLong(row.group(3));
      leastUnit = row.group(4);
      most = Long.parseLong(row.group(5));
      mostUnit = row.group(6);
    }

    String yaml(String value) {
      String call = "control: a.Old#q, candidate: a.New#q";
      if (key.startsWith("calls[].")) {
        return "calls: [ { " + call + ", " + nested(key.substring(8), value) + " } ]";
      }
      return nested(key, value) + "\ncalls: [ { " + call + " } ]";
    }

    private static String nested(String path, String value) {
      int dot = path.indexOf('.');
      return dot < 0
          ? path + ": " + value
          : path.substring(0, dot) + ": { " + nested(path.substring(dot + 1), value) + " }";
    }

    void check() {
      assertThat(Refusals.refusals(yaml(least + leastUnit))).as(yaml(least + leastUnit)).isEmpty();
      assertThat(Refusals.refusals(yaml(most + mostUnit))).as(yaml(most + mostUnit)).isEmpty();
      assertThat(Refusals.refusals(yaml((most + 1) + mostUnit)))
          .hasSize(1)
          .allMatch(text -> text.contains(least + leastUnit + " to " + most + mostUnit));
      String below = least == 0 ? "-1" : (least - 1) + leastUnit;
      assertThat(Refusals.refusals(yaml(below))).as(yaml(below)).hasSize(1);
    }
  }

  private static List<Range> documented() throws Exception {
    List<Range> ranges = new ArrayList<>();
    for (String line :
        Files.readAllLines(
            Paths.get("..", "..", "docs", "configuration.md"), StandardCharsets.UTF_8)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        ranges.add(new Range(row));
      }
    }
    return ranges;
  }

  @TestFactory
  Stream<DynamicTest> bothEndsAreAccepted() throws Exception {
    List<Range> ranges = documented();

    assertThat(ranges).hasSizeGreaterThan(15);
    return ranges.stream().map(range -> DynamicTest.dynamicTest(range.key, range::check));
  }

  @Test
  void queueOfTheLargestDocumentedSizeStarts() throws Exception {
    Config config =
        ConfigLoader.parse(
            "u.yaml",
            "replay: { queue: { calls: 4000000, bytes: 1TB } }\n"
                + "calls: [ { control: a.Old#q, candidate: a.New#q } ]");

    CallQueue queue = new CallQueue(config.replay().queueCalls(), config.replay().queueBytes());

    assertThat(queue.refusal()).isNull();
    assertThat(queue.depth()).isZero();
  }
}
