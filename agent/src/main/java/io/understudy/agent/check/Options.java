package io.understudy.agent.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line. Immutable. */
final class Options {
  /** The command: check, schema, help or version. */
  final String command;

  /** The configuration with its overrides, as the agent takes it; empty without one. */
  final String configuration;

  /** Where the application's classes are; null where only the configuration is to be checked. */
  final @Nullable String classPath;

  private Options(String command, String configuration, @Nullable String classPath) {
    this.command = command;
    this.configuration = configuration;
    this.classPath = classPath;
  }

  /** The command line cannot be understood; the message says why. */
  static final class Usage extends Exception {
    private static final long serialVersionUID = 1L;

    Usage(String message) {
      super(message);
    }
  }

  static Options parse(String[] arguments) throws Usage {
    List<String> rest = new ArrayList<>(Arrays.asList(arguments));
    if (rest.isEmpty()) {
      throw new Usage("a command is missing");
    }
    if (rest.contains("--help") || rest.contains("-h") || rest.get(0).equals("help")) {
      return new Options("help", "", null);
    }
    String command = rest.remove(0);
    switch (command) {
      case "check":
        return check(rest);
      case "schema":
      case "--version":
        if (!rest.isEmpty()) {
          throw new Usage(command + " takes no arguments");
        }
        return new Options(command.replace("--", ""), "", null);
      default:
        throw new Usage("there is no command " + command);
    }
  }

  private static Options check(List<String> rest) throws Usage {
    String classPath = null;
    List<String> files = new ArrayList<>();
    for (int i = 0; i < rest.size(); i++) {
      String word = rest.get(i);
      String name = word.startsWith("--") ? word.split("=", 2)[0] : word;
      if (Arrays.asList("--classpath", "--class-path", "-classpath", "-cp").contains(name)) {
        if (classPath != null) {
          throw new Usage(name + " is given twice");
        }
        if (name.length() == word.length() && i + 1 == rest.size()) {
          throw new Usage(name + " needs a class path after it");
        }
        classPath =
            name.length() == word.length() ? rest.get(++i) : word.substring(name.length() + 1);
      } else if (word.startsWith("-")) {
        throw new Usage("there is no option " + word);
      } else {
        files.add(word);
      }
    }
    if (files.size() != 1) {
      throw new Usage(
          files.isEmpty()
              ? "check needs a configuration file"
              : "check takes one configuration file, not " + String.join(" and ", files));
    }
    return new Options("check", files.get(0), classPath);
  }
}
