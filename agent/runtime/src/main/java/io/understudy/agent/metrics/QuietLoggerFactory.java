package io.understudy.agent.metrics;

import io.micrometer.common.util.internal.logging.InternalLogger;
import io.micrometer.common.util.internal.logging.InternalLoggerFactory;
import java.lang.reflect.Proxy;

/** Keeps Micrometer from looking for a logging system; what it has to say is not said. */
final class QuietLoggerFactory extends InternalLoggerFactory {
  @Override
  protected InternalLogger newInstance(String name) {
    // A proxy, for want of a base class: 35 methods of which one is not the same.
    return (InternalLogger)
        Proxy.newProxyInstance(
            InternalLogger.class.getClassLoader(),
            new Class<?>[] {InternalLogger.class},
            (proxy, method, arguments) -> {
              Class<?> type = method.getReturnType();
              return type == boolean.class ? (Object) false : type == String.class ? name : null;
            });
  }
}
