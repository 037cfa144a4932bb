package io.understudy.agent.snapshot;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.Method;

/** Defines hidden classes, by reflection because these tests are Java 8. */
final class HiddenClasses {
  private HiddenClasses() {}

  /** Defines a class of this package; needs Java 15. */
  static Class<?> define(byte[] code) throws ReflectiveOperationException {
    Class<?> option = Class.forName("java.lang.invoke.MethodHandles$Lookup$ClassOption");
    Method define =
        MethodHandles.Lookup.class.getMethod(
            "defineHiddenClass",
            byte[].class,
            boolean.class,
            Array.newInstance(option, 0).getClass());
    MethodHandles.Lookup hidden =
        (MethodHandles.Lookup)
            define.invoke(MethodHandles.lookup(), code, true, Array.newInstance(option, 0));
    return hidden.lookupClass();
  }
}
