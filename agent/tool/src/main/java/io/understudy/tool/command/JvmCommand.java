package io.understudy.tool.command;

import io.understudy.agent.operate.MailboxClient;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A command for a running JVM: attach, status, pause, resume, reload or detach. */
@Command
final class JvmCommand implements Callable<Integer> {
  private static final String JSON = "--json";

  private final PrintStream out;
  private final PrintStream err;
  private final CommandSpec spec;

  @Parameters(arity = "0..*", hidden = true)
  private List<String> parameters = Collections.emptyList();

  private JvmCommand(String name, String synopsis, String help, PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
    spec = CommandSpec.forAnnotatedObject(this).name(name);
    spec.usageMessage()
        .customSynopsis("java -jar understudy-agent.jar " + name + " " + synopsis)
        .description(help);
  }

  /** Returns the specifications of all these commands. */
  static List<CommandSpec> specs(PrintStream out, PrintStream err) {
    JvmCommand attach =
        new JvmCommand(
            "attach", "PID FILE[;key=value...]", "Starts the agent in a running JVM.", out, err);
    JvmCommand status =
        new JvmCommand(
            "status",
            "[PID] [--json]",
            "Shows the state of the agent; without PID, lists the JVMs.",
            out,
            err);
    status.spec.addOption(
        OptionSpec.builder(JSON)
            .type(boolean.class)
            .description("prints the state as JSON")
            .build());
    JvmCommand pause =
        new JvmCommand(
            "pause",
            "PID [POINT...]",
            "Stops capturing at the named call points, or at all; their calls are shed.",
            out,
            err);
    JvmCommand resume =
        new JvmCommand(
            "resume",
            "PID [POINT...]",
            "Captures calls at the named call points" + " again, or at all.",
            out,
            err);
    JvmCommand reload =
        new JvmCommand(
            "reload",
            "PID [FILE[;key=value...]]",
            "Loads the configuration again, or another one.",
            out,
            err);
    JvmCommand detach =
        new JvmCommand("detach", "PID", "Removes the agent from the JVM.", out, err);
    return Arrays.asList(
        attach.spec, status.spec, pause.spec, resume.spec, reload.spec, detach.spec);
  }

  @Override
  public Integer call() throws UnreachableJvmException {
    if (!parameters.isEmpty()) {
      return print(answer(parameters.get(0), request()));
    }
    if (!spec.name().equals("status")) {
      throw usageError(" needs the process id of a JVM; status lists them");
    }
    JvmList.print(out);
    return Main.FITS;
  }

  /** Sends a request through the agent's mailbox, or by an attachment if there is none. */
  private String answer(String pid, Map<String, String> request) throws UnreachableJvmException {
    if (!spec.name().equals("attach") && pid.matches("[0-9]{1,19}")) {
      try {
        String answer = new MailboxClient().send(pid, request);
        if (answer != null) {
          return answer;
        }
      } catch (IOException unanswered) {
        throw new UnreachableJvmException(String.valueOf(unanswered.getMessage()));
      }
    }
    return new RunningJvm(pid).send(request);
  }

  private Map<String, String> request() {
    List<String> rest = parameters.subList(1, parameters.size());
    Map<String, String> request = new LinkedHashMap<>();
    request.put("command", spec.name());
    switch (spec.name()) {
      case "attach":
        request.put("configuration", configuration(rest));
        break;
      case "reload":
        if (!rest.isEmpty()) {
          request.put("configuration", configuration(rest));
        }
        break;
      case "pause":
      case "resume":
        request.put("points", String.join(",", rest));
        break;
      default:
        if (!rest.isEmpty()) {
          throw usageError(" takes no arguments after the process id, not " + rest.get(0));
        }
        request.put("format", isJson() ? "json" : "text");
    }
    return request;
  }

  private boolean isJson() {
    return spec.commandLine().getParseResult().hasMatchedOption(JSON);
  }

  private String configuration(List<String> rest) {
    if (rest.size() != 1) {
      throw usageError(
          rest.isEmpty()
              ? " needs a configuration file after the process id"
              : " takes one configuration file, not " + String.join(" and ", rest));
    }
    // The target JVM has another working directory, so the path must be absolute.
    String[] parts = rest.get(0).split(";", 2);
    String file = new File(parts[0].trim()).getAbsoluteFile().toPath().normalize().toString();
    return parts.length == 1 ? file : file + ";" + parts[1];
  }

  private int print(String answer) {
    String text = answer.substring(answer.indexOf('\n') + 1);
    if (answer.startsWith("done")) {
      out.println(text);
      return Main.FITS;
    }
    err.println("understudy: " + text);
    return Main.DOES_NOT_FIT;
  }

  private ParameterException usageError(String message) {
    return new ParameterException(spec.commandLine(), spec.name() + message);
  }
}
