package io.understudy.journal.file;

import io.understudy.journal.JournalProblem;
import io.understudy.journal.SessionEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds files that claim to be the same file of a session: by their first line, whatever their
 * names, and by their name in plain and in compressed form. Used once.
 */
final class FileForms {
  private static final int CHUNK = 1 << 16;

  /** One file with its first line. */
  private static final class Form {
    final JournalFile file;
    final @Nullable SessionEntry head;

    Form(JournalFile file, ReadBudget budget) {
      this.file = file;
      try {
        this.head = file.head();
        budget.take(head == null ? 0 : head.size());
      } catch (JournalTooLargeException full) {
        throw full.at(file.path().toString(), 1);
      } catch (OutOfMemoryError full) {
        throw JournalTooLargeException.noMemory(file.path().toString(), 1);
      }
    }
  }

  private final boolean verifying;
  private final ReadBudget budget;
  private final List<JournalFile> files = new ArrayList<>();
  private final List<FileSummary> contested = new ArrayList<>();
  private final List<JournalProblem> problems;

  private FileForms(boolean verifying, ReadBudget budget, List<JournalProblem> problems) {
    this.verifying = verifying;
    this.budget = budget;
    this.problems = problems;
  }

  /**
   * Selects the files that count.
   *
   * @param paths regular files
   * @param problems the problems so far
   */
  static FileSelection select(
      Collection<Path> paths, boolean verifying, ReadBudget budget, List<JournalProblem> problems) {
    FileForms forms = new FileForms(verifying, budget, problems);
    List<Path> sorted = new ArrayList<>(paths);
    sorted.sort((a, b) -> FileOrder.INSTANCE.compare(FileNames.toPlain(a), FileNames.toPlain(b)));
    for (List<Form> same : forms.group(sorted)) {
      forms.choose(same);
    }
    return new FileSelection(forms.files, forms.contested, problems, budget);
  }

  /** Joins the files that have a key in common, directly or through others. */
  private Collection<List<Form>> group(List<Path> paths) {
    List<Form> forms = new ArrayList<>();
    int[] group = new int[paths.size()];
    Map<String, Integer> byKey = new HashMap<>();
    for (Path path : paths) {
      int i = forms.size();
      Form form = new Form(new JournalFile(path, verifying, budget), budget);
      forms.add(form);
      group[i] = i;
      for (String key : Arrays.asList(nameKey(form), headKey(form))) {
        Integer other = byKey.putIfAbsent(key, i);
        if (other != null) {
          // The least number is the group's name, so that its members keep their order.
          int one = root(group, i);
          int two = root(group, other);
          group[Math.max(one, two)] = Math.min(one, two);
        }
      }
    }
    Map<Integer, List<Form>> groups = new LinkedHashMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(root(group, i), root -> new ArrayList<>()).add(forms.get(i));
    }
    return groups.values();
  }

  private static int root(int[] group, int of) {
    int root = of;
    while (group[root] != root) {
      group[root] = group[group[root]];
      root = group[root];
    }
    return root;
  }

  private static String nameKey(Form form) {
    return "name " + FileNames.toPlain(form.file.path()).toString().toLowerCase(Locale.ROOT);
  }

  private static String headKey(Form form) {
    SessionEntry head = form.head;
    return head == null ? nameKey(form) : "head " + head.session() + " " + head.file();
  }

  private void choose(List<Form> same) {
    Form first = same.get(0);
    List<Form> others = new ArrayList<>();
    for (Form form : same.subList(1, same.size())) {
      if (!isSameContent(first.file, form.file)) {
        others.add(form);
      }
    }
    // A live file may be compressed, and the plain form deleted, between the listing and now.
    others.removeIf(form -> !Files.exists(form.file.path()));
    if (!others.isEmpty() && Files.exists(first.file.path())) {
      others.add(0, first);
      others.forEach(form -> contest(form, others));
      return;
    }
    files.add(Files.exists(first.file.path()) || same.size() == 1 ? first.file : same.get(1).file);
    for (Form copy : same.subList(1, same.size())) {
      if (!others.contains(copy) && Files.exists(copy.file.path())) {
        problems.add(
            new JournalProblem(
                    JournalProblem.Kind.COPY,
                    copy.file.path().toString(),
                    0,
                    "has the same content as " + first.file.path() + "; it is counted once")
                .of(copy.head));
      }
    }
  }

  private void contest(Form form, List<Form> all) {
    Form other = all.get(0) == form ? all.get(1) : all.get(0);
    problems.add(
        new JournalProblem(
                JournalProblem.Kind.CHAIN,
                form.file.path().toString(),
                0,
                "is "
                    + (form.head == null
                        ? "another form of a file"
                        : "file " + form.head.file() + " of session " + form.head.session())
                    + ", and so is "
                    + other.file.path()
                    + " with other content: one of the two was added or changed; neither counts")
            .of(form.head));
    if (form.head != null) {
      contested.add(FileSummary.contested(form.file.path().toString(), form.head));
    }
  }

  /** Whether both have the same bytes, after decompression. */
  private static boolean isSameContent(JournalFile a, JournalFile b) {
    try {
      if (Files.isSameFile(a.path(), b.path())) {
        return true;
      }
    } catch (IOException gone) {
      return false;
    }
    try (InputStream one = a.open();
        InputStream other = b.open()) {
      byte[] left = new byte[CHUNK];
      byte[] right = new byte[CHUNK];
      while (true) {
        int size = readFully(one, left);
        if (size != readFully(other, right)) {
          return false;
        }
        for (int i = 0; i < size; i++) {
          if (left[i] != right[i]) {
            return false;
          }
        }
        if (size < CHUNK) {
          return true;
        }
      }
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static int readFully(InputStream in, byte[] to) throws IOException {
    int size = 0;
    while (size < to.length) {
      int read = in.read(to, size, to.length - size);
      if (read < 0) {
        break;
      }
      size += read;
    }
    return size;
  }
}
