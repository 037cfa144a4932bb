package io.understudy.agent.config.read;

import io.understudy.agent.config.ArgumentSource;
import io.understudy.agent.config.MappingConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.ShapeConfig;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads how the control's arguments become those of the candidate: {@code arguments}, {@code
 * types}, {@code drop} and {@code adapter} under a call point. Not thread-safe.
 */
final class MappingReader {
  private static final String SOURCE =
      "a place such as /0/customer, this, { json: /0 } or { constant: EUR }";
  private static final int MOST_ARGUMENTS = 255;
  private static final ValueKind<String> NAME =
      ValueKinds.text("the name of a part", "[^/\\s][^/\\s]*");
  private static final ValueKind<String> CODE =
      ValueKinds.kind("a code: a text or the name of an enum's constant", s -> s.text());
  private static final ValueKind<PathPattern> DROP =
      ValueKinds.kind(
          "a place such as /0/customer/flags",
          scalar -> {
            PathPattern pattern = PathPattern.parse(scalar.text());
            if (pattern.steps().size() < 2) {
              throw new IllegalArgumentException(
                  "expected a part of an argument such as /0/flags, found "
                      + scalar.describe()
                      + "; leave a whole argument out of arguments:");
            }
            return pattern;
          });

  private final Section section;
  private final ConfigProblems problems;

  MappingReader(Section section, ConfigProblems problems) {
    this.section = section;
    this.problems = problems;
  }

  /** Reads the mapping; {@link MappingConfig#NONE} if nothing is configured. */
  MappingConfig read() {
    List<ArgumentSource> arguments = arguments();
    Map<String, ShapeConfig> types = types();
    List<PathPattern> drop = new ArrayList<>();
    section.list("drop", DROP).forEach(each -> drop.add(each.value));
    MethodRef adapter = section.optional("adapter", ValueKinds.method());
    MappingConfig mapping = new MappingConfig(arguments, types, drop, adapter);
    return mapping.isNone() ? MappingConfig.NONE : mapping;
  }

