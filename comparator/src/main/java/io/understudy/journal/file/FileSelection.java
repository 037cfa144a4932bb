package io.understudy.journal.file;

import io.understudy.journal.JournalProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The files that count, and what is wrong with the others. Two files are the same file of a session
 * if they have the same session and number, or the same name in plain and in compressed form. With
 * the same content they are read once. With different contents neither is read. Immutable.
 */
public final class FileSelection {
  private final List<JournalFile> files;
  private final List<FileSummary> contested;
  private final List<JournalProblem> problems;
  private final ReadBudget budget;

  FileSelection(
      List<JournalFile> files,
      List<FileSummary> contested,
      List<JournalProblem> problems,
      ReadBudget budget) {
    this.budget = budget;
    this.files = Collections.unmodifiableList(new ArrayList<>(files));
    this.contested = Collections.unmodifiableList(new ArrayList<>(contested));
    this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
  }

  /** The files to read; the files of one session in their order. Unmodifiable. */
  public List<JournalFile> files() {
    return files;
  }

  /**
   * The summaries of the files that contradict each other; {@link JournalReader#check} needs them
   * beside those of the files that were read. Unmodifiable.
   */
  public List<FileSummary> contested() {
    return contested;
  }

  /** Copies, contradictions, and what is no readable file. Unmodifiable. */
  public List<JournalProblem> problems() {
    return problems;
  }

  /** What the reading of these files may keep. */
  public ReadBudget budget() {
    return budget;
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return files.isEmpty() && contested.isEmpty() && problems.isEmpty();
  }

  @Override
  public String toString() {
    return files + ", problems " + problems;
  }
}
