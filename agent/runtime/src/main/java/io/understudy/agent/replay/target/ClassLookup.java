package io.understudy.agent.replay.target;

import org.jspecify.annotations.Nullable;

/** Loads classes of the application by name. Stateless. */
final class ClassLookup {
  private ClassLookup() {}

  /**
   * Loads a class as other classes of the loader see it, without initialising it.
   *
   * @param loader null for the bootstrap loader; the system class loader is used in its place
   * @throws UnansweredException when the class is not found or cannot be linked
   */
  static Class<?> load(String name, @Nullable ClassLoader loader) throws UnansweredException {
    ClassLoader from = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    try {
      return Class.forName(name, false, from);
    } catch (ClassNotFoundException missing) {
      throw new UnansweredException("class not found: " + name, missing);
    } catch (Throwable unlinkable) {
      // A class loader may be a class of the application and throw anything.
      throw new UnansweredException(
          "class " + name + " cannot be loaded: " + UnansweredFailures.description(unlinkable),
          unlinkable);
    }
  }
}
