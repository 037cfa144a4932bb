package io.understudy.agent.command;

import io.understudy.agent.check.CheckCommand;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** Checks a configuration, and its call points against a class path. */
final class Check implements Command {
  private static final String CLASS_PATH = "--classpath";

  private static final Arguments.Syntax SYNTAX =
      new Arguments.Syntax()
          .option("a class path", CLASS_PATH, "--class-path", "-classpath", "-cp");

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String usage() {
    return "check FILE[;key=value...] [--classpath PATH]";
  }

  @Override
  public List<String> help() {
    return Arrays.asList(
        "says what is wrong with a configuration and, with --classpath, which methods",
        "would be woven, which would be asked, and what does not fit. It reads class",
        "files and loads none; types of the JDK are those of the JVM that runs it.",
        "  FILE         the YAML file; overrides follow it as in the agent argument:",
        "               \"understudy.yaml;replay.threads=4\"",
        "  --classpath  jars and directories, separated as in java -cp; dir/* stands",
        "               for all jars of a directory. Also --class-path and -cp.");
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Usage {
    Arguments given = SYNTAX.parse(arguments);
    List<String> files = given.words();
    if (files.size() != 1) {
      throw new Usage(
          files.isEmpty()
              ? "check needs a configuration file"
              : "check takes one configuration file, not " + String.join(" and ", files));
    }
    boolean fits = new CheckCommand(out, err).run(files.get(0), given.option(CLASS_PATH));
    return fits ? Main.FITS : Main.DOES_NOT_FIT;
  }
}
