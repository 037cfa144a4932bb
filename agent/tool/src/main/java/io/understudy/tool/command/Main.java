package io.understudy.tool.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of the agent's jar: {@code java -jar understudy-agent.jar check understudy.yaml
 * --classpath app.jar}.
 */
@Command(
    name = "java -jar understudy-agent.jar",
    customSynopsis = "java -jar understudy-agent.jar COMMAND [ARGUMENT...]",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "exit code: 0 everything fits, 1 something does not fit, 2 wrong usage",
      "",
      "To attach the agent: java -javaagent:understudy-agent.jar=understudy.yaml ..."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
public final class Main implements Callable<Integer> {
  /** The command succeeded, and everything fits. */
  static final int FITS = 0;

  /** The command failed, or something does not fit. */
  static final int DOES_NOT_FIT = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  @Spec private CommandSpec spec;

  @Option(names = "--version", versionHelp = true, description = "shows the version")
  private boolean version;

  private Main() {}

  /**
   * Runs a command.
   *
   * @param arguments as given after the jar's name
   * @return the exit code: 0 if the command succeeded and everything fits, 1 if not, 2 for wrong
   *     usage
   */
  public static int run(String[] arguments) {
    return run(arguments, System.out, System.err);
  }

  /** Runs a command that prints to the given streams instead of the standard ones. */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    return commandLine(out, err).execute(arguments);
  }

  private static CommandLine commandLine(PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new Main());
    line.getCommandSpec().version("understudy " + version());
    line.addSubcommand(new CheckCommand(out, err))
        .addSubcommand(new SuggestCommand(out, err))
        .addSubcommand(new SchemaCommand(out))
        .addSubcommand(new HostCommand(out, err));
    JvmCommand.specs(out, err).forEach(verb -> line.addSubcommand(verb.name(), verb));
    addHelp(line.getCommandSpec());
    line.getSubcommands().values().forEach(command -> addHelp(command.getCommandSpec()));
    CommandLine help = new CommandLine(new HelpCommand());
    help.getCommandSpec().usageMessage().description("Shows this help, or that of a command.");
    line.addSubcommand(help);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    // A class path may begin with an at sign; no option of one letter takes a value.
    line.setExpandAtFiles(false);
    line.setPosixClusteredShortOptionsAllowed(false);
    line.setParameterExceptionHandler(new UsageErrors());
    line.setExecutionStrategy(
        parsed -> {
          if (parsed.isVersionHelpRequested() && !parsed.unmatched().isEmpty()) {
            throw new ParameterException(line, "--version takes no arguments");
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (!(failure instanceof UnreachableJvmException)) {
            throw failure;
          }
          err.println("understudy: " + failure.getMessage());
          return DOES_NOT_FIT;
        });
    return line;
  }

  private static void addHelp(CommandSpec command) {
    command.usageMessage().synopsisHeading("usage: ");
    command.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("shows this help").build());
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /** Runs if the user names no command. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
