package io.understudy.agent.config;

import io.understudy.compare.Mode;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The rules of a call point as a line for people: {@code mode value; ignore /quotedAt; tolerate
 * /total 0.005; compare arguments}. The same rules give the same line.
 */
final class RulesText {
  private final TreeSet<String> rules = new TreeSet<>();
  private String mode = "mode value";
  private final List<String> flags = new ArrayList<>();

  void mode(Mode mode) {
    this.mode = "mode " + mode.name().toLowerCase(Locale.ROOT);
  }

  void rule(String name, PathPattern path, String how) {
    String shown = path.steps().isEmpty() ? "\"\"" : path.toString();
    rules.add(name + " " + shown + (how.isEmpty() ? "" : " " + how));
  }

  void flags(boolean messages, boolean arguments) {
    if (messages) {
      flags.add("compare exception messages");
    }
    if (arguments) {
      flags.add("compare arguments after the call");
    }
  }

  @Override
  public String toString() {
    List<String> all = new ArrayList<>();
    all.add(mode);
    all.addAll(rules);
    all.addAll(flags);
    return String.join("; ", all);
  }
}
