package io.understudy.agent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The class path of a candidate with a class loader of its own, and the packages that it shares
 * with the application. Two are equal if they lead to one class loader. Immutable.
 */
public final class IsolationConfig {
  private final List<String> written;
  private final List<Path> classPath;
  private final Set<String> shared;
  private final String state;

  /**
   * Creates a configuration.
   *
   * @param written the entries as the user has written them
   * @param classPath the jars and directories that they name, absolute, in order
   * @param shared the names of packages, each with all packages below it
   * @param state a text that changes if a file of the class path changes
   */
  public IsolationConfig(
      List<String> written, List<Path> classPath, Set<String> shared, String state) {
    this.written = Collections.unmodifiableList(new ArrayList<>(written));
    this.classPath = Collections.unmodifiableList(new ArrayList<>(classPath));
    this.shared = Collections.unmodifiableSet(new TreeSet<>(shared));
    this.state = state;
  }

  /** The jars and directories, absolute, in order. Unmodifiable. */
  public List<Path> classPath() {
    return classPath;
  }

  /** The shared packages, in alphabetical order. Unmodifiable. */
  public Set<String> shared() {
    return shared;
  }

  /** A text that changes if a file of the class path changes. */
  public String state() {
    return state;
  }

  /** Whether a class lies in a shared package or below one. */
  public boolean shares(String className) {
    for (String each : shared) {
      if (className.startsWith(each) && className.startsWith(".", each.length())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IsolationConfig
        && classPath.equals(((IsolationConfig) other).classPath)
        && shared.equals(((IsolationConfig) other).shared);
  }

  @Override
  public int hashCode() {
    return classPath.hashCode();
  }

  /** The class path and the shared packages as in the configuration. */
  @Override
  public String toString() {
    return "classpath " + written + (shared.isEmpty() ? "" : " shared " + shared);
  }
}
