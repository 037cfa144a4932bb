package io.understudy.value.view;

/**
 * Says how the classes of a library or an application are seen; found by {@link
 * java.util.ServiceLoader} when {@link Views#installed()} is asked for. For those who use the
 * comparator in their own tests: the agent never looks for providers, its users write {@code
 * types:} in the configuration.
 */
public interface ViewProvider {
  /** Adds what this has to say. A class that something was said of already is refused. */
  void addTo(Views.Builder views);
}
