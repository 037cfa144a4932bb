package io.understudy.agent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of the JDK's collections in every state; {@code JdkCollectionsIT} does the same elsewhere. */
class ContainerStatesTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void copiesBehaveLikeTheirOriginals(long seed) throws Exception {
    assertThat(ContainerRun.check(seed)).isGreaterThan(300);
  }
}
