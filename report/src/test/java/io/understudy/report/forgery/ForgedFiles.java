package io.understudy.report.forgery;

import static io.understudy.report.forgery.Forgery.closed;
import static io.understudy.report.forgery.Forgery.live;
import static io.understudy.report.forgery.Forgery.other;
import static io.understudy.report.forgery.Forgery.shown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Files that are added, exchanged, missing, damaged, or no files. */
final class ForgedFiles {
  private static final String PLAIN_1 = "billing-host-7-closed-20261120-1.jsonl";
  private static final String PACKED_LIVE = "billing-host-7-live-20261120-1.jsonl.gz";

  private ForgedFiles() {}

  private static UnaryOperator<String> better() {
    return line -> line.replace("\"matched\":45,\"mismatched\":5", "\"matched\":50");
  }

  static List<Forgery> all() {
    List<Forgery> all = new ArrayList<>(copies());
    all.addAll(chains());
    all.addAll(damages());
    return all;
  }

  private static List<Forgery> copies() {
    return List.of(
        closed(
            "a better plain form, with seals that hold, stands beside the compressed file",
            PLAIN_1,
            0,
            j -> j.copySealed("c1", PLAIN_1, lines -> lines.replaceAll(better()))),
        live(
            "a better compressed form, with seals that hold, stands beside the live file",
            PACKED_LIVE,
            0,
            j -> j.copySealed("l1", PACKED_LIVE, lines -> lines.replaceAll(better()))),
        live(
            "the live file is accused with its other form",
            "l1",
            0,
            j -> j.copySealed("l1", PACKED_LIVE, lines -> lines.replaceAll(better()))),
        closed(
            "a plain form, torn, stands beside the compressed file",
            PLAIN_1,
            0,
            j -> {
              byte[] bytes = j.bytes("c1");
              j.writeRaw(PLAIN_1, Arrays.copyOf(bytes, bytes.length - 30));
            }),
        live(
            "another form of another session has the name of the live file",
            PACKED_LIVE,
            0,
            j ->
                j.copySealed(
                    "l1",
                    PACKED_LIVE,
                    lines -> lines.set(0, lines.get(0).replace("live", "other")))),
        live(
            "a better copy stands in a subdirectory",
            "old/copy.jsonl",
            0,
            j -> j.copySealed("l1", "old/copy.jsonl", lines -> lines.replaceAll(better()))),
        live(
            "a better copy has another name",
            "a.jsonl",
            0,
            j -> j.copySealed("l1", "a.jsonl", lines -> lines.replaceAll(better()))),
        live(
            "a better copy has a name in capitals",
            "A.JSONL",
            0,
            j -> j.copySealed("l1", "A.JSONL", lines -> lines.replaceAll(better()))),
        other(
            "a copy is compressed twice",
            "a.jsonl.gz.gz",
            1,
            j ->
                j.writeRaw(
                    "a.jsonl.gz.gz",
                    GenuineJournal.compressed(GenuineJournal.compressed(j.bytes("l1"))))),
        live(
            "an earlier state of the file stands beside it",
            "a.jsonl",
            0,
            j -> j.write("a.jsonl", j.lines("l1").subList(0, 6))),
        shown(
            "the plain form has the same content as the compressed one, as after a crash",
            "c1",
            0,
            j -> j.write(PLAIN_1, j.lines("c1"))),
        shown("a copy has the same content", "l1", 0, j -> j.write("a.jsonl", j.lines("l1"))),
        shown(
            "a symbolic link leads to a file of the journal",
            "z.jsonl",
            0,
            j -> io(() -> Files.createSymbolicLink(j.file("z.jsonl"), j.file("l1")))),
        shown(
            "a hard link leads to a file of the journal",
            "z.jsonl",
            0,
            j -> io(() -> Files.createLink(j.file("z.jsonl"), j.file("l1")))));
  }

