package io.understudy.agent.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The packages that are opened, and to which module. */
class JdkPackagesTest {
  private final List<Object[]> redefined = new ArrayList<>();

  private final Instrumentation instrumentation =
      (Instrumentation)
          Proxy.newProxyInstance(
              JdkPackagesTest.class.getClassLoader(),
              new Class<?>[] {Instrumentation.class},
              (proxy, method, arguments) -> {
                if (!method.getName().equals("redefineModule")) {
                  throw new UnsupportedOperationException(method.getName());
                }
                redefined.add(arguments);
                return null;
              });

  private static final Instrumentation REFUSING =
      (Instrumentation)
          Proxy.newProxyInstance(
              JdkPackagesTest.class.getClassLoader(),
              new Class<?>[] {Instrumentation.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException("this module cannot be redefined");
              });

  private static boolean hasModules() {
    try {
      Class.forName("java.lang.Module");
      return true;
    } catch (ClassNotFoundException java8) {
      return false;
    }
  }

  private static Object module(Class<?> type) throws Exception {
    return Class.class.getMethod("getModule").invoke(type);
  }

  @Test
  void onlyTheNeededPackagesAreOpenedAndOnlyToTheAgent() throws Exception {
    JdkPackages.open(instrumentation);
    if (!hasModules()) {
      assertThat(redefined).isEmpty();
      return;
    }
    assertThat(redefined).hasSize(1);
    Object[] arguments = redefined.get(0);
    assertThat(arguments[0]).isSameAs(module(Object.class));
    assertThat((Set<?>) arguments[1]).as("reads").isEmpty();
    assertThat((Map<?, ?>) arguments[2]).as("exports").isEmpty();
    Map<?, ?> opens = (Map<?, ?>) arguments[3];
    assertThat(opens.keySet().stream().map(String::valueOf))
        .containsExactlyInAnyOrder(
            "java.lang",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "jdk.internal.misc",
            "jdk.internal.reflect");
    assertThat(new ArrayList<Object>(opens.values()))
        .allSatisfy(
            to -> assertThat(to).isEqualTo(Collections.singleton(module(JdkPackages.class))));
    assertThat((Set<?>) arguments[4]).as("uses").isEmpty();
    assertThat((Map<?, ?>) arguments[5]).as("provides").isEmpty();
  }

  @Test
  void refusalOfTheJvmIsNoFailure() {
    assertThatCode(() -> JdkPackages.open(REFUSING)).doesNotThrowAnyException();
    assertThatCode(() -> ApplicationModules.open(REFUSING)).doesNotThrowAnyException();
  }

  /** The tests run on the class path, so the boot layer has no module of the application. */
  @Test
  void modulesOfTheJdkAreNotOpenedAsModulesOfTheApplication() throws Exception {
    ApplicationModules.open(instrumentation);
    for (Object[] arguments : redefined) {
      String name = String.valueOf(arguments[0]);
      assertThat(name).doesNotContain("java.base").doesNotContain("jdk.compiler");
    }
  }
}
