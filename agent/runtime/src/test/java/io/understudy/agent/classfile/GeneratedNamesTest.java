package io.understudy.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Pricing$$EnhancerBySpringCGLIB$$1a2b",
        "com.acme.Pricing$$SpringCGLIB$$0",
        "com/acme/Pricing$$FastClassByGuice$$7",
        "com.acme.Pricing_$$_jvst1",
        "com.acme.Pricing$Proxy$_$$_WeldClientProxy",
        "com.sun.proxy.$Proxy12",
        "jdk/proxy2/$Proxy9",
        "com.acme.Order$HibernateProxy$Kx3",
        "com.acme.Order$ByteBuddy$x1",
        "com.acme.Pricing$MockitoMock$123",
        "com.acme.Main$$Lambda$14"
      })
  void generated(String name) {
    assertThat(GeneratedNames.is(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Pricing",
        "com.acme.Pricing$Inner",
        "com.acme.Pricing$1",
        "com/acme/Pricing$Inner$2",
        "com.acme.Orders$$anon$1",
        "com.acme.Orders$$anonfun$total$1",
        "com.acme.Proxy",
        ""
      })
  void written(String name) {
    assertThat(GeneratedNames.is(name)).isFalse();
  }
}
