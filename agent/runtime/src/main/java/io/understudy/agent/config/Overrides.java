package io.understudy.agent.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values given beside the file, {@code replay.threads=4} or {@code calls.quote.sample=10%}, each
 * put into the tree as if the file said it. The value is read as YAML, so that lists and mappings
 * can be given too: {@code journal.redact=["/**}{@code /ssn"]}.
 */
final class Overrides {
  private final Problems problems;
  private final Set<String> seen = new HashSet<>();

  Overrides(Problems problems) {
    this.problems = problems;
  }

  /** The tree with every override in it; those that cannot be applied are noted and left out. */
  Tree.Mapping apply(Tree.Mapping root, List<String> overrides) {
    Tree.Mapping changed = root;
    for (String override : overrides) {
      changed = apply(changed, override.trim());
    }
    return changed;
  }

  /** What an override says of a failure, which counts even when the file cannot be read. */
  static OnError onError(List<String> overrides) {
    for (String override : overrides) {
      if (override.replace(" ", "").equals("on-error=fail")) {
        return OnError.FAIL;
      }
    }
    return OnError.DISABLE;
  }

  private Tree.Mapping apply(Tree.Mapping root, String override) {
    Where where = Where.whole("override \"" + override + "\"");
    int equals = override.indexOf('=');
    if (equals <= 0) {
      problems.add(where, "", "expected key=value, as in replay.threads=4");
      return root;
    }
    String key = override.substring(0, equals).trim();
    if (!seen.add(key)) {
      problems.add(where, key, "is given twice");
      return root;
    }
    Tree value = YamlTree.ofOverride(where, key, override.substring(equals + 1), problems);
    if (value == null) {
      if (override.substring(equals + 1).trim().isEmpty()) {
        problems.add(where, key, "has no value after the =");
      }
      return root;
    }
    Tree changed = set(root, key, "", value, where);
    return changed instanceof Tree.Mapping ? (Tree.Mapping) changed : root;
  }

  /** {@code at} with the value under {@code rest}, which is not empty; null where it cannot be. */
  private @Nullable Tree set(Tree at, String rest, String path, Tree value, Where where) {
    if (path.equals("calls")) {
      return setCall(at, rest, value, where);
    }
    if (!(at instanceof Tree.Mapping)) {
      problems.add(where, path, "has no keys below it, it is " + at.described());
      return null;
    }
    int end = end(rest);
    String name = rest.substring(0, end);
    Tree changed = value;
    if (end < rest.length()) {
      Tree.Entry entry = ((Tree.Mapping) at).find(name);
      Tree below = entry == null ? new Tree.Mapping(where, Collections.emptyList()) : entry.value();
      String remaining = rest.charAt(end) == '.' ? rest.substring(end + 1) : rest.substring(end);
      changed = set(below, remaining, KeyPath.child(path, name), value, where);
    }
    return changed == null
        ? null
        : ((Tree.Mapping) at).with(new Tree.Entry(new Tree.Scalar(where, name, false), changed));
  }

  private static int end(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == '.' || (rest.charAt(i) == '[' && i > 0)) {
        return i;
      }
    }
    return rest.length();
  }

  /**
   * In a call point, which is named by its name, {@code quote.sample}, or index, {@code
   * [0].sample}.
   */
  private @Nullable Tree setCall(Tree calls, String rest, Tree value, Where where) {
    List<Tree> items =
        calls instanceof Tree.Sequence
            ? ((Tree.Sequence) calls).items()
            : Collections.<Tree>emptyList();
    int found = -1;
    String prefix = "";
    List<String> names = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      names.add(nameOf(items.get(i)));
      for (String start : Arrays.asList("[" + i + "].", names.get(i) + ".")) {
        // The longest name counts: one may begin with another, "quote" with "quote.all".
        if (rest.startsWith(start) && start.length() > prefix.length()) {
          found = i;
          prefix = start;
        }
      }
    }
    if (found < 0) {
      problems.add(
          where,
          rest.startsWith("[") ? "calls" + rest : "calls." + rest,
          "there is no such call point; it is named by its name or index, as in calls.quote.sample"
              + " or calls[0].sample. Known here: "
              + String.join(", ", names)
              + ".");
      return null;
    }
    String key = KeyPath.item("calls", found);
    Tree call = set(items.get(found), rest.substring(prefix.length()), key, value, where);
    List<Tree> changed = new ArrayList<>(items);
    changed.set(found, call == null ? items.get(found) : call);
    return new Tree.Sequence(calls.where(), changed);
  }

  private static String nameOf(Tree call) {
    if (!(call instanceof Tree.Mapping)) {
      return "";
    }
    Tree.Entry name = ((Tree.Mapping) call).find("name");
    if (name != null && name.value() instanceof Tree.Scalar) {
      return ((Tree.Scalar) name.value()).text();
    }
    Tree.Entry control = ((Tree.Mapping) call).find("control");
    if (control == null || !(control.value() instanceof Tree.Scalar)) {
      return "";
    }
    try {
      return CallsReader.defaultName(MethodRef.parse(((Tree.Scalar) control.value()).text()));
    } catch (IllegalArgumentException e) {
      // Noted with its place when the call point itself is read.
      return "";
    }
  }
}