  private static List<Forgery> chains() {
    return List.of(
        new Forgery("the first file is missing", "c2", 0, true, 300, j -> j.delete("c1")),
        closed("a file between others is missing", "c3", 0, j -> j.delete("c2")),
        closed(
            "another first file has the session's id",
            "a.jsonl",
            0,
            j ->
                j.copySealed(
                    "l1",
                    "a.jsonl",
                    lines -> lines.set(0, lines.get(0).replace("live", "closed")))),
        closed(
            "a file of another host continues the session",
            "a.jsonl",
            0,
            j ->
                j.copySealed(
                    "c3",
                    "a.jsonl",
                    lines ->
                        lines.set(
                            0,
                            lines
                                .get(0)
                                .replace("\"file\":3", "\"file\":4")
                                .replace("host-7", "host-8")))),
        closed(
            "a file is inserted with the number of the next",
            "a.jsonl",
            0,
            j -> j.copySealed("c2", "a.jsonl", lines -> lines.replaceAll(better()))),
        closed(
            "a second file 3 follows file 2",
            "a.jsonl",
            0,
            j -> j.copySealed("c3", "a.jsonl", lines -> lines.remove(4))),
        closed(
            "a file follows the closed one",
            "c3",
            0,
            j ->
                j.copySealed(
                    "c3",
                    "a.jsonl",
                    lines -> {
                      String seal = lines.get(7).replaceAll(".*\"sha256\":\"(.*)\".*", "$1");
                      String head = lines.get(0).replace("\"file\":3", "\"file\":4");
                      lines.set(
                          0, head.replaceAll("\"previous\":\"\\w+", "\"previous\":\"" + seal));
                    })),
        closed(
            "the third file names no predecessor",
            "c2",
            0,
            j ->
                j.editSealed(
                    "c3",
                    lines ->
                        lines.set(
                            0,
                            lines
                                .get(0)
                                .replaceAll("\"previous\":\"\\w+\"", "\"previous\":null")))),
        live(
            "the first file names a predecessor",
            "l1",
            0,
            j ->
                j.editSealed(
                    "l1",
                    lines ->
                        lines.set(
                            0,
                            lines
                                .get(0)
                                .replace(
                                    "\"previous\":null",
                                    "\"previous\":\"" + "0".repeat(64) + "\"")))));
  }

  private static List<Forgery> damages() {
    return List.of(
        closed(
            "compressed data ends early",
            "c2",
            6,
            j -> j.writeRaw("c2", Arrays.copyOf(raw(j, "c2"), raw(j, "c2").length - 6))),
        closed(
            "a second compressed part is appended",
            "c2",
            6,
            j ->
                j.writeRaw(
                    "c2",
                    joined(
                        raw(j, "c2"),
                        GenuineJournal.compressed(
                            (GenuineJournal.LIFT + "\n").getBytes(StandardCharsets.UTF_8))))),
        closed(
            "bytes follow the compressed data",
            "c2",
            6,
            j -> j.writeRaw("c2", joined(raw(j, "c2"), new byte[] {1, 2, 3}))),
        closed(
            "the name says compressed, but the file is not",
            "c2",
            0,
            j -> j.writeRaw("c2", j.bytes("c2"))),
        other(
            "a small compressed file expands to 9 MB in one line",
            "a.jsonl.gz",
            1,
            j -> j.writeRaw("a.jsonl.gz", GenuineJournal.compressed(new byte[9 << 20]))),
        other(
            "a file is no journal",
            "a.jsonl",
            1,
            j -> j.write("a.jsonl", List.of("{\"hello\":1}"))),
        shown("a file is empty", "a.jsonl", 0, j -> j.writeRaw("a.jsonl", new byte[0])),
        other(
            "a named pipe has the name of a journal",
            "a.jsonl",
            0,
            j -> run("mkfifo", j.file("a.jsonl"))),
        other(
            "a symbolic link leads nowhere",
            "a.jsonl",
            0,
            j -> io(() -> Files.createSymbolicLink(j.file("a.jsonl"), Path.of("nowhere")))),
        other(
            "a symbolic link leads to a directory",
            "a.jsonl",
            0,
            j -> io(() -> Files.createSymbolicLink(j.file("a.jsonl"), j.directory()))));
  }

  private static byte[] raw(GenuineJournal journal, String name) {
    try {
      return Files.readAllBytes(journal.file(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }

  /** A call that may fail. */
  private interface Io {
    Object call() throws IOException;
  }

  private static void io(Io call) {
    try {
      call.call();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void run(String command, Path file) {
    io(
        () -> {
          try {
            return new ProcessBuilder(command, file.toString()).start().waitFor();
          } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
          }
        });
  }
}
