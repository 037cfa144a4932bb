package io.understudy.journal.file;

import io.understudy.journal.SessionEntry;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The names of journal files: {@code <application>-<host>-<session>-<yyyyMMdd>-<n>.jsonl[.gz]}. */
final class FileNames {
  static final String PLAIN = ".jsonl";
  private static final String PACKED = ".gz";

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

  /**
   * Whether a file has the name of a journal. In capitals or compressed twice, it is no file of the
   * agent; the reader looks at it all the same, and says so.
   */
  static boolean isJournal(Path file) {
    return toPlain(file).toString().toLowerCase(Locale.ROOT).endsWith(PLAIN);
  }

  static boolean isCompressed(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(PACKED);
  }

  /** Returns the name of the file before compression. */
  static Path toPlain(Path file) {
    String name = file.toString();
    while (name.toLowerCase(Locale.ROOT).endsWith(PACKED)) {
      name = name.substring(0, name.length() - PACKED.length());
    }
    return Paths.get(name);
  }

  /** Returns the name of the file after compression. */
  static Path toCompressed(Path plain) {
    return plain.resolveSibling(plain.getFileName() + ".gz");
  }
}