  private @Nullable List<ArgumentSource> arguments() {
    if (section.take("arguments") == null) {
      return null;
    }
    List<YamlNode> items = section.items("arguments", "a list of sources, each " + SOURCE);
    List<ArgumentSource> sources = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String key = KeyPath.item(section.path("arguments"), i);
      ArgumentSource source = argument(items.get(i), key);
      if (source != null) {
        sources.add(source);
      }
    }
    if (items.size() > MOST_ARGUMENTS) {
      section.refuse("a method has at most " + MOST_ARGUMENTS + " parameters");
    }
    return sources.size() == items.size() ? sources : null;
  }

  private @Nullable ArgumentSource argument(YamlNode item, String key) {
    if (!(item instanceof YamlNode.Mapping)) {
      return section.read(item, key, place(false));
    }
    Section named = new Section((YamlNode.Mapping) item, key, problems);
    YamlNode constant = named.take("constant");
    ArgumentSource json = named.optional("json", place(true));
    boolean hasJson = named.take("json") != null;
    named.refuseUnknownKeys();
    if ((constant == null) == !hasJson) {
      named.refuse("expected one of constant: and json:");
      return null;
    }
    if (constant == null) {
      return json;
    }
    if (constant instanceof YamlNode.Scalar) {
      return ArgumentSource.constant(value((YamlNode.Scalar) constant));
    }
    problems.add(constant.where(), key, "expected one value, found " + constant.describe());
    return null;
  }

  private static ValueKind<ArgumentSource> place(boolean isJson) {
    return ValueKinds.kind(
        SOURCE,
        scalar -> {
          String text = scalar.text();
          boolean isReceiver = text.equals("this") || text.startsWith("this/");
          List<String> steps =
              new ArrayList<>(PathPattern.parse(isReceiver ? text.substring(4) : text).steps());
          int argument = ArgumentSource.RECEIVER;
          if (!isReceiver) {
            if (steps.isEmpty() || !steps.get(0).matches("0|[1-9][0-9]{0,2}")) {
              throw new IllegalArgumentException(
                  "expected "
                      + SOURCE
                      + ", found "
                      + scalar.describe()
                      + "; a place begins with the number of an argument, counted from 0");
            }
            argument = Integer.parseInt(steps.remove(0));
          }
          if (steps.stream().anyMatch(PathPattern::isWild) || steps.contains("**")) {
            throw new IllegalArgumentException(
                "expected one place, found " + scalar.describe() + ", which has a wildcard");
          }
          return isJson
              ? ArgumentSource.json(argument, steps)
              : ArgumentSource.part(argument, steps);
        });
  }

  /** The value of a scalar: true, false, null and numbers without quotes; else a text. */
  private static @Nullable Object value(YamlNode.Scalar scalar) {
    if (scalar.isNothing()) {
      return null;
    }
    if (scalar.isWord("true") || scalar.isWord("false")) {
      return Boolean.valueOf(scalar.text());
    }
    boolean isNumber =
        !scalar.isQuoted() && scalar.text().matches("[-+]?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?");
    return isNumber ? new BigDecimal(scalar.text()) : scalar.text();
  }

  private Map<String, ShapeConfig> types() {
    Map<String, ShapeConfig> types = new LinkedHashMap<>();
    String example =
        "a mapping from classes, such as { com.acme.Shape: com.acme.next.Circle } or { Line: {"
            + " constructor: [sku, price] } }";
    for (YamlNode.Entry entry : section.entries("types", example)) {
      String key = KeyPath.child(section.path("types"), entry.key().text());
      String className = section.read(entry.key(), key, RuleValueKinds.className());
      ShapeConfig type =
          entry.value() instanceof YamlNode.Mapping
              ? shape(new Section((YamlNode.Mapping) entry.value(), key, problems))
              : ofClass(section.read(entry.value(), key, RuleValueKinds.className()));
      if (className != null && type != null) {
        types.put(className, type);
      }
    }
    return types;
  }

  private static @Nullable ShapeConfig ofClass(@Nullable String className) {
    return className == null ? null : new ShapeConfig.Builder().className(className).build();
  }

  private ShapeConfig shape(Section named) {
    ShapeConfig.Builder shape = new ShapeConfig.Builder();
    shape.className(named.optional("class", RuleValueKinds.className()));
    if (named.take("constructor") != null) {
      shape.constructor(new ArrayList<>(names(named, "constructor")));
    }
    shape.parts(texts(named, "parts", "a mapping of parts, such as { qty: quantity }", NAME));
    shape.codes(texts(named, "codes", "a mapping of codes, such as { A: ACTIVE }", CODE));
    shape.constants(constants(named));
    shape.defaults(names(named, "defaults"));
    named.refuseUnknownKeys();
    return shape.build();
  }

  private Set<String> names(Section named, String key) {
    Set<String> names = new LinkedHashSet<>();
    for (PositionedValue<String> each : named.list(key, NAME)) {
      if (!names.add(each.value)) {
        problems.add(each.where, each.key, "is given twice");
      }
    }
    return names;
  }

  private static Map<String, String> texts(
      Section named, String key, String expected, ValueKind<String> kind) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (YamlNode.Entry entry : named.entries(key, expected)) {
      String at = KeyPath.child(named.path(key), entry.key().text());
      String value = named.read(entry.value(), at, kind);
      if (value != null) {
        texts.put(entry.key().text(), value);
      }
    }
    return texts;
  }

  private Map<String, @Nullable Object> constants(Section named) {
    Map<String, @Nullable Object> constants = new LinkedHashMap<>();
    String expected = "a mapping of values, such as { currency: EUR }";
    for (YamlNode.Entry entry : named.entries("constants", expected)) {
      if (entry.value() instanceof YamlNode.Scalar) {
        constants.put(entry.key().text(), value((YamlNode.Scalar) entry.value()));
      } else {
        problems.add(
            entry.value().where(),
            KeyPath.child(named.path("constants"), entry.key().text()),
            "expected one value, found " + entry.value().describe());
      }
    }
    return constants.isEmpty() ? Collections.emptyMap() : constants;
  }
}
