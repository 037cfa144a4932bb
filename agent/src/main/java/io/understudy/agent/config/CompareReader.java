package io.understudy.agent.config;

import io.understudy.compare.Mode;
import io.understudy.compare.Rules;
import io.understudy.compare.Scope;
import io.understudy.value.PathPattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what counts as equal at one call point: the keys under {@code compare:}. */
final class CompareReader {
  private static final Values.Kind<String> PART =
      Values.text("the name of the part that tells elements apart", "[^/\\s][^/]*");

  private final Section section;
  private final Problems problems;
  private final RuleList rules;

  CompareReader(Section section, Problems problems) {
    this.section = section;
    this.problems = problems;
    this.rules = new RuleList(section, problems);
    read();
  }

  /** The rules; none where they contradict each other, and then a problem is noted. */
  Rules rules() {
    return rules.rules();
  }

  /** The rules one by one, in the order of the file. */
  List<StatedRule> stated() {
    return rules.stated();
  }

  private void read() {
    Mode mode = section.value("mode", Mode.VALUE, Values.choice(Mode.class));
    boolean arguments = section.value("arguments", false, Values.flag());
    rules.set(builder -> builder.mode(mode).arguments(arguments));
    ignored(arguments);
    wherever("unordered", Rules.Builder::unordered);
    each("tolerate", "{ \"/total\": 0.005 }", RuleValues.tolerance(), Rules.Builder::tolerate);
    keyed();
    renames();
    Section exceptions = section.section("exceptions");
    boolean messages = exceptions.value("message", false, Values.flag());
    exceptions.end();
    rules.set(builder -> builder.exceptionMessages(messages));
    section.end();
  }

  private void ignored(boolean arguments) {
    for (Placed<Scope> scope : section.list("ignore", RuleValues.scope())) {
      PathPattern path = scope.value.path();
      // The root is the result alone; to ignore it makes sense where arguments are compared.
      boolean root = path != null && path.steps().isEmpty() && !arguments;
      boolean all = "java.lang.Object".equals(scope.value.typeName());
      if (root || all || scope.value.isEverywhere()) {
        problems.add(
            scope.where, scope.key, "covers everything, so that nothing would be compared");
      } else {
        rules.add("ignore", scope, builder -> builder.ignore(scope.value));
      }
    }
  }

  /** How a rule is stated that says all by where it holds. */
  private interface Wherever {
    void state(Rules.Builder rules, Scope... scopes);
  }

  private void wherever(String name, Wherever how) {
    for (Placed<Scope> scope : section.list(name, RuleValues.scope())) {
      rules.add(name, scope, builder -> how.state(builder, scope.value));
    }
  }

  /** How a rule is stated that says one thing more. */
  private interface What<T> {
    void state(Rules.Builder rules, Scope scope, T what);
  }

  private <T> void each(String name, String example, Values.Kind<T> kind, What<T> how) {
    for (Tree.Entry entry : entries(name, example)) {
      Placed<Scope> scope = scope(name, entry);
      T what = section.read(entry.value, Keys.child(section.path(name), entry.key.text), kind);
      if (scope != null && what != null) {
        rules.add(name, scope, builder -> how.state(builder, scope.value, what));
      }
    }
  }

  private void keyed() {
    for (Tree.Entry entry : entries("keyed", "{ \"/lines\": sku }")) {
      Placed<Scope> scope = scope("keyed", entry);
      String key = Keys.child(section.path("keyed"), entry.key.text);
      List<Tree> items =
          entry.value instanceof Tree.Sequence
              ? ((Tree.Sequence) entry.value).items
              : java.util.Collections.singletonList(entry.value);
      List<String> parts = new ArrayList<>();
      for (Tree item : items) {
        String part = section.read(item, key, PART);
        if (part != null) {
          parts.add(part);
        }
      }
      if (items.isEmpty()) {
        problems.add(entry.value.where, key, "names no part; name one that tells elements apart");
      } else if (scope != null && parts.size() == items.size()) {
        String[] names = parts.toArray(new String[0]);
        rules.add("keyed", scope, builder -> builder.keyed(scope.value, names), names);
      }
    }
  }

  private void renames() {
    for (Tree.Entry entry : entries("rename", "{ \"/customerName\": \"/customer/name\" }")) {
      String key = Keys.child(section.path("rename"), entry.key.text);
      PathPattern from = section.read(entry.key, key, Values.path());
      PathPattern to = section.read(entry.value, key, Values.path());
      if (from != null && to != null) {
        Placed<Scope> scope = new Placed<>(Scope.at(from), entry.key.where, key);
        rules.add("rename", scope, builder -> builder.rename(from, to), to.toString());
      }
    }
  }

  private List<Tree.Entry> entries(String name, String example) {
    return section.entries(name, "a mapping such as " + example);
  }

  private @Nullable Placed<Scope> scope(String name, Tree.Entry entry) {
    String key = Keys.child(section.path(name), entry.key.text);
    Scope scope = section.read(entry.key, key, RuleValues.scope());
    return scope == null ? null : new Placed<>(scope, entry.key.where, key);
  }
}
