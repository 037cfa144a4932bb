package io.understudy.agent.config.read;

import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.TypeConfig;
import io.understudy.agent.config.TypeConfig.How;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.KeyPath;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.value.view.Views;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the views of classes: the keys under {@code types:}, each the name of a class. */
final class TypesReader {
  private static final String EXPECTED =
      "as-string, as-equals, getters, fields, { parts: [...] }, { content: part } or"
          + " { with: class }";
  private static final List<How> BARE =
      Arrays.asList(How.AS_STRING, How.AS_EQUALS, How.GETTERS, How.FIELDS);
  private static final ValueKind<String> PART =
      ValueKinds.text("the name of a part", "[^/\\s][^/]*");

  private final Section root;
  private final ConfigProblems problems;
  private final Views.Builder views = Views.builder();
  private final List<TypeConfig> typeConfigs = new ArrayList<>();

  TypesReader(Section root, ConfigProblems problems) {
    this.root = root;
    this.problems = problems;
    String example = "a mapping from classes, such as { com.acme.Geo: as-string }";
    root.entries("types", example).forEach(this::read);
  }

  /** The views of all classes. */
  Views views() {
    return views.build();
  }

  /** The views class by class, in the order of the file. */
  List<TypeConfig> typeConfigs() {
    return typeConfigs;
  }

  private void read(YamlNode.Entry entry) {
    String key = KeyPath.child("types", entry.key().text());
    String className = root.read(entry.key(), key, RuleValueKinds.className());
    TypeConfig type = className == null ? null : type(className, key, entry.value());
    if (type == null) {
      return;
    }
    try {
      declare(type);
      typeConfigs.add(type);
    } catch (IllegalArgumentException e) {
      problems.add(entry.key().where(), key, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable TypeConfig type(String className, String key, YamlNode value) {
    if (value instanceof YamlNode.Mapping) {
      return withNames(className, new Section((YamlNode.Mapping) value, key, problems));
    }
    if (value instanceof YamlNode.Scalar && !((YamlNode.Scalar) value).isNothing()) {
      List<String> words = new ArrayList<>();
      for (How how : BARE) {
        words.add(how.word());
        if (how.word().equals(((YamlNode.Scalar) value).text())) {
          return new TypeConfig(className, how, Collections.emptyList());
        }
      }
      String near = NearestWord.didYouMean(((YamlNode.Scalar) value).text(), words);
      problems.add(
          value.where(), key, "expected " + EXPECTED + ", found " + value.describe() + near);
      return null;
    }
    problems.add(value.where(), key, "expected " + EXPECTED + ", found " + value.describe());
    return null;
  }

  private @Nullable TypeConfig withNames(String className, Section section) {
    int listed = section.items("parts", "a list").size();
    List<String> parts = new ArrayList<>();
    section.list("parts", PART).forEach(part -> parts.add(part.value));
    String content = section.optional("content", PART);
    String function = section.optional("with", RuleValueKinds.calledClass());
    section.refuseUnknownKeys();
    long ways =
        Stream.of("parts", "content", "with").filter(way -> section.take(way) != null).count();
    if (ways != 1) {
      section.refuse(
          (ways == 0 ? "expected one of " : "is seen in two ways; keep one of ")
              + "parts:, content: and with:");
    } else if (section.take("parts") instanceof YamlNode.Sequence && parts.size() == listed) {
      return new TypeConfig(className, How.PARTS, parts);
    } else if (content != null) {
      return new TypeConfig(className, How.CONTENT, Collections.singletonList(content));
    } else if (function != null) {
      return new TypeConfig(className, How.WITH, Collections.singletonList(function));
    }
    return null;
  }

  private void declare(TypeConfig type) {
    String name = type.className();
    switch (type.how()) {
      case AS_STRING:
        views.asString(name);
        break;
      case AS_EQUALS:
        views.asEquals(name);
        break;
      case GETTERS:
        views.getters(name);
        break;
      case FIELDS:
        views.fields(name);
        break;
      case PARTS:
        views.parts(name, type.names().toArray(new String[0]));
        break;
      case CONTENT:
        views.content(name, type.names().get(0));
        break;
      case WITH:
        views.with(name, type.names().get(0));
        break;
    }
  }
}
