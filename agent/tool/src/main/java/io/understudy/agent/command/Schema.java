package io.understudy.agent.command;

import io.understudy.agent.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Scanner;

/** Prints the JSON Schema of the configuration. */
final class Schema implements Command {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String usage() {
    return "schema";
  }

  @Override
  public List<String> help() {
    return Collections.singletonList("prints the JSON Schema of the configuration, for editors.");
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Usage {
    if (!arguments.isEmpty()) {
      throw new Usage("schema takes no arguments");
    }
    out.println(text());
    return Main.FITS;
  }

  private static String text() {
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
