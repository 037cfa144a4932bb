package io.understudy.agent.operate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a running agent. Thread-safe. A method returns when its operation is complete,
 * and throws {@link OperationRefusedException} when the operation was not carried out.
 */
public interface AgentOperations {
  /**
   * Returns the status as a tree of maps, lists, texts, numbers and booleans; see {@link Status}.
   */
  Map<String, Object> status();

  /**
   * Pauses or resumes call points; a paused call point sheds its calls.
   *
   * @param points names of call points; empty for all
   * @param on true to pause, false to resume
   * @return one sentence that says what was done
   * @throws OperationRefusedException when a name is unknown
   */
  String pause(List<String> points, boolean on) throws OperationRefusedException;

  /**
   * Loads the configuration again.
   *
   * @param configuration another file with its overrides; null for the same file
   * @return sentences that say what has changed
   * @throws OperationRefusedException when the configuration cannot be used
   */
  String reload(@Nullable String configuration) throws OperationRefusedException;

  /**
   * Removes the agent from the JVM.
   *
   * @return sentences that say what was done
   * @throws OperationRefusedException when the agent cannot be removed
   */
  String detach() throws OperationRefusedException;
}
