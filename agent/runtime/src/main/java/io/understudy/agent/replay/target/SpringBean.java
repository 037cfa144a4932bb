package io.understudy.agent.replay.target;

import io.understudy.agent.call.KnownObjects;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bean of a Spring context, by its name or by its type. It is searched only in contexts that have
 * been refreshed, since looking for beans earlier would create them too early.
 */
final class SpringBean implements InstanceSource {
  private final @Nullable String name;
  private final KnownObjects objects;
  private final Class<?> control;
  private volatile @Nullable SpringContext used;

  /**
   * Creates a source.
   *
   * @param name the name of the bean; null for the only one of the type, or the primary one
   * @param control the class of the control
   */
  SpringBean(@Nullable String name, KnownObjects objects, Class<?> control) {
    this.name = name;
    this.objects = objects;
    this.control = control;
  }

  /** A bean that was found, not yet created. */
  private static final class Found {
    final SpringContext context;
    final String bean;

    Found(SpringContext context, String bean) {
      this.context = context;
      this.bean = bean;
    }

    @Override
    public String toString() {
      return bean + " in " + context;
    }
  }

  @Override
  public Object find(Class<?> type) throws UnansweredException {
    List<SpringContext> contexts = contexts(type);
    List<Found> ofType = new ArrayList<>();
    for (SpringContext each : contexts) {
      for (String bean : each.names(type)) {
        ofType.add(new Found(each, bean));
      }
    }
    List<Found> found = new ArrayList<>(ofType);
    if (name != null) {
      found.removeIf(each -> !each.bean.equals(name));
    }
    if (found.isEmpty()) {
      throw new UnansweredException(
          (name == null ? "no bean" : "no bean " + name)
              + " of a refreshed Spring context is a "
              + type.getName()
              + (ofType.isEmpty() ? "" : "; beans of the type: " + ofType));
    }
    SpringContext context = found.get(0).context;
    Object bean =
        found.size() == 1 ? context.bean(found.get(0).bean) : primary(type, context, found);
    used = context;
    return bean;
  }

  /** The bean that the application itself would get for the type. */
  private Object primary(Class<?> type, SpringContext context, List<Found> found)
      throws UnansweredException {
    boolean isOneContext = true;
    for (Found each : found) {
      isOneContext &= each.context == context;
    }
    Object primary = isOneContext ? context.primary(type) : null;
    if (primary == null) {
      throw new UnansweredException(
          "several beans are a "
              + type.getName()
              + (name == null ? "; write bean: with the name of one: " : "; found in: ")
              + found);
    }
    return primary;
  }

  /** Returns the refreshed contexts that see the candidate's class. */
  private List<SpringContext> contexts(Class<?> type) throws UnansweredException {
    List<Object> known = new ArrayList<>(objects.springContexts());
    SpringHolders.addContexts(control, known);
    List<SpringContext> contexts = new ArrayList<>();
    for (Object each : known) {
      SpringContext context = SpringContext.of(each);
      if (context != null && context.isActive() && context.sees(type)) {
        contexts.add(context);
      }
    }
    if (contexts.isEmpty()) {
      throw new UnansweredException(
          "no Spring context has been refreshed yet that has the class " + type.getName());
    }
    return contexts;
  }

  /**
   * Creates an object whose constructor gets beans of the context.
   *
   * @throws UnansweredException when there is no context or several, or a bean is missing
   */
  Object construct(Class<?> type) throws UnansweredException {
    List<SpringContext> contexts = contexts(type);
    if (contexts.size() > 1) {
      throw new UnansweredException(
          "several Spring contexts could construct " + type.getName() + ": " + contexts);
    }
    return contexts.get(0).create(type);
  }

  @Override
  public Object unwrap(Object instance) {
    SpringContext context = used;
    return context == null ? instance : context.target(instance);
  }

  @Override
  public boolean isStale() {
    SpringContext context = used;
    return context != null && !context.isActive();
  }
}
