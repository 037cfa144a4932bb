package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeavableControlsTest {
  private static String refusal(String className, String method, String... packages) {
    MethodRef control = new MethodRef(className, method, null);
    return WeavableControls.refusal(
        CallConfig.builder("p", control, control).packages(Arrays.asList(packages)).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Pricing",
        "com.acme.Outer$Inner",
        "Pricing",
        "javafx.Price",
        "sunny.Day",
        "com.acme.Wiring$$anon$1",
        "io.understudy.example.Pricing"
      })
  void weavable(String className) {
    assertThat(refusal(className, "quote")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.util.ArrayList | add | belongs to the JDK",
        "javax.sql.DataSource | getConnection | belongs to the JDK",
        "sun.misc.Unsafe | park | belongs to the JDK",
        "com.sun.Thing | go | belongs to the JDK",
        "io.understudy.agent.Agent | start | belongs to the agent itself",
        "io.understudy.bridge.Bridge | enter | belongs to the agent itself",
        "com.acme.Pricing$$EnhancerBySpringCGLIB$$1 | quote | is generated at run time",
        "com.sun.proxy.$Proxy12 | quote | belongs to the JDK",
        "com.acme.Pricing | <init> | is a constructor",
        "com.acme.Pricing | Pricing | is a constructor",
        "com.acme.Outer$Inner | Inner | is a constructor"
      })
  void refusedWithAReason(String className, String method, String reason) {
    assertThat(refusal(className, method)).startsWith(className).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.util.concurrent.Callable", "javax.sql.DataSource"})
  void jdkTypeWithPackagesIsATarget(String className) {
    assertThat(refusal(className, "call", "com.acme")).isEmpty();
  }
}
