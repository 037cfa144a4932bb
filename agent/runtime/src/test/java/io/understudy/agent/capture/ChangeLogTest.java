package io.understudy.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChangeLogTest {
  private final ChangeLog log = new ChangeLog();

  @Test
  void namesAreNumberedOnce() {
    assertThat(log.number("a.B.set")).isEqualTo(1);
    assertThat(log.number("a.B.put(k)")).isEqualTo(2);
    assertThat(log.number("a.B.set")).isEqualTo(1);
    assertThat(log.name(2)).isEqualTo("a.B.put(k)");
    assertThat(log.name(Integer.MAX_VALUE)).isEqualTo("a setter of the whole JVM");
  }

  @Test
  void keysAreBounded() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String name = log.bounded("a.B.put(" + i + ")");
      log.number(name);
      names.add(name);
    }
    assertThat(names).hasSizeLessThan(60).contains("a.B.put");
  }
}
