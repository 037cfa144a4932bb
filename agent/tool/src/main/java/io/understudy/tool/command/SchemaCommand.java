package io.understudy.tool.command;

import io.understudy.agent.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code schema}: prints the JSON Schema of the configuration. */
@Command(
    name = "schema",
    customSynopsis = "java -jar understudy-agent.jar schema",
    description = "Prints the JSON Schema of the configuration, for editors.")
final class SchemaCommand implements Callable<Integer> {
  private final PrintStream out;

  SchemaCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
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
