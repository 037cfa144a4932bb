package io.understudy.agent.replay.target;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.WeakLoaderKey;
import io.understudy.value.RemovableClassValue;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The state of each deployment of an application. A deployment is a class loader that defines
 * controls. The state is stored in a ClassValue of the first class of the loader, so that the agent
 * holds no strong reference to the application. It is collected when the application is undeployed.
 * Thread-safe.
 */
final class Deployments {
  private final ConcurrentMap<WeakLoaderKey, WeakReference<Class<?>>> anchors =
      new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();

  private final RemovableClassValue<Deployment> deployments =
      new RemovableClassValue<Deployment>() {
        @Override
        protected Deployment compute(Class<?> anchor) {
          return new Deployment();
        }
      };

  /** The state of one deployment. */
  static final class Deployment {
    /** The lookups of the candidates, by call point. */
    final ConcurrentMap<CallPoint, TargetLookup> lookups = new ConcurrentHashMap<>();

    /** The instances of the candidates, by class and factory. */
    final ConcurrentMap<String, CandidateInstance> instances = new ConcurrentHashMap<>();
  }

  /** Returns the deployment of a control's class. */
  Deployment of(Class<?> control) {
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
    return deployments.get(anchor);
  }
}
