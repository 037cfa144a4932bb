package io.understudy.agent.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The command line of the agent's jar: {@code java -jar understudy-agent.jar check understudy.yaml
 * --classpath app.jar}. Stateless.
 */
public final class Main {
  /** All is well. */
  static final int FITS = 0;

  /** It was not done, or something does not fit. */
  static final int DOES_NOT_FIT = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  private static final String JAVA = "java -jar understudy-agent.jar ";

  /** In the order in which help shows them. */
  private static final List<Command> COMMANDS = commands();

  private Main() {}

  private static List<Command> commands() {
    List<Command> commands =
        new ArrayList<>(Arrays.asList(new Check(), new Suggest(), new Schema()));
    commands.addAll(Verb.all());
    return commands;
  }

  /**
   * Runs a command.
   *
   * @param arguments as given after the jar's name
   * @return the exit code: 0 done, and all fits; 1 not so; 2 wrong usage
   */
  public static int run(String[] arguments) {
    return run(arguments, System.out, System.err);
  }

  /** The same, printing elsewhere. */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    try {
      return run(new ArrayList<>(Arrays.asList(arguments)), out, err);
    } catch (Usage e) {
      err.println("understudy: " + e.getMessage());
      err.println(help());
      return USAGE;
    }
  }

  private static int run(List<String> typed, PrintStream out, PrintStream err) throws Usage {
    if (typed.isEmpty()) {
      throw new Usage("a command is missing");
    }
    if (typed.contains("--help") || typed.contains("-h") || typed.get(0).equals("help")) {
      out.println(help());
      return FITS;
    }
    String name = typed.remove(0);
    if (name.equals("--version")) {
      if (!typed.isEmpty()) {
        throw new Usage("--version takes no arguments");
      }
      String version = Main.class.getPackage().getImplementationVersion();
      out.println("understudy " + (version == null ? "(not packaged)" : version));
      return FITS;
    }
    for (Command command : COMMANDS) {
      if (command.name().equals(name)) {
        return command.run(typed, out, err);
      }
    }
    throw new Usage("there is no command " + name);
  }

  private static String help() {
    List<String> lines = new ArrayList<>();
    for (Command command : COMMANDS) {
      lines.add((lines.isEmpty() ? "usage: " : "       ") + JAVA + command.usage());
    }
    lines.add("       " + JAVA + "--help | --version");
    lines.add("");
    for (Command command : COMMANDS) {
      String lead = command.name();
      for (String line : command.help()) {
        lines.add(String.format("%-9s %s", lead, line));
        lead = "";
      }
    }
    lines.add("");
    lines.add("exit code: 0 all fits, 1 something does not, 2 wrong usage");
    lines.add("");
    lines.add("To attach the agent: java -javaagent:understudy-agent.jar=understudy.yaml ...");
    return String.join(System.lineSeparator(), lines);
  }
}
