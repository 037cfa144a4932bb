package io.understudy.tool.command;

import io.understudy.tool.check.ConfigCheck;
import io.understudy.tool.check.JvmRelease;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code check}: checks a configuration, and its call points against a class path. */
@Command(
    name = "check",
    customSynopsis =
        "java -jar understudy-agent.jar check FILE[;key=value...] [--classpath PATH] [--java N]",
    description = {
      "Reports the problems of a configuration. With --classpath it also shows which methods"
          + " are woven and called, and what does not fit. It reads class files and loads"
          + " none; types of the JDK come from the JVM that runs this command.",
      ""
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class CheckCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      hideParamSyntax = true,
      description =
          "the YAML file; overrides follow it as in the agent argument:"
              + " \"understudy.yaml;replay.threads=4\"")
  private List<String> files = Collections.emptyList();

  @Option(
      names = {"--classpath", "--class-path", "-classpath", "-cp"},
      paramLabel = "PATH",
      description =
          "a class path: jars and directories, separated as in java -cp; dir/* stands for all jars"
              + " of a directory")
  private @Nullable String classPath;

  @Option(
      names = "--java",
      paramLabel = "N",
      description =
          "the Java release of the JVM that runs the application, such as 8; by default the one"
              + " that runs this command")
  private int java = JvmRelease.ofThisJvm();

  CheckCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (files.size() != 1) {
      throw new ParameterException(
          spec.commandLine(),
          files.isEmpty()
              ? "check needs a configuration file"
              : "check takes one configuration file, not " + String.join(" and ", files));
    }
    boolean fits = new ConfigCheck(out, err).run(files.get(0), classPath, java);
    return fits ? Main.FITS : Main.DOES_NOT_FIT;
  }
}
