package io.understudy.agent.command;

import java.io.PrintStream;
import java.util.List;

/** One command of the command line. Stateless. */
interface Command {
  /** What is typed to have it done, one word. */
  String name();

  /** How it is used, below 75 characters: its name and what may follow. */
  String usage();

  /** What it does, in lines below 80 characters, of which the first begins with a verb. */
  List<String> help();

  /**
   * Does it.
   *
   * @param arguments what follows its name
   * @return the exit code: {@link Main#FITS} or {@link Main#DOES_NOT_FIT}
   * @throws Usage when the arguments cannot be understood; nothing has been done then
   */
  int run(List<String> arguments, PrintStream out, PrintStream err) throws Usage;
}
