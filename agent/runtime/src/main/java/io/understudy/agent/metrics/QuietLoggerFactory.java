package io.understudy.agent.metrics;

import io.micrometer.common.util.internal.logging.InternalLogger;
import io.micrometer.common.util.internal.logging.InternalLoggerFactory;
import java.lang.reflect.Proxy;

/**
 * Discards Micrometer's messages, so that Micrometer initialises no logging system.
 *
 * <p>Micrometer provides factories for SLF4J and java.util.logging only, and no silent one.
 */
final class QuietLoggerFactory extends InternalLoggerFactory {
  @Override
  protected InternalLogger newInstance(String name) {
    // A proxy, because Micrometer's base class leaves 30 methods of the interface abstract.
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
