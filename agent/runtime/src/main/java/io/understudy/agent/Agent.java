package io.understudy.agent;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import io.understudy.agent.config.ConfigProblem;
import io.understudy.agent.config.ErrorPolicy;
import io.understudy.agent.config.read.ConfigLoader;
import io.understudy.agent.counting.CountCommand;
import io.understudy.agent.evidence.Evidence;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.agent.log.AgentLog;
import io.understudy.agent.operate.CommandReply;
import io.understudy.agent.thread.AgentThread;
import io.understudy.agent.weave.BridgeKey;
import java.lang.instrument.Instrumentation;
import java.nio.file.FileSystems;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The entry point inside the agent's class loader: makes an {@link Attachment} from the arguments
 * of {@code Premain}. Stateless.
 */
public final class Agent {
  private static final String FAIL = "the application does not start (on-error: fail): ";

  private Agent() {}

  /**
   * Starts the agent. {@code Premain} calls it before the application's {@code main}, or when the
   * JVM attaches the agent.
   *
   * @param argument the text after {@code -javaagent:understudy-agent.jar=}
   * @return the reason why the application must not start ({@code on-error: fail}); empty if it may
   *     start, with or without the agent
   */
  public static String start(String argument, Instrumentation instrumentation) {
    return startWith(ConfigLoader.withDefault(argument), instrumentation);
  }

  private static String startWith(String argument, Instrumentation instrumentation) {
    loadFileSystems();
    AgentLog log = new AgentLog();
    Config config;
    try {
      config = ConfigLoader.load(argument);
    } catch (ConfigException refused) {
      return refused(refused, log);
    }
    String unusable = IsolatedLoaders.findObstacle(config);
    if (unusable != null) {
      if (config.onError() == ErrorPolicy.FAIL) {
        return FAIL + unusable;
      }
      log.fatal("not started; the application runs without it: " + unusable);
      return "";
    }
    String obstacle = Evidence.findObstacle(config.journal().directory());
    if (obstacle != null && config.onError() == ErrorPolicy.FAIL) {
      return FAIL + obstacle;
    }
    BridgeKey key = BridgeKey.claim();
    if (key == null) {
      if (config.onError() == ErrorPolicy.FAIL) {
        return FAIL + BridgeKey.TAKEN;
      }
      log.fatal("not started; the application runs without it: " + BridgeKey.TAKEN);
      return "";
    }
    start(key, argument, config, log, instrumentation, obstacle).announce();
    return "";
  }

  private static Attachment start(
      BridgeKey key,
      String argument,
      Config config,
      AgentLog log,
      Instrumentation instrumentation,
      @Nullable String obstacle) {
    try {
      Attachment attachment =
          new Attachment(key, ConfigSource.of(argument), config, log, instrumentation);
      attachment.start(obstacle);
      return attachment;
    } catch (Throwable failure) {
      key.release();
      throw failure;
    }
  }

  // Loaded early, since two threads in its initialiser can deadlock (JDK-8194653).
  private static void loadFileSystems() {
    FileSystems.getDefault();
  }

  private static String refused(ConfigException refused, AgentLog log) {
    if (refused.onError() == ErrorPolicy.FAIL) {
      return FAIL + refused.getMessage();
    }
    log.fatal("not started; the application runs without it. What is wrong:");
    for (ConfigProblem problem : refused.problems()) {
      log.fatal(problem.toString());
    }
    return "";
  }

  /**
   * Answers a request while no agent is attached; see the package {@code operate}. Runs on a thread
   * of its own, since the caller is a thread of the JVM, and libraries leave thread-locals behind.
   *
   * @param request words, including {@code command}
   * @return the answer
   */
  public static String request(Map<String, String> request, Instrumentation instrumentation)
      throws Exception {
    loadFileSystems();
    FutureTask<String> answer = new FutureTask<>(() -> answer(request, instrumentation));
    Thread thread = new AgentThread(answer, "understudy-request");
    thread.start();
    String text = answer.get();
    thread.join(1_000);
    return text;
  }

  private static String answer(Map<String, String> request, Instrumentation instrumentation) {
    String command = request.getOrDefault("command", "");
    switch (command) {
      case CountCommand.COMMAND:
        return CountRequest.answer(request, instrumentation);
      case "attach":
        return attach(request.getOrDefault("configuration", ""), instrumentation);
      case "status":
      case "pause":
      case "resume":
      case "reload":
      case "detach":
        return CommandReply.refused("Understudy is not attached to this JVM");
      default:
        return CommandReply.refused("this version of the agent has no command " + command);
    }
  }

  private static String attach(String argument, Instrumentation instrumentation) {
    Config config;
    try {
      config = ConfigLoader.load(argument);
    } catch (ConfigException refused) {
      return CommandReply.refused("nothing was attached. What is wrong:\n" + refused.getMessage());
    }
    String obstacle = Obstacles.find(config);
    if (obstacle != null) {
      return CommandReply.refused("nothing was attached: " + obstacle);
    }
    BridgeKey key = BridgeKey.claim();
    if (key == null) {
      return CommandReply.refused("nothing was attached: " + BridgeKey.TAKEN);
    }
    Attachment attachment = start(key, argument, config, new AgentLog(), instrumentation, null);
    return attachment.attachReply();
  }
}
