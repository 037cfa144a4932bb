package io.understudy.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** Runs the command line and keeps what the last run printed. */
public final class CommandLineRun {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Runs the command line without any environment variable and returns its exit code. */
  public int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true), Map.of());
  }

  /** Returns the standard output. */
  public String out() {
    return out.toString();
  }

  /** Returns the error output. */
  public String err() {
    return err.toString();
  }
}
