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
 * What is kept for each deployment of an application: a class loader that defines controls. It is
 * kept with the first class of it that was asked about (ClassValue), since there is no other place
 * from which nothing of the agent's leads back to the application: when the application is
 * undeployed, it goes. Thread-safe.
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

  /** What is kept for one deployment. */
  static final class Deployment {
    /** What stands between call points and their candidates. */
    final ConcurrentMap<CallPoint, TargetLookup> bindings = new ConcurrentHashMap<>();

    /** The candidates' instances, by their classes and factories. */
    final ConcurrentMap<String, CandidateInstance> instances = new ConcurrentHashMap<>();
  }

  /** The deployment of a control's class. */
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
