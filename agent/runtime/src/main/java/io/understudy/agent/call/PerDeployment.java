package io.understudy.agent.call;

import io.understudy.value.RemovableClassValue;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * A value for each deployment of an application. A deployment is a class loader that defines
 * controls. The value is stored in a ClassValue of the first class of the loader, so that the agent
 * holds no strong reference to the application. It is collected when the application is undeployed.
 * Thread-safe.
 *
 * @param <T> the type of the values
 */
public final class PerDeployment<T> {
  private final ConcurrentMap<WeakLoaderKey, WeakReference<Class<?>>> anchors =
      new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
  private final RemovableClassValue<T> values;

  /** Creates an empty collection; {@code maker} makes the value of a deployment. */
  public PerDeployment(Supplier<T> maker) {
    values =
        new RemovableClassValue<T>() {
          @Override
          protected T compute(Class<?> anchor) {
            return maker.get();
          }
        };
  }

  /** Returns the value for the deployment of a control's class. */
  public T of(Class<?> control) {
    for (Reference<?> dead = gone.poll(); dead != null; dead = gone.poll()) {
      anchors.remove(dead);
    }
    WeakLoaderKey key = new WeakLoaderKey(control.getClassLoader(), gone);
    WeakReference<Class<?>> known = anchors.get(key);
    Class<?> anchor = known == null ? null : known.get();
    if (anchor == null) {
      WeakReference<Class<?>> first = anchors.putIfAbsent(key, new WeakReference<>(control));
      Class<?> other = first == null ? null : first.get();
      anchor = other == null ? control : other;
    }
    return values.get(anchor);
  }
}
