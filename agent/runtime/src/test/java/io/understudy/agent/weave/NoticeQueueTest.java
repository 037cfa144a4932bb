package io.understudy.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeQueueTest {
  private final NoticeQueue notices = new NoticeQueue();

  private List<String> drained() {
    List<String> lines = new ArrayList<>();
    notices.drain(notice -> lines.add(notice.toString()));
    return lines;
  }

  @Test
  void noticesAreDrainedInOrder() {
    notices.warn("first");
    notices.info("second");
    assertThat(drained()).containsExactly("WARN first", "INFO second");
    assertThat(drained()).isEmpty();
  }

  @Test
  void eachTextIsReportedOnceEvenAfterItWasDrained() {
    notices.warn("same");
    notices.info("same");
    assertThat(drained()).containsExactly("WARN same");
    notices.warn("same");
    assertThat(drained()).isEmpty();
  }

  @Test
  void numberOfDistinctTextsIsBounded() {
    for (int i = 0; i < 5_000; i++) {
      notices.warn("text " + i);
    }
    assertThat(drained()).hasSize(1_000).startsWith("WARN text 0").endsWith("WARN text 999");
  }

  @Test
  void warningNeedsAnAction() {
    notices.warn("a");
    notices.info("b");
    List<Boolean> warnings = new ArrayList<>();
    notices.drain(notice -> warnings.add(notice.isWarning()));
    assertThat(warnings).containsExactly(true, false);
  }
}
