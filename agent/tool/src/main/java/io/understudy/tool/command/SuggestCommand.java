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

/** Proposes a configuration. */
@Command(
    name = "suggest",
    customSynopsis =
        "java -jar understudy-agent.jar suggest --classpath PATH | PID --packages NAMES [...]",
    sortOptions = false,
    description = {
      "Proposes a configuration: the methods that look like a service's, the most promising first,"
          + " and why others cannot be captured. It loads no class. With a process id: what that"
          + " JVM calls meanwhile, the most called first.",
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
      description = "a class path: as for check; with PID where its classes are, if it cannot say")
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
        "without it, classes of other packages that have the same name are looked at"
      })
  private @Nullable String candidates;

  @Option(
      names = "--most",
      paramLabel = "NUMBER",
      description = "a number: how many call points at the most (300)")
  private String most = "300";

  @Option(names = "--writes", description = "also propose what writes, by its name, as call points")
  private boolean writes;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "a file: a new one for the configuration")
  private @Nullable String output;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "a time: how long to count, as in 30s (60s), up to 60m")
  private @Nullable String time;

  @Option(
      names = "--uncalled",
      description = "also show what was counted and not called, at the end")
  private boolean uncalled;

  SuggestCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws UnreachableJvmException {
    SuggestOptions wishes = wishes();
    return pids.isEmpty() ? fromClassPath(wishes) : fromCalls(wishes);
  }

  private int fromClassPath(SuggestOptions wishes) {
    if (classPath == null) {
      throw wrong("suggest needs --classpath PATH, or the process id of a JVM");
    }
    if (time != null || uncalled) {
      throw wrong((time != null ? "--for" : "--uncalled") + " needs the process id of a JVM");
    }
    return code(new SuggestionWriter(out, err).run(classPath, wishes, output));
  }

  private int fromCalls(SuggestOptions wishes) throws UnreachableJvmException {
    String pid = pids.get(0);
    if (pids.size() > 1 || !pid.matches("[0-9]+")) {
      throw wrong("suggest takes the process id of one JVM, not " + String.join(" ", pids));
    }
    long millis = time == null ? 60_000 : millis(time);
    err.println("understudy: counting calls for " + millis / 1_000 + " s ...");
    String answer = new RunningJvm(pid).ask(CountCommand.words(wishes.scope(), millis));
    String text = answer.substring(answer.indexOf('\n') + 1);
    if (!answer.startsWith("done")) {
      err.println("understudy: " + text);
      return Main.DOES_NOT_FIT;
    }
    return code(new SuggestionWriter(out, err).run(CallCounts.of(text), classPath, wishes, output));
  }

  private static int code(boolean done) {
    return done ? Main.FITS : Main.DOES_NOT_FIT;
  }

  private SuggestOptions wishes() {
    if (packages == null) {
      throw wrong("suggest needs --packages com.acme");
    }
    if (!most.matches("[1-9][0-9]{0,6}")) {
      throw wrong("--most takes a number from 1 on, not " + most);
    }
    try {
      SuggestOptions wishes =
          SuggestOptions.of(packages, candidates, Integer.parseInt(most), writes);
      return uncalled ? wishes.withUncalled() : wishes;
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private long millis(String text) {
    Matcher matcher = TIME.matcher(text);
    long seconds =
        matcher.matches()
            ? Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("m") ? 60 : 1)
            : 0;
    if (seconds < 1 || seconds > 3_600) {
      throw wrong("--for takes a time from 1s to 60m, not " + text);
    }
    return seconds * 1_000;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
