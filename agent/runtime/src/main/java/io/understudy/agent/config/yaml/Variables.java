package io.understudy.agent.config.yaml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${NAME}} and {@code ${NAME:-default}} in the values of a configuration by
 * environment variables; a {@code $} in front stands for the characters themselves. Keys stay as
 * they are. Not thread-safe.
 */
public final class Variables {
  /** An escaped beginning, a whole variable, or a beginning that belongs to no variable. */
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?})?");

  private final Lookup environment;
  private final ConfigProblems problems;

  /** The results by node, since aliases share nodes. */
  private final Map<YamlNode, YamlNode> known = new IdentityHashMap<>();

  /** Finds the value of a variable. */
  public interface Lookup {
    /** Returns the value; null if the variable is not set. */
    @Nullable String find(String name);
  }

  /** Creates an expansion; a variable that is not set adds a problem. */
  public Variables(Lookup environment, ConfigProblems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** Returns the tree with the values of its variables. */
  public YamlNode.Mapping expand(YamlNode.Mapping root) {
    return mapping(root, "");
  }

  private YamlNode node(YamlNode node, String key) {
    YamlNode before = known.get(node);
    if (before != null) {
      return before;
    }
    YamlNode expanded = node;
    if (node instanceof YamlNode.Mapping) {
      expanded = mapping((YamlNode.Mapping) node, key);
    } else if (node instanceof YamlNode.Sequence) {
      expanded = sequence((YamlNode.Sequence) node, key);
    } else if (node instanceof YamlNode.Scalar) {
      expanded = scalar((YamlNode.Scalar) node, key);
    }
    known.put(node, expanded);
    return expanded;
  }

  private YamlNode.Mapping mapping(YamlNode.Mapping mapping, String key) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      String at = KeyPath.child(key, entry.key().text());
      entries.add(new YamlNode.Entry(entry.key(), node(entry.value(), at)));
    }
    return new YamlNode.Mapping(mapping.where(), entries);
  }

  private YamlNode sequence(YamlNode.Sequence sequence, String key) {
    List<YamlNode> items = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      items.add(node(item, KeyPath.item(key, items.size())));
    }
    return new YamlNode.Sequence(sequence.where(), items);
  }

  private YamlNode scalar(YamlNode.Scalar scalar, String key) {
    if (!scalar.text().contains("${")) {
      return scalar;
    }
    Matcher matcher = VARIABLE.matcher(scalar.text());
    StringBuffer text = new StringBuffer();
    while (matcher.find()) {
      matcher.appendReplacement(text, Matcher.quoteReplacement(value(matcher, scalar, key)));
    }
    matcher.appendTail(text);
    // What was written in quotes for the sake of YAML may still be a number or a flag.
    return new YamlNode.Scalar(scalar.where(), text.toString(), false);
  }

  private String value(Matcher matcher, YamlNode.Scalar scalar, String key) {
    if (matcher.group().equals("$${")) {
      return "${";
    }
    String name = matcher.group(1);
    if (name == null) {
      problems.add(
          scalar.where(),
          key,
          "has a ${ that begins no variable; write ${NAME} or ${NAME:-default}, or $${ for the"
              + " characters themselves");
      return "";
    }
    String found = environment.find(name);
    String otherwise = matcher.group(2);
    if (otherwise != null) {
      return found == null || found.isEmpty() ? otherwise : found;
    }
    if (found == null) {
      problems.add(
          scalar.where(),
          key,
          "the environment variable "
              + name
              + " is not set; set it for this JVM, or give a default: ${"
              + name
              + ":-default}");
      return "";
    }
    return found;
  }
}
