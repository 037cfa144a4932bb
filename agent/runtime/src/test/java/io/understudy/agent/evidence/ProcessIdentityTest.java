package io.understudy.agent.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class ProcessIdentityTest {
  @Test
  void processId() {
    assertThat(ManagementFactory.getRuntimeMXBean().getName())
        .startsWith(ProcessIdentity.pid() + "@");
  }

  @Test
  void hostIsNotEmpty() {
    assertThat(ProcessIdentity.host()).isNotEmpty().doesNotContain("\n");
  }

  @Test
  void jvmAndOperatingSystem() {
    assertThat(ProcessIdentity.jvm())
        .isEqualTo(
            System.getProperty("java.vm.name")
                + " "
                + System.getProperty("java.runtime.version")
                + " ("
                + System.getProperty("java.vendor")
                + ")");
    assertThat(ProcessIdentity.os())
        .isEqualTo(
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch"));
  }
}
