package io.understudy.agent.operate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent as its operator sees it. Thread-safe; the methods return when what was asked for is
 * done, and throw {@link OperationRefusedException} where it was not.
 */
public interface AgentOperations {
  /** How it stands, as a tree of maps, lists, texts, numbers and booleans; see {@link Status}. */
  Map<String, Object> status();

  /**
   * Sheds the calls of call points from now on, or takes them again.
   *
   * @param points their names; empty for all
   * @return what was done, in a sentence
   */
  String pause(List<String> points, boolean on) throws OperationRefusedException;

  /**
   * Reads the configuration anew.
   *
   * @param configuration another file with its overrides; null for the same file
   * @return what has changed, in sentences
   */
  String reload(@Nullable String configuration) throws OperationRefusedException;

  /**
   * Leaves the JVM.
   *
   * @return what was done, in sentences
   */
  String detach() throws OperationRefusedException;
}
