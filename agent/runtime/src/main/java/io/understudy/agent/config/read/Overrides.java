package io.understudy.agent.config.read;

import io.understudy.agent.config.ErrorPolicy;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.SourcePosition;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.agent.config.yaml.YamlParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies overrides, {@code replay.threads=4} or {@code calls.quote.sample=10%}, to the tree of the
 * file. The value is parsed as YAML, so it may be a list or a mapping: {@code
 * journal.redact=["/**}{@code /ssn"]}. Not thread-safe.
 */
final class Overrides {
  private final ConfigProblems problems;
  private final Set<String> seen = new HashSet<>();

  Overrides(ConfigProblems problems) {
    this.problems = problems;
  }

  /** Returns the tree with all overrides; an override that cannot be applied adds a problem. */
  YamlNode.Mapping apply(YamlNode.Mapping root, List<String> overrides) {
    YamlNode.Mapping changed = root;
    for (String override : overrides) {
      changed = apply(changed, override.trim());
    }
    return changed;
  }

  /** Reads {@code on-error} from the overrides, which is valid even if the file cannot be read. */
  static ErrorPolicy onError(List<String> overrides) {
    for (String override : overrides) {
      if (override.replace(" ", "").equals("on-error=fail")) {
        return ErrorPolicy.FAIL;
      }
    }
    return ErrorPolicy.DISABLE;
  }

  private YamlNode.Mapping apply(YamlNode.Mapping root, String override) {
    SourcePosition where = SourcePosition.whole("override \"" + override + "\"");
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
    YamlNode value = YamlParser.ofOverride(where, key, override.substring(equals + 1), problems);
    if (value == null) {
      if (override.substring(equals + 1).trim().isEmpty()) {
        problems.add(where, key, "has no value after the =");
      }
      return root;
    }
    YamlNode changed = set(root, key, "", value, where);
    return changed instanceof YamlNode.Mapping ? (YamlNode.Mapping) changed : root;
  }

  /**
   * Returns a copy of {@code at} with the value at the path {@code rest}; null if a problem was
   * added.
   */
  private @Nullable YamlNode set(
      YamlNode at, String rest, String path, YamlNode value, SourcePosition where) {
    if (path.equals("calls")) {
      return setCall(at, rest, value, where);
    }
    if (!(at instanceof YamlNode.Mapping)) {
      problems.add(where, path, "has no keys below it, it is " + at.describe());
      return null;
    }
    int end = end(rest);
    String name = rest.substring(0, end);
    YamlNode changed = value;
    if (end < rest.length()) {
      YamlNode.Entry entry = ((YamlNode.Mapping) at).find(name);
      YamlNode below =
          entry == null ? new YamlNode.Mapping(where, Collections.emptyList()) : entry.value();
      String remaining = rest.charAt(end) == '.' ? rest.substring(end + 1) : rest.substring(end);
      changed = set(below, remaining, KeyPath.child(path, name), value, where);
    }
    return changed == null
        ? null
        : ((YamlNode.Mapping) at)
            .with(new YamlNode.Entry(new YamlNode.Scalar(where, name, false), changed));
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
   * Sets a value of a call point, given by name, {@code quote.sample}, or index, {@code
   * [0].sample}.
   */
  private @Nullable YamlNode setCall(
      YamlNode calls, String rest, YamlNode value, SourcePosition where) {
    List<YamlNode> items =
        calls instanceof YamlNode.Sequence
            ? ((YamlNode.Sequence) calls).items()
            : Collections.<YamlNode>emptyList();
    int found = -1;
    String prefix = "";
    List<String> names = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      names.add(nameOf(items.get(i)));
      for (String start : Arrays.asList("[" + i + "].", names.get(i) + ".")) {
        // The longest matching name wins: "quote.all" begins with the name "quote".
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
    YamlNode call = set(items.get(found), rest.substring(prefix.length()), key, value, where);
    List<YamlNode> changed = new ArrayList<>(items);
    changed.set(found, call == null ? items.get(found) : call);
    return new YamlNode.Sequence(calls.where(), changed);
  }

  private static String nameOf(YamlNode call) {
    if (!(call instanceof YamlNode.Mapping)) {
      return "";
    }
    YamlNode.Entry name = ((YamlNode.Mapping) call).find("name");
    if (name != null && name.value() instanceof YamlNode.Scalar) {
      return ((YamlNode.Scalar) name.value()).text();
    }
    YamlNode.Entry control = ((YamlNode.Mapping) call).find("control");
    if (control == null || !(control.value() instanceof YamlNode.Scalar)) {
      return "";
    }
    try {
      return CallsReader.defaultName(MethodRef.parse(((YamlNode.Scalar) control.value()).text()));
    } catch (IllegalArgumentException e) {
      // The reader of the call point reports the problem with its place.
      return "";
    }
  }
}
