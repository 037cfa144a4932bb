package io.understudy.agent.jmx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent's attributes and operations in JMX, in open types. Thread-safe. An operation throws
 * {@link IllegalStateException} with the reason when it is refused.
 */
public interface AgentMXBean {
  /** The agent's version. */
  String getVersion();

  /** The time at which the agent was attached, ISO 8601 in UTC. */
  String getSince();

  /** The configuration's file. */
  String getConfiguration();

  /** The configuration's hash, as journals carry it. */
  String getConfigurationHash();

  /** Why the last reload was refused; null if it was not refused. */
  @Nullable String getLastReloadError();

  /** The hash of the journal's last seal; empty before the first flush. */
  String getLastSeal();

  /** The directory of the journal. */
  String getJournal();

  /** The number of calls that wait for a replay thread. */
  long getQueueCalls();

  /** The number of flushes of the journal; it grows as long as the agent counts. */
  long getFlushes();

  /** The time in seconds since the last flush that has succeeded. */
  long getSecondsSinceFlush();

  /** The number of call points that take calls now. */
  long getArmedPoints();

  /** The processors that the pool and the agent may use now, in thousandths. */
  long getBudgetMilliAllowed();

  /** The processors that the pool and the agent use, in thousandths. */
  long getBudgetMilliUsed();

  /** What shows that the application needs the processors, so that the pool gives way. */
  List<String> getBudgetSigns();

  /** How often threads of the agent have died and were started again. */
  long getThreadRestarts();

  /** The threads that candidates do not return from, with their stacks. */
  List<StuckThreadEntry> getStuckThreads();

  /** The call points. */
  List<PointView> getPoints();

  /** The complete status as JSON. */
  String status();

  /**
   * Pauses call points, which then shed their calls.
   *
   * @param points names separated by commas; empty or null for all call points
   */
  String pause(@Nullable String points);

  /**
   * Resumes paused call points, named as for {@link #pause}. A call point that is off, as its
   * candidate has spun, is turned on only if it is named.
   */
  String resume(@Nullable String points);

  /** Loads the configuration again, from another file if one is named. */
  String reload(@Nullable String fileOrEmpty);

  /** Removes the agent from this JVM. */
  String detach();
}
