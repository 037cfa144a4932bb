package io.understudy.agent.command;

import io.understudy.agent.counting.CountRequest;
import io.understudy.agent.counting.Figures;
import io.understudy.agent.suggest.SuggestCommand;
import io.understudy.agent.suggest.Wishes;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proposes a configuration. */
final class Suggest implements Command {
  private static final String CLASS_PATH = "--classpath";
  private static final String PACKAGES = "--packages";
  private static final String CANDIDATES = "--candidates";
  private static final String MOST = "--most";
  private static final String WRITES = "--writes";
  private static final String OUTPUT = "--output";
  private static final String FOR = "--for";
  private static final String UNCALLED = "--uncalled";
  private static final int MOST_BY_DEFAULT = 300;
  private static final Pattern TIME = Pattern.compile("([0-9]{1,4})(s|m)");

  private static final Arguments.Syntax SYNTAX =
      new Arguments.Syntax()
          .option("a class path", CLASS_PATH, "--class-path", "-classpath", "-cp")
          .option("packages", PACKAGES)
          .option("packages", CANDIDATES)
          .option("a number", MOST)
          .option("a file", OUTPUT)
          .option("a time", FOR)
          .flag(WRITES)
          .flag(UNCALLED);

  @Override
  public String name() {
    return "suggest";
  }

  @Override
  public String usage() {
    return "suggest --classpath PATH | PID --packages NAMES [...]";
  }

  @Override
  public List<String> help() {
    return Arrays.asList(
        "proposes a configuration: the methods that look like a service's, the most",
        "promising first, and why others cannot be captured. It loads no class. With a",
        "process id: what that JVM calls meanwhile, the most called first.",
        "  --classpath   as for check; with PID where its classes are, if it cannot say",
        "  --packages    where to look: com.acme.billing,com.acme.tax",
        "  --candidates  where the new methods are: com.acme.next; without it, classes",
        "                of other packages that are called the same are looked at",
        "  --most        how many call points at the most (300)",
        "  --writes      also propose what writes, by its name, as call points",
        "  --output      a new file for the configuration",
        "  --for         how long to count: 30s (60s), up to 60m",
        "  --uncalled    also show what was counted and not called, at the end");
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Usage {
    Arguments given = SYNTAX.parse(arguments);
    Wishes wishes = wishes(given);
    SuggestCommand command = new SuggestCommand(out, err);
    String output = given.option(OUTPUT);
    if (given.words().isEmpty()) {
      String classPath = required(given, CLASS_PATH, "PATH, or the process id of a JVM");
      for (String option : new String[] {FOR, UNCALLED}) {
        if (given.has(option)) {
          throw new Usage(option + " needs the process id of a JVM");
        }
      }
      return code(command.run(classPath, wishes, output));
    }
    String pid = given.words().get(0);
    if (given.words().size() > 1 || !pid.matches("[0-9]+")) {
      throw new Usage(
          "suggest takes the process id of one JVM, not " + String.join(" ", given.words()));
    }
    long millis = millis(given.option(FOR));
    try {
      err.println("understudy: counting calls for " + millis / 1_000 + " s ...");
      String answer = new RunningJvm(pid).ask(CountRequest.words(wishes.scope(), millis));
      String text = answer.substring(answer.indexOf('\n') + 1);
      if (answer.startsWith("done")) {
        return code(command.run(Figures.of(text), given.option(CLASS_PATH), wishes, output));
      }
      err.println("understudy: " + text);
    } catch (Unreachable e) {
      err.println("understudy: " + e.getMessage());
    }
    return Main.DOES_NOT_FIT;
  }

  private static int code(boolean done) {
    return done ? Main.FITS : Main.DOES_NOT_FIT;
  }

  private static Wishes wishes(Arguments given) throws Usage {
    String packages = required(given, PACKAGES, "com.acme");
    try {
      Wishes wishes = Wishes.of(packages, given.option(CANDIDATES), most(given), given.has(WRITES));
      return given.has(UNCALLED) ? wishes.withUncalled() : wishes;
    } catch (IllegalArgumentException e) {
      throw new Usage(String.valueOf(e.getMessage()));
    }
  }

  private static long millis(@Nullable String text) throws Usage {
    if (text == null) {
      return 60_000;
    }
    Matcher matcher = TIME.matcher(text);
    long seconds =
        matcher.matches()
            ? Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("m") ? 60 : 1)
            : 0;
    if (seconds < 1 || seconds > 3_600) {
      throw new Usage(FOR + " takes a time from 1s to 60m, not " + text);
    }
    return seconds * 1_000;
  }

  private static String required(Arguments given, String name, String example) throws Usage {
    @Nullable String value = given.option(name);
    if (value == null) {
      throw new Usage("suggest needs " + name + " " + example);
    }
    return value;
  }

  private static int most(Arguments given) throws Usage {
    String text = given.option(MOST);
    if (text == null) {
      return MOST_BY_DEFAULT;
    }
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw new Usage(MOST + " takes a number from 1 on, not " + text);
    }
    return Integer.parseInt(text);
  }
}
