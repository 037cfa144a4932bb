package io.understudy.agent;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.config.BudgetConfig;
import io.understudy.agent.log.AgentLog;
import io.understudy.agent.operate.CommandReply;
import io.understudy.agent.weave.WeavingState;
import io.understudy.value.CountText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator on standard error, and in the reply to a request, what became of the call
 * points at the start and later. Thread-safe.
 */
final class Announcement {
  /** How long a control may stay unloaded before the operator is told. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int MOST_NAMED = 5;

  private final AgentLog log;

  /** The configuration for which unloaded controls were looked for; empty if for none. */
  private volatile String notedHash = "";

  Announcement(AgentLog log) {
    this.log = log;
  }

  /** Tells that the agent has started. */
  void start(Generation generation) {
    log.announce(started(generation));
  }

  /** Describes the attachment in one line: version, call points, journal, budget. */
  String started(Generation generation) {
    BudgetConfig budget = generation.config.budget();
    int woven = 0;
    int refused = 0;
    for (CallPoint point : generation.points) {
      WeavingState state = generation.capture.weavingState(point);
      woven += state.classes() > 0 ? 1 : 0;
      refused += isRefused(state) ? 1 : 0;
    }
    int waiting = generation.points.size() - woven - refused;
    return "started, version "
        + Version.current()
        + ", "
        + CountText.of(generation.points.size(), "call point")
        + " ("
        + woven
        + " armed, "
        + (waiting == 0 ? "" : waiting + " armed when their classes are loaded, ")
        + refused
        + " refused), journal in "
        + generation.config.journal().directory().toAbsolutePath()
        + ", budget cpu "
        + BudgetConfig.text(budget.cpu())
        + ", caller "
        + BudgetConfig.text(budget.caller())
        + ", log in "
        + log.file();
  }

  /** Returns the reply to a request to attach: refused if a call point is, and why. */
  String attachReply(Generation generation) {
    StringBuilder text = new StringBuilder(started(generation));
    log.info(text.toString());
    boolean isRefused = false;
    for (CallPoint point : generation.points) {
      WeavingState state = generation.capture.weavingState(point);
      isRefused |= isRefused(state);
      text.append("\n  ").append(point.name()).append(": ").append(describe(state, point));
    }
    return isRefused
        ? CommandReply.refused(
            "the agent is attached, but not all call points are armed; correct them and reload, or"
                + " detach it\n"
                + text)
        : CommandReply.done(text.toString());
  }

  private static boolean isRefused(WeavingState state) {
    return state.classes() == 0 && state.refusal() != null;
  }

  private static String describe(WeavingState state, CallPoint point) {
    if (state.classes() > 0) {
      return "armed, woven into " + CountText.of(state.classes(), "class", "classes");
    }
    return state.refusal() != null
        ? "REFUSED: " + state.refusal()
        : "armed when " + point.config().control().className() + " is loaded";
  }

  /**
   * Tells once for each configuration which controls were not loaded, since their names may be
   * wrong.
   *
   * @param since when the configuration was loaded
   */
  void noteUnloaded(Generation generation, Instant since) {
    if (Duration.between(since, Instant.now()).compareTo(PATIENCE) > 0) {
      noteUnloaded(generation);
    }
  }

  /** Tells it now, at the end of the JVM, unless it was told. */
  void noteUnloaded(Generation generation) {
    String hash = generation.config.hash();
    if (!hash.equals(notedHash)) {
      notedHash = hash;
      String unloaded = unloaded(generation);
      if (unloaded != null) {
        log.announce(unloaded);
      }
    }
  }

  /** What the command line shows of this JVM without asking it. */
  static Map<String, String> registration(Generation generation, Instant since) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("application", generation.config.application());
    words.put("version", Version.current());
    words.put("since", since.toString());
    return words;
  }

  /** Names the call points whose control was not loaded; null if all were. */
  private static @Nullable String unloaded(Generation generation) {
    List<String> names = new ArrayList<>();
    for (CallPoint point : generation.points) {
      WeavingState state = generation.capture.weavingState(point);
      if (state.classes() == 0 && state.refusal() == null) {
        names.add(point.name() + " (" + point.config().control().className() + ")");
      }
    }
    if (names.isEmpty()) {
      return null;
    }
    int more = names.size() - MOST_NAMED;
    return "no class of "
        + CountText.of(names.size(), "call point")
        + " was loaded so far: "
        + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
        + (more > 0 ? " and " + more + " more" : "")
        + "; if the application has used them, check the names with: java -jar"
        + " understudy-agent.jar check";
  }
}
