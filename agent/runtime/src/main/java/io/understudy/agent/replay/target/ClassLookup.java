package io.understudy.agent.replay.target;

import org.jspecify.annotations.Nullable;

/** Loads the application's classes by name. Stateless. */
final class ClassLookup {
  private ClassLookup() {}

  /**
   * A class as another class of that loader sees it; not initialised.
   *
   * @param loader null for the bootstrap loader, whose classes see the class path here
   * @throws UnansweredException when it is not found or cannot be linked
   */
  static Class<?> load(String name, @Nullable ClassLoader loader) throws UnansweredException {
    ClassLoader from = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    try {
      return Class.forName(name, false, from);
    } catch (ClassNotFoundException missing) {
      throw new UnansweredException("class not found: " + name, missing);
    } catch (Throwable unlinkable) {
      // Loaders are the application's code, and may throw anything.
      throw new UnansweredException(
          "class " + name + " cannot be loaded: " + unlinkable.getClass().getName(), unlinkable);
    }
  }
}
