package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.snapshot.Copier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
  @Test
  void warmUpReportsNoFailure() {
    List<String> said = new ArrayList<>();
    List<Object[]> copied = new ArrayList<>();
    Copier copier = new Copier();
    WarmUp.play(
        (live, meter, later) -> {
          copied.add(copier.copy(live, meter));
          return copied.get(copied.size() - 1);
        },
        said::add);
    assertThat(said).isEmpty();
    assertThat(copied).hasSize(4);
  }

  @Test
  void failureDuringTheWarmUpIsReportedAndNotThrown() {
    List<String> said = new ArrayList<>();
    WarmUp.play(
        (live, meter, later) -> {
          throw new IllegalStateException("broken");
        },
        said::add);
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).contains("rehearsal").contains("IllegalStateException");
  }
}
