package io.understudy.value.view;

/**
 * Supplies views for the classes of a library or an application. {@link Views#installed()} finds
 * providers with {@link java.util.ServiceLoader}. Implement it to use the comparator in your own
 * tests. The agent does not load providers; its users write {@code types:} in the configuration.
 */
public interface ViewProvider {
  /**
   * Adds views.
   *
   * @throws IllegalArgumentException when a class already has a view
   */
  void addTo(Views.Builder views);
}
