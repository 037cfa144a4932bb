package io.understudy.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The result of a soak as a table of its sessions. Not thread-safe. */
final class SoakTable {
  private final List<String> lines = new ArrayList<>();

  SoakTable(String title) {
    lines.add(title);
    lines.add("");
    lines.add(
        "| session | application's count | intercepted | fates | in flight / lost |"
            + " failures survived | errors in the application | heap KB | threads | classes | open"
            + " files |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|---|");
  }

  void add(SoakSession session) {
    lines.add(session.row());
  }

  void end(List<String> broken) {
    lines.add("");
    lines.add(broken.isEmpty() ? "Every promise held." : "BROKEN:");
    lines.addAll(broken);
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
