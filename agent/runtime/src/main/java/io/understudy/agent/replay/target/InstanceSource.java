package io.understudy.agent.replay.target;

import io.understudy.agent.call.KnownObjects;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.InstanceKind;
import org.jspecify.annotations.Nullable;

/**
 * Where the object comes from whose method is the candidate. It runs code of the application, on a
 * pool thread that the watchdog watches.
 */
interface InstanceSource {
  /**
   * Returns the object.
   *
   * @param type the class or interface that the configuration names
   * @throws UnansweredException when there is none yet, or several; the reason says what to do
   */
  Object find(Class<?> type) throws UnansweredException;

  /** Returns the object behind a proxy of the framework; the object itself if there is no proxy. */
  default Object unwrap(Object instance) {
    return instance;
  }

  /** Whether the object that was found may be used no longer, and must be searched again. */
  default boolean isStale() {
    return false;
  }

  /**
   * Returns the source that a configuration names.
   *
   * @param control the class of the control
   * @param loader the class loader of the candidate
   * @param holder the one instance that a constructor or factory makes
   */
  static InstanceSource of(
      CallConfig call,
      Class<?> control,
      @Nullable ClassLoader loader,
      KnownObjects objects,
      CandidateInstance holder) {
    InstanceKind kind = call.instance();
    String bean = call.bean();
    if (kind == null) {
      return type -> holder.get(type, call.factory(), null, call.timeout().toNanos());
    }
    switch (kind) {
      case SPRING:
        return new SpringBean(bean, objects, control);
      case SERVICES:
        return new ServiceProvider(bean, loader);
      case REGISTERED:
        return new RegisteredObject(bean == null ? call.name() : bean, objects, control);
      case STATIC:
        return type -> {
          throw new UnansweredException(
              call.candidate() + " is not static; remove instance: static");
        };
      case CONSTRUCT:
        SpringBean beans = new SpringBean(null, objects, control);
        return type -> holder.get(type, null, beans, call.timeout().toNanos());
    }
    throw new IllegalStateException(kind.toString());
  }
}
