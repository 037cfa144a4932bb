package io.understudy.agent.config.yaml;

import io.understudy.agent.config.SourcePosition;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses YAML text to a {@link YamlNode}. It uses SnakeYAML's composer only and constructs no
 * objects, so a tag cannot name a class. An alias refers to one shared subtree, so the result is
 * never larger than the text. Not thread-safe.
 */
public final class YamlParser {
  /**
   * The limit of a text in characters, and of a file in bytes: more than a configuration needs, and
   * small enough to be read at once.
   */
  public static final int MOST_CHARACTERS = 1 << 20;

  /** The tags that YAML assigns to values without explicit tags. */
  private static final Set<String> PLAIN_TAGS =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList("map", "seq", "str", "int", "float", "bool", "null", "timestamp")));

  private static final int MOST_ALIASES = 50;
  private static final int MOST_LEVELS = 50;

  private final Function<Mark, SourcePosition> places;
  private final ConfigProblems problems;

  /**
   * Results by node, so that a node with many aliases is converted once; null during conversion.
   */
  private final Map<Node, @Nullable YamlNode> known = new IdentityHashMap<>();

  private YamlParser(Function<Mark, SourcePosition> places, ConfigProblems problems) {
    this.places = places;
    this.problems = problems;
  }

  /**
   * Parses the text of a file; null if it is empty, or if a problem was added to {@code problems}.
   */
  public static @Nullable YamlNode ofFile(String file, String text, ConfigProblems problems) {
    Function<Mark, SourcePosition> places =
        mark -> SourcePosition.at(file, mark.getLine() + 1, mark.getColumn() + 1);
    try {
      return new YamlParser(places, problems).compose(text);
    } catch (RuntimeException e) {
      SyntaxMessage.note(e, file, text, problems);
      return null;
    }
  }

  /**
   * Parses the value of an override; null if it is empty, or if a problem was added to {@code
   * problems}.
   */
  public static @Nullable YamlNode ofOverride(
      SourcePosition where, String key, String text, ConfigProblems problems) {
    try {
      return new YamlParser(mark -> where, problems).compose(text);
    } catch (RuntimeException e) {
      problems.add(where, key, "the value is not YAML: " + SyntaxMessage.reason(e));
      return null;
    }
  }

  private @Nullable YamlNode compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setNestingDepthLimit(MOST_LEVELS);
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setAllowRecursiveKeys(false);
    // The Yaml class is not used: its type descriptions initialise java.util.logging, and
    // application
    // servers with their own log manager then fail to start.
    Parser parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
    Node node = new Composer(parser, new Resolver(), options).getSingleNode();
    return node == null ? null : convert(node, "");
  }

  private YamlNode convert(Node node, String key) {
    SourcePosition where = places.apply(node.getStartMark());
    if (known.containsKey(node)) {
      YamlNode tree = known.get(node);
      if (tree == null) {
        problems.add(where, key, "contains itself by an alias; write it out");
        return new YamlNode.Scalar(where, "", false);
      }
      return tree;
    }
    known.put(node, null);
    YamlNode tree = convertNew(node, where, key);
    known.put(node, tree);
    return tree;
  }

  private YamlNode convertNew(Node node, SourcePosition where, String key) {
    refuseTag(node, where, key);
    if (node instanceof MappingNode) {
      return mapping((MappingNode) node, where, key);
    }
    if (node instanceof SequenceNode) {
      List<YamlNode> items = new ArrayList<>();
      for (Node item : ((SequenceNode) node).getValue()) {
        items.add(convert(item, KeyPath.item(key, items.size())));
      }
      return new YamlNode.Sequence(where, items);
    }
    return scalar((ScalarNode) node, where);
  }

  private static YamlNode.Scalar scalar(ScalarNode node, SourcePosition where) {
    boolean quoted = node.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN;
    return new YamlNode.Scalar(where, node.getValue(), quoted);
  }

  private YamlNode.Mapping mapping(MappingNode node, SourcePosition where, String key) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Map<String, SourcePosition> first = new HashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      SourcePosition at = places.apply(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode)) {
        problems.add(at, key, "a key must be a text, not a list or a mapping");
        continue;
      }
      YamlNode.Scalar name = scalar((ScalarNode) tuple.getKeyNode(), at);
      SourcePosition twin = first.get(name.text());
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        problems.add(at, key, "merge keys (<<) are not supported; alias a whole mapping instead");
      } else if (twin != null) {
        problems.add(at, KeyPath.child(key, name.text()), "is given twice, first at " + twin);
      } else {
        entries.add(
            new YamlNode.Entry(
                name, convert(tuple.getValueNode(), KeyPath.child(key, name.text()))));
        first.put(name.text(), at);
      }
    }
    return new YamlNode.Mapping(where, entries);
  }

  /** Refuses explicit tags; the implicit tags of plain values are accepted. */
  private void refuseTag(Node node, SourcePosition where, String key) {
    String tag = node.getTag().getValue();
    if (!tag.startsWith(Tag.PREFIX) || !PLAIN_TAGS.contains(tag.substring(Tag.PREFIX.length()))) {
      problems.add(where, key, "the tag " + shown(tag) + " is not read; give a plain value");
    }
  }

  private static String shown(String tag) {
    return tag.startsWith(Tag.PREFIX) ? "!!" + tag.substring(Tag.PREFIX.length()) : tag;
  }
}
