package io.understudy.agent.config;

import io.understudy.compare.Mode;
import io.understudy.compare.Rules;
import io.understudy.value.PathPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what counts as equal at one call point, and refuses rules that contradict each other. */
final class CompareReader {
  private static final Values.Kind<String> PART =
      Values.text("the name of the part that tells elements apart", "[^/\\s][^/]*");

  private final Section section;
  private final Problems problems;
  private final Rules.Builder rules = Rules.builder();
  private final RuledPaths ruled;

  CompareReader(Section section, Problems problems) {
    this.section = section;
    this.problems = problems;
    this.ruled = new RuledPaths(problems);
    read();
  }

  /** The rules; none where they contradict each other, and then a problem is noted. */
  Rules rules() {
    try {
      return rules.build();
    } catch (IllegalArgumentException e) {
      section.refuse(String.valueOf(e.getMessage()));
      return Rules.none();
    }
  }

  private void read() {
    Mode mode = section.value("mode", Mode.VALUE, Values.choice(Mode.class));
    rules.mode(mode);
    boolean arguments = section.value("arguments", false, Values.flag());
    for (Placed<PathPattern> path : section.list("ignore", Values.path())) {
      // The root is the result alone; to ignore it makes sense where arguments are compared.
      boolean all = path.value.steps().isEmpty() && !arguments;
      if (all || path.value.toString().equals("/**")) {
        problems.add(path.where, path.key, "covers everything, so that nothing would be compared");
      } else if (ruled.add("ignore", path)) {
        rules.ignore(path.value);
      }
    }
    for (Placed<PathPattern> path : section.list("unordered", Values.path())) {
      if (ruled.add("unordered", path)) {
        rules.unordered(path.value);
      }
    }
    tolerances();
    keyed();
    renames();
    Section exceptions = section.section("exceptions");
    boolean messages = exceptions.value("message", false, Values.flag());
    exceptions.end();
    rules.exceptionMessages(messages).arguments(arguments);
    section.end();
  }

  private void tolerances() {
    for (Tree.Entry entry : entries("tolerate", "{ \"/total\": 0.005 }")) {
      String key = Keys.child(section.path("tolerate"), entry.key.text);
      PathPattern path = section.read(entry.key, key, Values.path());
      Tolerance most = section.read(entry.value, key, Tolerance.KIND);
      if (path == null || most == null || !ruled.add("tolerate", placed(path, entry, key))) {
        continue;
      }
      if (most.relative) {
        rules.tolerateRelative(path, most.most);
      } else {
        rules.tolerateAbsolute(path, most.most);
      }
    }
  }

  private void keyed() {
    for (Tree.Entry entry : entries("keyed", "{ \"/lines\": sku }")) {
      String key = Keys.child(section.path("keyed"), entry.key.text);
      PathPattern path = section.read(entry.key, key, Values.path());
      String part = section.read(entry.value, key, PART);
      if (path != null && part != null && ruled.add("keyed", placed(path, entry, key))) {
        rules.keyed(path, part);
      }
    }
  }

  private void renames() {
    Map<PathPattern, Where> targets = new HashMap<>();
    for (Tree.Entry entry : entries("rename", "{ \"/customerName\": \"/customer/name\" }")) {
      String key = Keys.child(section.path("rename"), entry.key.text);
      PathPattern from = section.read(entry.key, key, Values.path());
      PathPattern to = section.read(entry.value, key, Values.path());
      if (from == null || to == null || !ruled.add("rename", placed(from, entry, key))) {
        continue;
      }
      Where other = targets.putIfAbsent(to, entry.value.where);
      if (from.steps().isEmpty() || to.steps().isEmpty()) {
        problems.add(entry.key.where, key, "the root has no name that could change");
      } else if (from.equals(to)) {
        problems.add(entry.value.where, key, "renames the path to itself; remove it");
      } else if (other != null) {
        problems.add(
            entry.value.where, key, "another path is renamed to \"" + to + "\" too, at " + other);
      } else {
        rules.rename(from, to);
      }
    }
  }

  private List<Tree.Entry> entries(String name, String example) {
    return section.entries(name, "a mapping from paths, such as " + example);
  }

  private static Placed<PathPattern> placed(PathPattern path, Tree.Entry entry, String key) {
    return new Placed<>(path, entry.key.where, key);
  }
}
