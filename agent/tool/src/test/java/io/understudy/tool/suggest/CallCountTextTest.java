package io.understudy.tool.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.counting.MethodCount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallCountTextTest {
  @ParameterizedTest
  @CsvSource({
    // calls, timed, nanos, threads
    "0, 0, 0, 0, '0 calls'",
    "1, 0, 0, 1, '1 call, about 1 thread'",
    "1234, 1, 999, 3, '1,234 calls, about 3 threads, 999 ns each'",
    "10, 1, 1000, 2, '10 calls, about 2 threads, 1 us each'",
    "10, 2, 1999998, 2, '10 calls, about 2 threads, 999 us each'",
    "10, 1, 1000000, 2, '10 calls, about 2 threads, 1.0 ms each'",
    "10, 2, 3000000, 2, '10 calls, about 2 threads, 1.5 ms each'",
    "10, 1, 999999999, 2, '10 calls, about 2 threads, 1000.0 ms each'",
    "10, 1, 1000000000, 2, '10 calls, about 2 threads, 1.0 s each'",
    "10, 1, 61500000000, 2, '10 calls, about 2 threads, 61.5 s each'",
  })
  void text(long calls, long timed, long nanos, int threads, String expected) {
    assertThat(OperationCalls.text(new MethodCount("a.B", "c()V", calls, timed, nanos, threads)))
        .isEqualTo(expected);
  }
}
