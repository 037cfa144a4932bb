package io.understudy.agent.jmx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a JMX console sees of the agent, in open types. Thread-safe. */
public interface AgentMXBean {
  /** The agent's version. */
  String getVersion();

  /** When the agent was attached, ISO 8601 in UTC. */
  String getSince();

  /** The configuration's file. */
  String getConfiguration();

  /** The configuration's hash, as journals carry it. */
  String getConfigurationHash();

  /** Why the last reload was refused; null where it was not. */
  @Nullable String getLastReloadError();

  /** Where the journal is written to. */
  String getJournal();

  /** Calls that wait for a thread. */
  long getQueueCalls();

  /** The call points. */
  List<PointView> getPoints();

  /** All of this and more as JSON. */
  String status();

  /** Sheds the calls of some call points, named with commas between them; of all if empty. */
  String pause(String points);

  /** Takes the calls of paused call points again; named as for {@link #pause}. */
  String resume(String points);

  /** Reads the configuration anew; another file where one is named. */
  String reload(String fileOrEmpty);

  /** Takes the agent out of this JVM. */
  String detach();
}
