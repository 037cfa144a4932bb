package io.understudy.agent.check;

import io.understudy.agent.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Scanner;

/**
 * The command line of the agent's jar: {@code java -jar understudy-agent.jar check understudy.yaml
 * --classpath app.jar}. Stateless.
 */
public final class Main {
  /** All is well. */
  static final int FITS = 0;

  /** The configuration is wrong, or a call point does not fit. */
  static final int DOES_NOT_FIT = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  private static final String HELP =
      String.join(
          System.lineSeparator(),
          "usage: java -jar understudy-agent.jar check FILE[;key=value...] [--classpath PATH]",
          "       java -jar understudy-agent.jar schema",
          "       java -jar understudy-agent.jar --help | --version",
          "",
          "check    says what is wrong with a configuration and, with --classpath, which methods",
          "         would be woven, which would be asked, and what does not fit. It reads class",
          "         files and loads none; types of the JDK are those of the JVM that runs it.",
          "           FILE         the YAML file; overrides follow it as in the agent argument:",
          "                        \"understudy.yaml;replay.threads=4\"",
          "           --classpath  jars and directories, separated as in java -cp; dir/* stands",
          "                        for all jars of a directory. Also --class-path and -cp.",
          "schema   prints the JSON Schema of the configuration, for editors.",
          "",
          "exit code: 0 all fits, 1 something does not, 2 wrong usage",
          "",
          "To attach the agent: java -javaagent:understudy-agent.jar=understudy.yaml ...");

  private Main() {}

  /**
   * Runs a command.
   *
   * @param arguments as given after the jar's name
   * @return the exit code: 0 fits, 1 does not, 2 wrong usage
   */
  public static int run(String[] arguments) {
    return run(arguments, System.out, System.err);
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    try {
      Options options = Options.parse(arguments);
      switch (options.command) {
        case "check":
          return new CheckCommand(out, err).run(options);
        case "schema":
          out.println(schema());
          return FITS;
        case "version":
          String version = Main.class.getPackage().getImplementationVersion();
          out.println("understudy " + (version == null ? "(not packaged)" : version));
          return FITS;
        default:
          out.println(HELP);
          return FITS;
      }
    } catch (Options.Usage e) {
      err.println("understudy: " + e.getMessage());
      err.println(HELP);
      return USAGE;
    }
  }

  /** The JSON Schema of the configuration. */
  static String schema() {
    try (InputStream in = Config.class.getResourceAsStream("understudy.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the schema is not in this jar");
      }
      try (Scanner scanner = new Scanner(in, "UTF-8").useDelimiter("\\A")) {
        return scanner.next().trim();
      }
    } catch (IOException e) {
      throw new IllegalStateException("the schema cannot be read from this jar", e);
    }
  }
}
