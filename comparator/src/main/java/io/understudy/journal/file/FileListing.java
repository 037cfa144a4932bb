package io.understudy.journal.file;

import io.understudy.journal.JournalProblem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lists the journal files at some places. What has the name of a journal but cannot be read like a
 * file, such as a named pipe, is reported and never opened: opening it could wait for ever.
 */
final class FileListing extends SimpleFileVisitor<Path> {
  private final Set<Path> files = new LinkedHashSet<>();
  private final Set<Path> refused = new HashSet<>();
  private final Consumer<JournalProblem> problems;
  private final ReadBudget budget;

  private FileListing(Consumer<JournalProblem> problems, ReadBudget budget) {
    this.problems = problems;
    this.budget = budget;
  }

  /**
   * Lists the files; each once, even if it is named twice.
   *
   * @throws IOException when a place does not exist
   */
  static Set<Path> of(Iterable<Path> places, Consumer<JournalProblem> problems, ReadBudget budget)
      throws IOException {
    FileListing listing = new FileListing(problems, budget);
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        // Twice: a file that is compressed meanwhile may have neither of its names in one listing.
        Files.walkFileTree(place.normalize(), listing);
        Files.walkFileTree(place.normalize(), listing);
      } else if (Files.exists(place)) {
        listing.add(place.normalize());
      } else {
        throw new NoSuchFileException(
            place.toString(), null, "there is no journal here: give a directory or .jsonl files");
      }
    }
    listing.replaceCompressed();
    return listing.files;
  }

  /** Replaces live files that were compressed, and so deleted, since they were listed. */
  private void replaceCompressed() {
    for (Path file : new ArrayList<>(files)) {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        files.remove(file);
        addCompressed(file);
      }
    }
  }

  private void addCompressed(Path gone) {
    Path compressed = FileNames.toCompressed(gone);
    if (!FileNames.isCompressed(gone) && Files.isRegularFile(compressed)) {
      addRegular(compressed);
    }
  }

  private void addRegular(Path file) {
    if (!files.contains(file)) {
      take(file);
      files.add(file);
    }
  }

  private void add(Path file) {
    if (Files.isRegularFile(file)) {
      addRegular(file);
    } else if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      addCompressed(file);
    } else {
      refuse(
          file,
          Files.exists(file)
              ? "is not a regular file; it is not read"
              : "leads to no file; nothing of it is read");
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (FileNames.isJournal(file)) {
      add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failed) {
    // A live file may be compressed, and the plain one deleted, while the directory is listed.
    if (!(failed instanceof NoSuchFileException)) {
      refuse(file, "cannot be read: " + failed);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, java.io.IOException failed) {
    if (failed != null) {
      refuse(directory, "cannot be listed to its end: " + failed);
    }
    return FileVisitResult.CONTINUE;
  }

  private void take(Path file) {
    String path = file.toString();
    try {
      budget.takeFile(3 * ReadBudget.entry(path));
    } catch (JournalTooLargeException full) {
      throw full.at(path, 0);
    }
  }

  private void refuse(Path file, String what) {
    if (!refused.add(file)) {
      return;
    }
    take(file);
    problems.accept(new JournalProblem(JournalProblem.Kind.REFUSED, file.toString(), 0, what));
  }
}
