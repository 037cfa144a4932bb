package io.understudy.journal.file;

import io.understudy.journal.JournalContents;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.JournalVisitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

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
  private final ReadBudget budget;

  private JournalReader(List<Path> places, boolean verifying, ReadBudget budget) {
    this.places = places;
    this.verifying = verifying;
    this.budget = budget;
  }

  /** Creates a reader of these files, and of the journal files in and below these directories. */
  public static JournalReader over(Path... places) {
    return new JournalReader(
        Collections.unmodifiableList(Arrays.asList(places.clone())), true, ReadBudget.ofThisJvm());
  }

  /** Returns a reader that recomputes the hashes of seals or, for speed, only counts lines. */
  public JournalReader withHashes(boolean hashes) {
    return new JournalReader(places, hashes, budget);
  }

  /** Returns a reader that keeps no more than this; the default fits the memory of this JVM. */
  public JournalReader within(ReadBudget most) {
    return new JournalReader(places, verifying, most);
  }

  /**
   * Lists the files and compares those that claim to be the same.
   *
   * @throws IOException when a place does not exist
   * @throws JournalTooLargeException when there are too many files; so do the methods below
   */
  public FileSelection select() throws IOException {
    List<JournalProblem> problems = new ArrayList<>();
    return FileForms.select(
        FileListing.of(places, problems::add, budget), verifying, budget, problems);
  }

  /**
   * Returns the files that count; the files of one session in their order.
   *
   * @throws IOException when a place does not exist
   */
  public List<JournalFile> files() throws IOException {
    return select().files();
  }

  /**
   * Reads everything, then checks that the files of each session fit together. Entries of a session
   * that turns out to contradict itself were delivered by then; a visitor must drop them.
   *
   * @throws IOException when a place does not exist
   */
  public void read(JournalVisitor visitor) throws IOException {
    FileSelection selection = select();
    selection.problems().forEach(visitor::problem);
    List<FileSummary> read = new ArrayList<>(selection.contested());
    for (JournalFile file : selection.files()) {
      read.add(file.read(visitor));
    }
    check(read, visitor::problem);
  }

  /**
   * Reads everything into memory; for journals that are small enough.
   *
   * @throws IOException when a place does not exist
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
