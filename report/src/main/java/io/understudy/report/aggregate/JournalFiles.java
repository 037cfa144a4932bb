package io.understudy.report.aggregate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds journals: files whose names end as the agent names them, in directories and below. */
public final class JournalFiles {
  private static final int DEEPEST = 16;

  private JournalFiles() {}

  /** Whether a file is named as the agent names journals: {@code *.jsonl} or {@code *.jsonl.gz}. */
  public static boolean isJournal(Path file) {
    Path name = file.getFileName();
    return name != null && (name.toString().endsWith(".jsonl") || name.toString().endsWith(".jsonl.gz"));
  }

  /**
   * The journals in directories and below, sorted, each once. A file that is given itself is taken
   * whatever its name. Symbolic links are not followed.
   *
   * @throws IOException where a directory cannot be listed
   */
  public static List<Path> in(List<Path> places) throws IOException {
    TreeSet<Path> found = new TreeSet<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> below = Files.walk(place, DEEPEST)) {
          below
              .filter(file -> isJournal(file) && Files.isRegularFile(file))
              .map(Path::normalize)
              .forEach(found::add);
        }
      } else {
        found.add(place.normalize());
      }
    }
    return new ArrayList<>(found);
  }
}
