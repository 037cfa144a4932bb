package io.understudy.tool.command;

import io.understudy.agent.counting.CallCounts;
import io.understudy.agent.counting.CountCommand;
import io.understudy.tool.suggest.SuggestOptions;
import io.understudy.tool.suggest.SuggestionWriter;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code suggest}: proposes a configuration. */
@Command(
    name = "suggest",
    customSynopsis =
        "java -jar understudy-agent.jar suggest --classpath PATH | PID --packages NAMES [...]",
    sortOptions = false,
    description = {
      "Proposes a configuration: the methods that look like service methods, the most"
          + " promising first, and why others cannot be captured. It loads no class. With a"
          + " process id it counts calls in that JVM and proposes what was called, the most"
          + " called first.",
      ""
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class SuggestCommand implements Callable<Integer> {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,4})(s|m)");

  private final PrintStream out;
  private final PrintStream err;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PID",
      hideParamSyntax = true,
      description = "the process id of a JVM whose calls are counted")
  private List<String> pids = Collections.emptyList();

  @Option(
      names = {"--classpath", "--class-path", "-classpath", "-cp"},
      paramLabel = "PATH",
      description =
          "a class path: as for check; with PID, where its classes are, if the JVM"
              + " does not report it")
  private @Nullable String classPath;

  @Option(
      names = "--packages",
      paramLabel = "NAMES",
      description = {"packages: where to look, as in", "com.acme.billing,com.acme.tax"})
  private @Nullable String packages;

  @Option(
      names = "--candidates",
      paramLabel = "NAMES",
      description = {
        "packages: where the new methods are, as in com.acme.next;",
        "without it, classes of other packages with the same name are searched"
      })
  private @Nullable String candidates;

  @Option(
      names = "--most",
      paramLabel = "NUMBER",
      description = "a number: the maximum number of call points (300)")
  private String maximum = "300";

  @Option(names = "--writes", description = "also propose methods that say that they write")
  private boolean writes;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "a file: a new file for the configuration")
  private @Nullable String output;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "a time: how long to count, for example 30s (60s), up to 60m")
  private @Nullable String time;

  @Option(names = "--uncalled", description = "also list methods that were counted and not called")
  private boolean uncalled;

  SuggestCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws UnreachableJvmException {
    SuggestOptions options = options();
    return pids.isEmpty() ? fromClassPath(options) : fromCalls(options);
  }

  private int fromClassPath(SuggestOptions options) {
    if (classPath == null) {
      throw usageError("suggest needs --classpath PATH, or the process id of a JVM");
    }
    if (time != null || uncalled) {
      throw usageError((time != null ? "--for" : "--uncalled") + " needs the process id of a JVM");
    }
    return code(new SuggestionWriter(out, err).run(classPath, options, output));
  }

  private int fromCalls(SuggestOptions options) throws UnreachableJvmException {
    String pid = pids.get(0);
    if (pids.size() > 1 || !pid.matches("[0-9]+")) {
      throw usageError("suggest takes the process id of one JVM, not " + String.join(" ", pids));
    }
    long millis = time == null ? 60_000 : millis(time);
    err.println("understudy: counting calls for " + millis / 1_000 + " s ...");
    String answer = new RunningJvm(pid).send(CountCommand.words(options.scope(), millis));
    String text = answer.substring(answer.indexOf('\n') + 1);
    if (!answer.startsWith("done")) {
      err.println("understudy: " + text);
      return Main.DOES_NOT_FIT;
    }
    return code(
        new SuggestionWriter(out, err).run(CallCounts.of(text), classPath, options, output));
  }

  private static int code(boolean done) {
    return done ? Main.FITS : Main.DOES_NOT_FIT;
  }

  private SuggestOptions options() {
    if (packages == null) {
      throw usageError("suggest needs --packages com.acme");
    }
    if (!maximum.matches("[1-9][0-9]{0,6}")) {
      throw usageError("--most takes a number from 1 on, not " + maximum);
    }
    try {
      SuggestOptions options =
          SuggestOptions.of(packages, candidates, Integer.parseInt(maximum), writes);
      return uncalled ? options.withUncalled() : options;
    } catch (IllegalArgumentException e) {
      throw usageError(String.valueOf(e.getMessage()));
    }
  }

  private long millis(String text) {
    Matcher matcher = TIME.matcher(text);
    long seconds =
        matcher.matches()
            ? Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("m") ? 60 : 1)
            : 0;
    if (seconds < 1 || seconds > 3_600) {
      throw usageError("--for takes a time from 1s to 60m, not " + text);
    }
    return seconds * 1_000;
  }

  private ParameterException usageError(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
