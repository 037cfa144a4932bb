package io.understudy.agent.weave;

import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes the JVM transform loaded classes again, in two rounds: a class that was being defined when
 * the weaver changed is not in the list of loaded classes yet, and the second round finds it. Not
 * thread-safe; for one thread of the agent.
 */
final class Retransformation {
  private final Instrumentation instrumentation;
  private final Predicate<Class<?>> concerned;
  private final NoticeQueue notices;
  private final Set<Class<?>> done = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Transforms the classes for which {@code concerned} is true. */
  Retransformation(
      Instrumentation instrumentation, Predicate<Class<?>> concerned, NoticeQueue notices) {
    this.instrumentation = instrumentation;
    this.concerned = concerned;
    this.notices = notices;
  }

  /** Runs one round: transforms the concerned classes that no earlier round has transformed. */
  void run() {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (concerned.test(loaded) && done.add(loaded)) {
        transform(loaded);
      }
    }
  }

  // One by one, since the JVM refuses a whole batch because of one class.
  private void transform(Class<?> loaded) {
    try {
      instrumentation.retransformClasses(loaded);
    } catch (Exception | LinkageError refused) {
      notices.warn(
          loaded.getName()
              + " was loaded already and could not be transformed, and stays as it was: "
              + refused);
    }
  }

  /** Returns the number of classes that the JVM has transformed or refused. */
  int count() {
    return done.size();
  }
}
