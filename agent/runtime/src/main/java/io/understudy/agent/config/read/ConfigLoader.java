package io.understudy.agent.config.read;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.SourcePosition;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.Variables;
import io.understudy.agent.config.yaml.YamlNode;
import io.understudy.agent.config.yaml.YamlParser;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads the configuration; the entry point of this package. Stateless, so thread-safe. */
public final class ConfigLoader {
  private ConfigLoader() {}

  /** Names the configuration where the agent argument names none. */
  private static final String VARIABLE = "UNDERSTUDY_CONFIG";

  /**
   * Returns the agent argument, with the file of the environment variable {@code UNDERSTUDY_CONFIG}
   * if it names none.
   *
   * @param argument the text after {@code -javaagent:understudy-agent.jar=}; null if there is none
   */
  public static String withDefault(@Nullable String argument) {
    return withDefault(argument, System.getenv(VARIABLE));
  }

  static String withDefault(@Nullable String argument, @Nullable String fromEnvironment) {
    String given = argument == null ? "" : argument.trim();
    boolean namesFile = !given.isEmpty() && !given.startsWith(";");
    return namesFile || fromEnvironment == null ? given : fromEnvironment.trim() + given;
  }

  /**
   * Loads the configuration that the agent argument names.
   *
   * @param argument the text after {@code -javaagent:understudy-agent.jar=}: the path of the YAML
   *     file, then overrides, separated by semicolons: {@code
   *     understudy.yaml;replay.threads=4;calls.quote.sample=10%}; null if there is none
   * @throws ConfigException with all problems
   */
  public static Config load(@Nullable String argument) throws ConfigException {
    List<String> parts = new ArrayList<>();
    for (String part : withDefault(argument, System.getenv(VARIABLE)).split(";")) {
      parts.add(part.trim());
    }
    String file = parts.remove(0);
    parts.removeIf(String::isEmpty);
    return load(file, parts);
  }

  /**
   * Loads a file.
   *
   * @param file the path of the YAML file
   * @param overrides each {@code key.path=value}
   * @throws ConfigException with all problems
   */
  public static Config load(String file, List<String> overrides) throws ConfigException {
    ConfigProblems problems = new ConfigProblems();
    problems.onError(Overrides.onError(overrides));
    if (file.isEmpty()) {
      problems.add(
          SourcePosition.whole("agent argument"),
          "",
          "no configuration is named; write -javaagent:understudy-agent.jar=understudy.yaml, or set"
              + " the environment variable "
              + VARIABLE);
      throw problems.asException();
    }
    List<String> rest = new ArrayList<>(overrides);
    boolean acceptsOthers =
        rest.removeIf(each -> each.replace(" ", "").equals(SourceText.OVERRIDE))
            || "accept".equals(System.getenv(SourceText.VARIABLE));
    String text = SourceText.read(file, acceptsOthers, problems);
    if (text == null) {
      throw problems.asException();
    }
    return parse(file, text, rest, LocalDate.now(ZoneOffset.UTC), problems);
  }

  /**
   * Parses a configuration from its text.
   *
   * @param name the name of the source in messages
   * @param yaml the text
   * @param overrides each {@code key.path=value}
   * @throws ConfigException with all problems
   */
  public static Config parse(String name, String yaml, String... overrides) throws ConfigException {
    return parse(name, yaml, Arrays.asList(overrides));
  }

  /** Returns the directory of a configuration; the current one if the name is no path. */
  private static Path directory(String name) {
    try {
      Path parent = Paths.get(name).toAbsolutePath().getParent();
      return parent == null ? Paths.get("").toAbsolutePath() : parent;
    } catch (InvalidPathException notAFile) {
      return Paths.get("").toAbsolutePath();
    }
  }

  private static boolean isNothing(YamlNode tree) {
    return tree instanceof YamlNode.Scalar && ((YamlNode.Scalar) tree).isNothing();
  }

  private static Config parse(String name, String yaml, List<String> overrides)
      throws ConfigException {
    return parse(name, yaml, overrides, LocalDate.now(ZoneOffset.UTC));
  }

  /** Parses a configuration; {@code today} in UTC decides which acceptances have expired. */
  static Config parse(String name, String yaml, List<String> overrides, LocalDate today)
      throws ConfigException {
    return parse(name, yaml, overrides, today, new ConfigProblems());
  }

  private static Config parse(
      String name, String yaml, List<String> overrides, LocalDate today, ConfigProblems problems)
      throws ConfigException {
    problems.onError(Overrides.onError(overrides));
    YamlNode tree = YamlParser.ofFile(name, yaml, problems);
    if (!(tree instanceof YamlNode.Mapping)) {
      if (tree != null && !isNothing(tree)) {
        problems.add(tree.where(), "", "expected keys such as calls:, found " + tree.describe());
      } else if (problems.isEmpty()) {
        problems.add(SourcePosition.at(name, 1, 1), "", "is empty; it needs calls: at least");
      }
      throw problems.asException();
    }
    YamlNode.Mapping overridden = new Overrides(problems).apply((YamlNode.Mapping) tree, overrides);
    ConfigProblems unset = new ConfigProblems();
    YamlNode.Mapping root = new Variables(System::getenv, unset).expand(overridden);
    if (!unset.isEmpty()) {
      // Values without their variables would give further, misleading problems.
      problems.addAll(unset);
      throw problems.asException();
    }
    Config config = new ConfigReader(root, problems, today, directory(name)).read();
    if (config == null) {
      throw problems.asException();
    }
    return config;
  }
}
