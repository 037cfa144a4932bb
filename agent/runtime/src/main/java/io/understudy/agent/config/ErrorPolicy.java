package io.understudy.agent.config;

/** What happens to the application when the configuration is broken or the agent cannot start. */
public enum ErrorPolicy {
  /** The agent prints the reason and does nothing else; the application starts without it. */
  DISABLE,
  /**
   * The application does not start. For test environments, where an error in a log is overlooked.
   */
  FAIL
}
