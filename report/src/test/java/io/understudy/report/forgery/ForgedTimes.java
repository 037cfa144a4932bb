package io.understudy.report.forgery;

import static io.understudy.report.forgery.Forgery.live;
import static io.understudy.report.forgery.Forgery.other;

import io.understudy.report.Sealing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Tallies of times in which the session did not count, and files that hold two journals. */
final class ForgedTimes {
  private ForgedTimes() {}

  private static String lift(long minutes) {
    return GenuineJournal.LIFT.replace("29919600", "" + (29_919_600 + minutes));
  }

  private static Consumer<GenuineJournal> appended(String line) {
    return j ->
        j.editSealed(
            "l1",
            lines -> {
              String seal = lines.get(lines.size() - 1);
              lines.add(line);
              lines.add(seal);
            });
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  static List<Forgery> all() {
    return List.of(
        live("a sealed tally is of an hour after the last beat", "l1", 10, appended(lift(60))),
        live("a sealed tally is of the next year", "l1", 10, appended(lift(525_600))),
        live("a sealed tally is of an hour before the session", "l1", 10, appended(lift(-60))),
        live(
            "the file of a running JVM is followed by the file of another session",
            "l1",
            11,
            j -> j.edit("l1", lines -> lines.addAll(j.lines("c1")))),
        live(
            "two copies of a file stand in one",
            "l1",
            11,
            j -> j.edit("l1", lines -> lines.addAll(j.lines("l1")))),
        live(
            "a sealed second half of another session follows",
            "l1",
            11,
            j ->
                j.edit(
                    "l1",
                    lines -> {
                      List<String> of = j.lines("c3");
                      lines.addAll(of.subList(4, of.size()));
                    })),
        live(
            "the first seal is removed, others follow",
            "l1",
            5,
            j ->
                j.edit(
                    "l1",
                    lines -> {
                      lines.remove(1);
                    })),
        other(
            "a file begins with a byte order mark",
            "z.jsonl",
            1,
            j -> {
              List<String> lines = j.lines("l1");
              lines.set(0, "\u00ef\u00bb\u00bf" + lines.get(0).replace("\"live\"", "\"bom\""));
              j.write("z.jsonl", Sealing.resealed(lines));
            }),
        other(
            "a file is in UTF-16",
            "z.jsonl",
            1,
            j ->
                j.writeRaw(
                    "z.jsonl",
                    String.join("\n", j.lines("l1")).getBytes(StandardCharsets.UTF_16LE))),
        other(
            "a file begins with an empty line",
            "z.jsonl",
            1,
            j -> {
              List<String> lines = j.lines("l1");
              lines.add(0, "");
              j.write("z.jsonl", Sealing.resealed(lines));
            }),
        other(
            "a file begins with its seal",
            "z.jsonl",
            1,
            j -> j.write("z.jsonl", j.lines("l1").subList(1, 9))),
        other(
            "a file is an archive of journals",
            "z.jsonl.gz",
            1,
            j -> {
              byte[] tar = new byte[1_024];
              byte[] name = "billing.jsonl".getBytes(StandardCharsets.US_ASCII);
              System.arraycopy(name, 0, tar, 0, name.length);
              java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
              all.writeBytes(tar);
              all.writeBytes(bytes(j.lines("l1")));
              j.writeRaw("z.jsonl.gz", GenuineJournal.compressed(all.toByteArray()));
            }));
  }
}
