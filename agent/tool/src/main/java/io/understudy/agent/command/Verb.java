package io.understudy.agent.command;

import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A command that is given to a running JVM: attach, status, pause, resume, reload, detach. */
final class Verb implements Command {
  private static final String JSON = "--json";

  private final String name;
  private final String follows;
  private final String help;

  private Verb(String name, String follows, String help) {
    this.name = name;
    this.follows = follows;
    this.help = help;
  }

  /** All of them. */
  static List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.add(new Verb("attach", "PID FILE[;key=value...]", "starts the agent in a running JVM."));
    all.add(
        new Verb(
            "status", "[PID] [--json]", "shows how it stands; without PID, which JVMs there are."));
    all.add(new Verb("pause", "PID [POINT...]", "sheds the calls of call points, or of all."));
    all.add(new Verb("resume", "PID [POINT...]", "takes them again."));
    all.add(
        new Verb("reload", "PID [FILE[;key=value...]]", "loads the configuration, or another."));
    all.add(new Verb("detach", "PID", "takes the agent out of the JVM again."));
    return all;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String usage() {
    return name + " " + follows;
  }

  @Override
  public List<String> help() {
    return Collections.singletonList(help);
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Usage {
    Arguments given = syntax().parse(arguments);
    List<String> words = given.words();
    try {
      if (words.isEmpty()) {
        return list(out);
      }
      return answer(new RunningJvm(words.get(0)).ask(request(given)), out, err);
    } catch (Unreachable e) {
      err.println("understudy: " + e.getMessage());
      return Main.DOES_NOT_FIT;
    }
  }

  private Arguments.Syntax syntax() {
    Arguments.Syntax syntax = new Arguments.Syntax();
    return name.equals("status") ? syntax.flag(JSON) : syntax;
  }

  private int list(PrintStream out) throws Usage, Unreachable {
    if (!name.equals("status")) {
      throw new Usage(name + " needs the process id of a JVM; status lists them");
    }
    JvmList.print(out);
    return Main.FITS;
  }

  private Map<String, String> request(Arguments given) throws Usage {
    List<String> rest = given.words().subList(1, given.words().size());
    Map<String, String> request = new LinkedHashMap<>();
    request.put("command", name);
    switch (name) {
      case "attach":
        request.put("configuration", configuration(only(rest, "a configuration file")));
        break;
      case "reload":
        if (!rest.isEmpty()) {
          request.put("configuration", configuration(only(rest, "a configuration file")));
        }
        break;
      case "pause":
      case "resume":
        request.put("points", String.join(",", rest));
        break;
      default:
        if (!rest.isEmpty()) {
          throw new Usage(name + " takes nothing behind the process id, not " + rest.get(0));
        }
        request.put("format", given.has(JSON) ? "json" : "text");
    }
    return request;
  }

  private String only(List<String> rest, String what) throws Usage {
    if (rest.size() != 1) {
      throw new Usage(
          rest.isEmpty()
              ? name + " needs " + what + " behind the process id"
              : name + " takes one configuration file, not " + String.join(" and ", rest));
    }
    return rest.get(0);
  }

  // The JVM works in another directory.
  private static String configuration(String argument) {
    String[] parts = argument.split(";", 2);
    String file = new File(parts[0].trim()).getAbsoluteFile().toPath().normalize().toString();
    return parts.length == 1 ? file : file + ";" + parts[1];
  }

  private static int answer(String answer, PrintStream out, PrintStream err) {
    int line = answer.indexOf('\n');
    String text = answer.substring(line + 1);
    if (answer.startsWith("done")) {
      out.println(text);
      return Main.FITS;
    }
    err.println("understudy: " + text);
    return Main.DOES_NOT_FIT;
  }
}
