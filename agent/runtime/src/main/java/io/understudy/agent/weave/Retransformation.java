package io.understudy.agent.weave;

import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Has the JVM transform loaded classes anew. In two rounds: a class that was just being defined
 * when the weaver changed is in no list of loaded classes yet, and is found by the second. For one
 * thread of the agent.
 */
final class Retransformation {
  private final Instrumentation instrumentation;
  private final Predicate<Class<?>> concerned;
  private final NoticeQueue notices;
  private final Set<Class<?>> done = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Transforms the classes that are concerned, as the weaver stands by then. */
  Retransformation(
      Instrumentation instrumentation, Predicate<Class<?>> concerned, NoticeQueue notices) {
    this.instrumentation = instrumentation;
    this.concerned = concerned;
    this.notices = notices;
  }

  /** One round; the next one sees what was loaded since, and nothing twice. */
  void round() {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (concerned.test(loaded) && done.add(loaded)) {
        transform(loaded);
      }
    }
  }

  // One by one: the JVM refuses a whole batch for the sake of one class.
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

  /** How many classes were transformed, or refused by the JVM. */
  int count() {
    return done.size();
  }
}
