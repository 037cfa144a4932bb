package io.understudy.journal.file;

import io.understudy.journal.SessionEntry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The names of journal files: {@code <application>-<host>-<session>-<yyyyMMdd>-<n>.jsonl[.gz]}. */
final class FileNames {
  static final String PLAIN = ".jsonl";
  static final String COMPRESSED = ".jsonl.gz";

  /** The suffix of files that are still being compressed; readers ignore them. */
  static final String PARTIAL = ".part";

  private static final int MOST_OF_A_NAME = 60;

  private FileNames() {}

  static String of(SessionEntry session, LocalDate day, int number) {
    return safe(session.application())
        + "-"
        + safe(session.host())
        + "-"
        + safe(session.session())
        + "-"
        + day.format(DateTimeFormatter.BASIC_ISO_DATE)
        + "-"
        + number
        + PLAIN;
  }

  // Some file systems do not accept letters beyond ASCII.
  private static String safe(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9._-]", "_");
    return safe.isEmpty() ? "_" : safe.substring(0, Math.min(MOST_OF_A_NAME, safe.length()));
  }

  static boolean isJournal(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(PLAIN) || name.endsWith(COMPRESSED);
  }

  static boolean isCompressed(Path file) {
    return file.toString().endsWith(COMPRESSED);
  }

  /** Returns the name of the file before compression. */
  static Path toPlain(Path file) {
    return isCompressed(file)
        ? java.nio.file.Paths.get(file.toString().substring(0, file.toString().length() - 3))
        : file;
  }

  /** Returns the name of the file after compression. */
  static Path toCompressed(Path plain) {
    return plain.resolveSibling(plain.getFileName() + ".gz");
  }
}
