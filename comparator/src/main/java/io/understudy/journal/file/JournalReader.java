package io.understudy.journal.file;

import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads journals of many JVMs and days, plain or compressed, finished or still growing. Broken
 * lines, cuts, edits and missing files go to the visitor as problems, and reading continues. A
 * journal may be much larger than memory. Immutable.
 *
 * <p>{@link #read} does everything in one thread. To use several threads, read each of the {@link
 * #files()} with a separate visitor and pass the summaries to {@link #check}.
 */
public final class JournalReader {
  private final List<Path> places;
  private final boolean verifying;

  private JournalReader(List<Path> places, boolean verifying) {
    this.places = places;
    this.verifying = verifying;
  }

  /** Creates a reader of these files, and of the journal files in and below these directories. */
  public static JournalReader over(Path... places) {
    return new JournalReader(Collections.unmodifiableList(Arrays.asList(places.clone())), true);
  }

  /** Returns a reader that recomputes the hashes of seals or, for speed, only counts lines. */
  public JournalReader withHashes(boolean hashes) {
    return new JournalReader(places, hashes);
  }

  /**
   * Returns the files; the files of one session in their order.
   *
   * @throws IOException when a place does not exist or a directory cannot be listed
   */
  public List<JournalFile> files() throws IOException {
    // By plain name: a file has both forms if its JVM died during compression.
    Map<Path, Path> found = new LinkedHashMap<>();
    for (Path place : places) {
      for (Path file : filesAt(place)) {
        found.merge(FileNames.toPlain(file), file, (a, b) -> FileNames.isCompressed(a) ? a : b);
      }
    }
    List<JournalFile> files = new ArrayList<>();
    found.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(FileOrder.INSTANCE))
        .forEach(file -> files.add(new JournalFile(file.getValue(), verifying)));
    return files;
  }

  private static List<Path> filesAt(Path place) throws IOException {
    if (!Files.exists(place)) {
      throw new NoSuchFileException(
          place.toString(), null, "there is no journal here: give a directory or .jsonl files");
    }
    if (!Files.isDirectory(place)) {
      return Collections.singletonList(place);
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(place)) {
      all.filter(FileNames::isJournal).filter(Files::isRegularFile).forEach(files::add);
    }
    return files;
  }

  /**
   * Reads everything, then checks that the files of each session fit together.
   *
   * @throws IOException when a place does not exist or a directory cannot be listed
   */
  public void read(JournalVisitor visitor) throws IOException {
    List<FileSummary> read = new ArrayList<>();
    for (JournalFile file : files()) {
      read.add(file.read(visitor));
    }
    check(read, visitor::problem);
  }

  /**
   * Reads everything into memory; for journals that are small enough.
   *
   * @throws IOException when a place does not exist or a directory cannot be listed
   */
  public JournalContents contents() throws IOException {
    JournalContents contents = new JournalContents();
    read(contents);
    return contents;
  }

  /** Checks that the files of each session fit together: no file is missing, replaced or cut. */
  public static void check(Collection<FileSummary> files, Consumer<JournalProblem> problems) {
    SessionCheck.check(files, problems);
  }
}
