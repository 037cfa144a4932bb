package io.understudy.agent.command;

import io.understudy.agent.suggest.SuggestCommand;
import io.understudy.agent.suggest.Wishes;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proposes a configuration. */
final class Suggest implements Command {
  private static final String CLASS_PATH = "--classpath";
  private static final String PACKAGES = "--packages";
  private static final String CANDIDATES = "--candidates";
  private static final String MOST = "--most";
  private static final String WRITES = "--writes";
  private static final String OUTPUT = "--output";
  private static final int MOST_BY_DEFAULT = 300;

  private static final Arguments.Syntax SYNTAX =
      new Arguments.Syntax()
          .option("a class path", CLASS_PATH, "--class-path", "-classpath", "-cp")
          .option("packages", PACKAGES)
          .option("packages", CANDIDATES)
          .option("a number", MOST)
          .option("a file", OUTPUT)
          .flag(WRITES);

  @Override
  public String name() {
    return "suggest";
  }

  @Override
  public String usage() {
    return "suggest --classpath PATH --packages NAMES [...]";
  }

  @Override
  public List<String> help() {
    return Arrays.asList(
        "proposes a configuration: the methods that look like a service's, the most",
        "promising first, and why others cannot be captured. It loads no class.",
        "  --classpath   as for check",
        "  --packages    where to look: com.acme.billing,com.acme.tax",
        "  --candidates  where the new methods are: com.acme.next; without it, classes",
        "                of other packages that are called the same are looked at",
        "  --most        how many call points at the most (300)",
        "  --writes      also propose what writes, by its name, as call points",
        "  --output      a new file for the configuration");
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Usage {
    Arguments given = SYNTAX.parse(arguments);
    if (!given.words().isEmpty()) {
      throw new Usage("suggest takes no " + given.words().get(0));
    }
    String classPath = required(given, CLASS_PATH, "PATH");
    String packages = required(given, PACKAGES, "com.acme");
    Wishes wishes;
    try {
      wishes = Wishes.of(packages, given.option(CANDIDATES), most(given), given.has(WRITES));
    } catch (IllegalArgumentException e) {
      throw new Usage(String.valueOf(e.getMessage()));
    }
    boolean done = new SuggestCommand(out, err).run(classPath, wishes, given.option(OUTPUT));
    return done ? Main.FITS : Main.DOES_NOT_FIT;
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
