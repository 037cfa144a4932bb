package io.understudy.bridge;

import java.util.List;

/**
 * What an application may call. It works with and without an attached agent, as soon as the agent's
 * jar was started in the JVM once; its classes are then on the boot class path.
 */
public final class Understudy {
  private Understudy() {}

  /**
   * Registers the object whose method is a candidate, for call points with {@code instance:
   * registered}. A later registration of the name from the same class loader replaces it. The
   * object is kept as long as the class loader of its class.
   *
   * @param name the name of the call point, or the {@code bean:} of its candidate
   * @param candidate the object; or a {@code java.util.function.Supplier} of it, which the agent
   *     calls on one of its threads at the first call
   */
  public static void candidate(String name, Object candidate) {
    ApplicationObjects.register(name, candidate);
  }

  /** Returns the objects that were registered under a name, by one class loader each. */
  public static List<Object> candidates(String name) {
    return ApplicationObjects.registered(name);
  }
}
