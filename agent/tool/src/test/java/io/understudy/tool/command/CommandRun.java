package io.understudy.tool.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Runs the command line in this JVM. */
public final class CommandRun {
  public final int code;
  public final String out;
  public final String err;

  private CommandRun(int code, String out, String err) {
    this.code = code;
    this.out = out.replace(System.lineSeparator(), "\n");
    this.err = err.replace(System.lineSeparator(), "\n");
  }

  /** Runs a command to its end and captures its output. */
  public static CommandRun run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(arguments, new PrintStream(out, true), new PrintStream(err, true));
    return new CommandRun(code, out.toString(), err.toString());
  }
}
