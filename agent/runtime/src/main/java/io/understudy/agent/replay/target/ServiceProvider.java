package io.understudy.agent.replay.target;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** A provider of a service that {@code ServiceLoader} finds by the candidate's class loader. */
final class ServiceProvider implements InstanceSource {
  private final @Nullable String provider;
  private final @Nullable ClassLoader loader;

  /**
   * Creates a source.
   *
   * @param provider the class name of the provider; null for the only one
   * @param loader the class loader of the candidates
   */
  ServiceProvider(@Nullable String provider, @Nullable ClassLoader loader) {
    this.provider = provider;
    this.loader = loader;
  }

  @Override
  public Object find(Class<?> type) throws UnansweredException {
    List<Object> found = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(loader);
    try {
      for (Object each : ServiceLoader.load(type, loader)) {
        names.add(each.getClass().getName());
        if (provider == null || provider.equals(each.getClass().getName())) {
          found.add(each);
        }
      }
    } catch (Throwable failure) {
      throw new UnansweredException(
          "the providers of " + type.getName() + " cannot be loaded: " + describe(failure),
          failure);
    } finally {
      thread.setContextClassLoader(null);
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new UnansweredException(
        names.isEmpty()
            ? "there is no provider of " + type.getName() + " in META-INF/services"
            : (found.isEmpty() ? "there is no provider " + provider : "there are several providers")
                + " of "
                + type.getName()
                + "; write one of them as bean: "
                + String.join(", ", names));
  }

  private static String describe(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure.getClass().getName()
        + (cause == null ? "" : " caused by " + cause.getClass().getName());
  }
}
