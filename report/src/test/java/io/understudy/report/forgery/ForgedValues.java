package io.understudy.report.forgery;

import static io.understudy.report.forgery.Forgery.live;
import static io.understudy.report.forgery.Forgery.other;

import io.understudy.report.Sealing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Values and texts that no agent writes, under seals that hold. Line 4 of {@code l1} is a tally,
 * line 3 a point, line 5 a beat.
 */
final class ForgedValues {
  private static final String MATCHED = "\"matched\":45";
  private static final String INTERCEPTED = "\"intercepted\":50";

  private ForgedValues() {}

  private static Forgery tally(String name, String what, String by) {
    return line(name, 4, line -> line.replaceFirst(what, by));
  }

  private static Forgery line(String name, int number, UnaryOperator<String> how) {
    return live(
        name,
        "l1",
        number,
        j -> j.editSealed("l1", lines -> lines.set(number - 1, how.apply(lines.get(number - 1)))));
  }

  private static Forgery head(String name, String what, String by) {
    return other(name, "l2.jsonl", 1, added(line -> line.replaceFirst(what, by)));
  }

  /** Adds a file of another session, whose first line is changed. */
  private static Consumer<GenuineJournal> added(UnaryOperator<String> how) {
    return j ->
        j.copySealed(
            "l1",
            "l2.jsonl",
            lines -> lines.set(0, how.apply(lines.get(0).replace("live", "other"))));
  }

  static List<Forgery> all() {
    List<Forgery> all = new ArrayList<>(texts());
    all.addAll(numbers());
    all.addAll(forms());
    return all;
  }

  private static List<Forgery> numbers() {
    return List.of(
        tally("the minute is 10^15", "\"minute\":\\d+", "\"minute\":1000000000000000"),
        tally("the minute is 2^63-1", "\"minute\":\\d+", "\"minute\":9223372036854775807"),
        tally(
            "the minute is 10 years before the session", "\"minute\":\\d+", "\"minute\":24000000"),
        tally("a count is 2^62", MATCHED, "\"matched\":4611686018427387904"),
        tally("a count is 10^18 in 18 digits", MATCHED, "\"matched\":999999999999999999"),
        tally("a count is negative", MATCHED, "\"matched\":-45"),
        tally("a count is a fraction", MATCHED, "\"matched\":45.5"),
        tally("a count is 1e400", MATCHED, "\"matched\":1e400"),
        tally("a count is NaN", MATCHED, "\"matched\":NaN"),
        tally("a count is a text", MATCHED, "\"matched\":\"45\""),
        tally("a count has 5,000 digits", MATCHED, "\"matched\":" + "9".repeat(5_000)),
        line(
            "a latency bucket is beyond the last",
            4,
            line ->
                line.replaceFirst(
                    "}$",
                    ",\"control\":{\"count\":1,\"sum\":1,\"min\":1,\"max\":1,\"buckets\":[5000],"
                        + "\"counts\":[1]}}")),
        line(
            "latency counts do not add up",
            4,
            line ->
                line.replaceFirst(
                    "}$",
                    ",\"control\":{\"count\":9,\"sum\":1,\"min\":1,\"max\":1,\"buckets\":[5],"
                        + "\"counts\":[1]}}")),
        line("a share is 2", 3, line -> line.replace("\"sample\":1.0", "\"sample\":2.0")),
        line("a beat has no minute", 5, line -> line.replaceFirst("\"minute\":\\d+,", "")),
        head("a session starts in the year 10^9", "\"start\":\"", "\"start\":\"+999999999"),
        head("a session starts in 1969", "\"start\":\"2026", "\"start\":\"1969"),
        head("a file has the number 2^31-1", "\"file\":1", "\"file\":2147483647"),
        head("a file has the number 0", "\"file\":1", "\"file\":0"),
        head("a file has a newer format", "\"format\":1", "\"format\":2"));
  }

  private static List<Forgery> texts() {
    return List.of(
        tally("a fate is unknown", MATCHED, "\"perfect\":45"),
        tally("a field has capitals", INTERCEPTED, "\"Intercepted\":50"),
        tally("a field occurs twice", INTERCEPTED, INTERCEPTED + "," + INTERCEPTED),
        tally("a fate occurs twice", MATCHED, MATCHED + "," + MATCHED),
        tally(
            "a field occurs twice, once with an escape",
            INTERCEPTED,
            INTERCEPTED + ",\"\\\\u0069ntercepted\":50"),
        tally("an entry is of an unknown type", "\"tally\"", "\"triumph\""),
        tally("a call point has no name", "\"quote\"", "\"\""),
        tally("a name has 5,000 characters", "\"quote\"", "\"" + "q".repeat(5_000) + "\""),
        line(
            "a tally has 3,000 reasons",
            4,
            line -> line.replaceFirst("}$", ",\"reasons\":{" + reasons(3_000) + "}}")),
        line(
            "values are nested 5,000 deep",
            3,
            line -> line.replace("\"rules\":[]", "\"rules\":" + "[".repeat(5_000))));
  }

  private static String reasons(int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : ",").append("\"r").append(i).append("\":1");
    }
    return out.toString();
  }

  private static List<Forgery> forms() {
    return List.of(
        line("a line begins with a byte order mark", 4, line -> "\u00ef\u00bb\u00bf" + line),
        line("a line ends with CR LF", 4, line -> line + "\r"),
        line("a line begins with a blank", 4, line -> " " + line),
        line("a text has a NUL byte", 4, line -> line.replace("quote", "qu\0te")),
        line("a text is no UTF-8", 4, line -> line.replace("quote", "qu\u00fft\u00c3")),
        line("a line is in UTF-16", 4, line -> String.join("\0", line.split("")) + "\0"),
        line("two entries stand on one line", 4, line -> line + line),
        live(
            "a line has 9 MB",
            "l1",
            4,
            j -> j.editSealed("l1", lines -> lines.add(3, "x".repeat(9 << 20)))),
        live(
            "300,000 lines have no seal",
            "l1",
            100_010,
            j ->
                j.edit(
                    "l1",
                    lines -> {
                      for (int i = 0; i < 300_000; i++) {
                        lines.add("{}");
                      }
                    })),
        live(
            "there are 30,000 call points",
            "l1",
            20_003,
            j ->
                j.editSealed(
                    "l1",
                    lines -> {
                      String tally = lines.get(3);
                      for (int i = 30_000; i > 0; i--) {
                        lines.add(3, tally.replace("quote", "quote" + i));
                      }
                    })),
        live(
            "counts add up to more than 10^15",
            "l1",
            1_003,
            j ->
                j.edit(
                    "l1",
                    lines -> {
                      lines.subList(2, lines.size()).clear();
                      for (int i = 0; i < 2_000; i++) {
                        lines.add(
                            GenuineJournal.LIFT
                                .replace("1000000,", "1000000000000,")
                                .replace("1000000}", "1000000000000}"));
                      }
                      StringBuilder batch = new StringBuilder();
                      lines
                          .subList(1, lines.size())
                          .forEach(line -> batch.append(line).append('\n'));
                      lines.add(Sealing.seal(batch.toString()).strip());
                    })));
  }
}
