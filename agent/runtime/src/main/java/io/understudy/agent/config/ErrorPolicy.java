package io.understudy.agent.config;

/** What a broken configuration, or an agent that cannot start, does to the application. */
public enum ErrorPolicy {
  /**
   * The agent says why and stays out of the way; the application starts as if it were not there.
   */
  DISABLE,
  /** The application does not start. For test environments, where nobody reads logs. */
  FAIL
}
