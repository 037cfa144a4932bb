package io.understudy.report.forgery;

import static io.understudy.report.forgery.Forgery.closed;
import static io.understudy.report.forgery.Forgery.live;
import static io.understudy.report.forgery.Forgery.shown;
import static io.understudy.report.forgery.GenuineJournal.LIFT;

import io.understudy.report.Sealing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Forged lines. Files {@code c1} and {@code l1} have a session (line 1), a seal, a point, a tally
 * and more; the others have a session, a point, a tally, a seal, a tally, a seal.
 */
final class ForgedLines {
  private static final String CLOSE =
      "{\"entry\":\"close\",\"at\":\"2026-11-20T12:02:00Z\",\"why\":\"JVM shutdown\",\"totals\":{}}";

  private ForgedLines() {}

  private static UnaryOperator<String> better() {
    return line -> line.replace("\"matched\":45,\"mismatched\":5", "\"matched\":50");
  }

  static List<Forgery> all() {
    return List.of(
        closed(
            "a count is changed", "c3", 4, j -> j.edit("c3", lines -> lines.replaceAll(better()))),
        closed(
            "a count is changed and the file is sealed again; the next file shows it",
            "c1",
            0,
            j -> j.editSealed("c1", lines -> lines.replaceAll(better()))),
        closed("a line is removed", "c3", 3, j -> j.edit("c3", lines -> lines.remove(2))),
        closed(
            "a line is repeated", "c3", 5, j -> j.edit("c3", lines -> lines.add(2, lines.get(2)))),
        closed(
            "two lines are exchanged",
            "c3",
            4,
            j -> j.edit("c3", lines -> lines.add(1, lines.remove(2)))),
        closed(
            "two batches are exchanged with their seals",
            "c3",
            4,
            j ->
                j.edit(
                    "c3",
                    lines -> {
                      lines.add(2, lines.remove(4));
                      lines.add(3, lines.remove(5));
                    })),
        closed(
            "a batch is removed with its seal",
            "c3",
            6,
            j -> j.edit("c3", lines -> lines.subList(4, 6).clear())),
        closed("a seal is removed", "c3", 5, j -> j.edit("c3", lines -> lines.remove(3))),
        closed(
            "a seal is repeated", "c3", 5, j -> j.edit("c3", lines -> lines.add(4, lines.get(3)))),
        closed(
            "a seal covers no line",
            "c3",
            4,
            j ->
                j.edit(
                    "c3",
                    lines ->
                        lines.set(
                            3, lines.get(3).replaceAll("\"records\":\\d+", "\"records\":0")))),
        closed(
            "a seal has another form",
            "c3",
            4,
            j ->
                j.edit("c3", lines -> lines.set(3, lines.get(3).replace(",\"bytes", ", \"bytes")))),
        closed(
            "a file is cut in the middle of a compressed session",
            "c2",
            0,
            j -> j.edit("c2", lines -> lines.subList(4, 6).clear())),
        shown(
            "a tally is appended to the file of a running JVM",
            "l1",
            10,
            j -> j.edit("l1", lines -> lines.add(LIFT))),
        shown(
            "a tally and a close are appended to the file of a running JVM",
            "l1",
            10,
            j -> j.edit("l1", lines -> lines.addAll(List.of(LIFT, CLOSE)))),
        shown(
            "a part of a line is appended to the file of a running JVM",
            "l1",
            10,
            j ->
                j.writeRaw(
                    "l1",
                    (String.join("\n", j.lines("l1")) + "\n" + LIFT)
                        .getBytes(StandardCharsets.ISO_8859_1))),
        live(
            "a tally with a seal of its own, over the tally only, is appended",
            "l1",
            11,
            j ->
                j.edit(
                    "l1", lines -> lines.addAll(List.of(LIFT, Sealing.seal(LIFT + "\n").strip())))),
        closed(
            "a tally is appended after the close",
            "c3",
            9,
            j -> j.edit("c3", lines -> lines.add(LIFT))),
        closed(
            "a tally is appended after the close, and sealed",
            "c3",
            9,
            j ->
                j.editSealed(
                    "c3",
                    lines -> {
                      lines.add(LIFT);
                      lines.add(lines.get(7));
                    })),
        closed(
            "a tally follows the close in its batch, sealed again",
            "c3",
            8,
            j -> j.editSealed("c3", lines -> lines.add(7, LIFT))),
        live(
            "a close stands before other entries, sealed again",
            "l1",
            5,
            j -> j.editSealed("l1", lines -> lines.add(3, CLOSE))),
        live(
            "a second session entry, sealed again",
            "l1",
            3,
            j -> j.editSealed("l1", lines -> lines.add(2, lines.get(0)))),
        closed(
                "the close states other totals, sealed again",
                "c3",
                0,
                j ->
                    j.editSealed(
                        "c3",
                        lines ->
                            lines.set(
                                6, lines.get(6).replace("\"mismatched\":30", "\"mismatched\":3"))))
            .withoutScore(),
        live(
                "more calls end than were intercepted, sealed again",
                "l1",
                0,
                j ->
                    j.editSealed(
                        "l1", lines -> lines.set(3, lines.get(3).replace(":45,", ":45000,"))))
            .withoutScore());
  }
}
