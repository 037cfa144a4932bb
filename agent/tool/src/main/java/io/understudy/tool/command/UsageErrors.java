package io.understudy.tool.command;

import io.understudy.agent.config.NearestWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Prints the error in a command line, then the usage of the command. The description of an option
 * with a value begins with the kind of value, as in {@code "a file: where to write"}. Stateless.
 */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    command.getErr().println("understudy: " + message(error, Arrays.asList(arguments)));
    command.usage(command.getErr());
    return Main.USAGE;
  }

  private static String message(ParameterException error, List<String> arguments) {
    ArgSpec argument = error.getArgSpec();
    if (error instanceof UnmatchedArgumentException) {
      return unmatched((UnmatchedArgumentException) error);
    } else if (error instanceof OverwrittenOptionException) {
      return spelling(((OverwrittenOptionException) error).getOverwritten(), arguments)
          + " is given twice";
    } else if (error instanceof MissingParameterException) {
      argument = ((MissingParameterException) error).getMissing().get(0);
      return spelling(argument, arguments) + " needs " + what(argument) + " after it";
    } else if (argument != null && argument.isOption() && argument.arity().max() == 0) {
      return spelling(argument, arguments) + " takes no value";
    } else if (argument == null && error.getValue() != null) {
      return noCommand(error.getValue(), error.getCommandLine()); // from the command help
    }
    return String.valueOf(error.getMessage());
  }

  private static String unmatched(UnmatchedArgumentException error) {
    CommandLine command = error.getCommandLine();
    String word = error.getUnmatched().get(0);
    if (word.startsWith("-")) {
      List<String> known = new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
      return "there is no option " + word + NearestWord.didYouMean(word.split("=", 2)[0], known);
    } else if (command.getParent() != null) {
      return command.getCommandName() + " takes no arguments";
    }
    return noCommand(word, command);
  }

  private static String noCommand(String word, CommandLine command) {
    return "there is no command "
        + word
        + NearestWord.didYouMean(word, command.getSubcommands().keySet());
  }

  private static String what(ArgSpec argument) {
    return argument.description()[0].split(":", 2)[0];
  }

  /** Returns the option as the user typed it last. */
  private static String spelling(ArgSpec argument, List<String> arguments) {
    String typed = "";
    for (String name : ((OptionSpec) argument).names()) {
      for (String each : arguments) {
        boolean isLater = arguments.indexOf(each) >= arguments.lastIndexOf(typed);
        typed = isLater && each.split("=", 2)[0].equals(name) ? each : typed;
      }
    }
    return typed.split("=", 2)[0];
  }
}
