package io.understudy.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.log.Log;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MBeanRegistrationTest {
  private static final class StoredLog implements Log {
    final List<String> texts = new ArrayList<>();

    @Override
    public void info(String text) {
      texts.add(text);
    }

    @Override
    public void warn(String text) {
      texts.add("WARN " + text);
    }

    @Override
    public void warn(String text, Throwable cause) {
      texts.add("WARN " + text);
    }

    @Override
    public void warnOnce(String key, String text) {
      texts.add("WARN " + text);
    }

    @Override
    public void warnOnce(String key, String text, @Nullable Throwable cause) {
      texts.add("WARN " + text);
    }

    @Override
    public void fatal(String text) {
      texts.add("FATAL " + text);
    }
  }

  private final StoredLog log = new StoredLog();

  @Test
  void beanIsRegisteredOnceAndUnregistered() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("io.understudy:type=Agent");
    MBeanRegistration first = new MBeanRegistration(new FakeOperations(), log);
    MBeanRegistration second = new MBeanRegistration(new FakeOperations(), log);
    try {
      first.tryRegister();
      first.tryRegister();
      assertThat(server.getAttribute(name, "Version")).isEqualTo("1.2.3");
      CompositeData[] points = (CompositeData[]) server.getAttribute(name, "Points");
      assertThat(points[0].get("name")).isEqualTo("quote");

      second.tryRegister();
      second.close();
      assertThat(server.isRegistered(name)).isTrue();
    } finally {
      first.close();
    }
    assertThat(server.isRegistered(name)).isFalse();
    first.tryRegister();
    assertThat(server.isRegistered(name)).isFalse();
    assertThat(log.texts)
        .containsExactly(
            "MBean io.understudy:type=Agent registered",
            "WARN another MBean is called io.understudy:type=Agent already; this agent has none");
  }

  @Test
  void beanUnregisteredByTheApplicationIsLogged() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    MBeanRegistration registration = new MBeanRegistration(new FakeOperations(), log);
    registration.tryRegister();
    server.unregisterMBean(new ObjectName("io.understudy:type=Agent"));
    registration.close();
    assertThat(log.texts)
        .containsExactly(
            "MBean io.understudy:type=Agent registered",
            "WARN MBean io.understudy:type=Agent could not be unregistered:"
                + " javax.management.InstanceNotFoundException");
  }
}
