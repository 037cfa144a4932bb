package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PremainTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sun.tools.jps.Jps -l",
        "jdk.jcmd/sun.tools.jcmd.JCmd 1 help",
        "com.sun.tools.javac.Main A.java",
        "java.base/sun.security.tools.keytool.Main -list",
        "jdk.jlink/jdk.tools.jlink.internal.Main",
        "com.ibm.crypto.tools.KeyTool"
      })
  void toolOfTheJdk(String command) {
    assertThat(Premain.isJdkTool(command)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "com.acme.Main",
        "com.acme/com.acme.Main",
        "/opt/acme/app.jar start",
        "sunshine.Main",
        "org.jboss.modules.Main -mp modules",
        "com.sun.enterprise.glassfish.bootstrap.ASMain",
        "jdk.compiler/com.sun.tools.javac.launcher.Main App.java"
      })
  void application(String command) {
    assertThat(Premain.isJdkTool(command)).isFalse();
  }

  @Test
  void ownTool() {
    String agent = "/opt/my tools/understudy-agent.jar";
    String appended = agent + File.pathSeparator + agent;
    assertThat(Premain.isOwnTool(agent + " status 17", agent)).isTrue();
    assertThat(Premain.isOwnTool(agent, appended)).isTrue();
    assertThat(Premain.isOwnTool("understudy-report.jar j", "understudy-report.jar")).isTrue();
    assertThat(Premain.isOwnTool("app.jar", "app.jar" + File.pathSeparator + agent)).isFalse();
    assertThat(Premain.isOwnTool("com.acme.Main x", agent)).isFalse();
    assertThat(Premain.isOwnTool("com.acme/com.acme.Main", File.pathSeparator + agent)).isFalse();
    assertThat(Premain.isOwnTool("", "")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0", "1.8.0_31", "1.8.0_05-internal"})
  void tooOld(String version) {
    assertThat(Premain.isTooOld(version)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_40", "1.8.0_504", "1.8.0_372-internal", "11.0.33", "17", "25"})
  void newEnough(String version) {
    assertThat(Premain.isTooOld(version)).isFalse();
  }
}
