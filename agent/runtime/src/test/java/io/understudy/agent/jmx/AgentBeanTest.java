package io.understudy.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;

final class AgentBeanTest {
  private final FakeOperations agent = new FakeOperations();
  private final AgentBean bean = new AgentBean(agent);

  @Test
  void attributesAreThoseOfTheStatus() {
    assertThat(bean.getVersion()).isEqualTo("1.2.3");
    assertThat(bean.getSince()).isEqualTo("2026-11-20T21:40:00Z");
    assertThat(bean.getConfiguration()).isEqualTo("/etc/u.yaml");
    assertThat(bean.getConfigurationHash()).isEqualTo("b77d");
    assertThat(bean.getJournal()).isEqualTo("/var/lib/understudy");
    assertThat(bean.getQueueCalls()).isEqualTo(5);
  }

  @Test
  void lastReloadErrorIsNullWithoutAnError() {
    assertThat(bean.getLastReloadError()).isNull();
    agent.reloadError = "u.yaml:1:1: kontrol";
    assertThat(bean.getLastReloadError()).isEqualTo("u.yaml:1:1: kontrol");
  }

  @Test
  void callPoint() {
    PointView point = bean.getPoints().get(0);
    assertThat(point.getName()).isEqualTo("quote");
    assertThat(point.getState()).isEqualTo("armed");
    assertThat(point.getControl()).isEqualTo("a.Old#q");
    assertThat(point.getCandidate()).isEqualTo("a.New#q");
    assertThat(point.getRefusal()).isNull();
    assertThat(point.getWovenClasses()).isEqualTo(2);
    assertThat(point.getIntercepted()).isEqualTo(7);
    assertThat(point.getInFlight()).isEqualTo(3);
    assertThat(point.getFates()).containsOnlyKeys("matched").containsValue(4L);
  }

  @Test
  void callPointWithoutCounts() {
    PointView point = new PointView(Collections.singletonMap("refusal", "no bridge"));
    assertThat(point.getRefusal()).isEqualTo("no bridge");
    assertThat(point.getWovenClasses()).isZero();
    assertThat(point.getIntercepted()).isZero();
    assertThat(point.getInFlight()).isZero();
    assertThat(point.getFates()).isEmpty();
  }

  /** Consoles pass null or blanks for an empty parameter. */
  @Test
  void emptyParameters() {
    assertThat(bean.pause(null)).isEqualTo("paused");
    bean.resume(" ");
    bean.pause(" quote,total ");
    bean.reload(null);
    bean.reload("/u.yaml");
    assertThat(bean.detach()).isEqualTo("detached");
    assertThat(agent.requests)
        .containsExactly(
            "pause []",
            "resume []",
            "pause [quote, total]",
            "reload null",
            "reload /u.yaml",
            "detach");
  }

  @Test
  void refusalIsAnExceptionOfTheJdkWithTheReason() {
    assertThatThrownBy(() -> bean.pause("x"))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("there is no call point x");
  }

  @Test
  void statusIsJson() {
    assertThat(bean.status()).startsWith("{\n  \"version\": \"1.2.3\",\n").endsWith("}");
  }
}
