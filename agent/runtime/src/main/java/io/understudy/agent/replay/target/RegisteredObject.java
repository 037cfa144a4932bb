package io.understudy.agent.replay.target;

import io.understudy.agent.call.KnownObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object that the application has registered, or the object that a registered supplier has. */
final class RegisteredObject implements InstanceSource {
  private final String name;
  private final KnownObjects objects;
  private final Class<?> control;
  private volatile @Nullable Object used;

  /** Creates a source; {@code control} is the class of the control. */
  RegisteredObject(String name, KnownObjects objects, Class<?> control) {
    this.name = name;
    this.objects = objects;
    this.control = control;
  }

  @Override
  public Object find(Class<?> type) throws UnansweredException {
    Object object = choose(objects.registered(name));
    used = object;
    if (!type.isInstance(object) && object instanceof Supplier) {
      object = supplied((Supplier<?>) object, type);
    }
    if (!type.isInstance(object)) {
      throw new UnansweredException(
          "what is registered as "
              + name
              + " is a "
              + (object == null ? "null" : object.getClass().getName())
              + " and no "
              + type.getName());
    }
    return object;
  }

  /** Whether the application has registered another object in place of the one that was found. */
  @Override
  public boolean isStale() {
    Object known = used;
    boolean isKnown = known == null;
    for (Object each : objects.registered(name)) {
      isKnown |= each == known;
    }
    return !isKnown;
  }

  /** Prefers the object of the control's own deployment. */
  private Object choose(List<Object> all) throws UnansweredException {
    List<Object> own = new ArrayList<>();
    for (Object each : all) {
      if (each.getClass().getClassLoader() == control.getClassLoader()) {
        own.add(each);
      }
    }
    List<Object> left = own.isEmpty() ? all : own;
    if (left.isEmpty()) {
      throw new UnansweredException(
          "no candidate is registered as "
              + name
              + " yet; the application calls Understudy.candidate(\""
              + name
              + "\", …)");
    }
    if (left.size() > 1) {
      throw new UnansweredException(
          "several class loaders have registered a candidate as " + name + "; give each a name");
    }
    return left.get(0);
  }

  private @Nullable Object supplied(Supplier<?> supplier, Class<?> type)
      throws UnansweredException {
    Thread thread = Thread.currentThread();
    thread.setContextClassLoader(type.getClassLoader());
    try {
      return supplier.get();
    } catch (Throwable thrown) {
      throw new UnansweredException(
          "the supplier that is registered as " + name + " threw " + thrown.getClass().getName(),
          thrown);
    } finally {
      thread.setContextClassLoader(null);
    }
  }
}
