package io.understudy.agent.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CallCountsTest {
  private static final String TEXT =
      "millis\t2500\nplace\tfile:/app/a b.jar\n"
          + "count\tcom.acme.Pricing\tquote(I)J\t12\t1\t800\t2\n"
          + "count\tcom.acme.Pricing\trate()J\t0\t0\t0\t0\n";

  @Test
  void countsAreWrittenAsLines() {
    CallCounts figures =
        new CallCounts(
            2_500,
            Arrays.asList(
                new MethodCount("com.acme.Pricing", "quote(I)J", 12, 1, 800, 2),
                new MethodCount("com.acme.Pricing", "rate()J", 0, 0, 0, 0)),
            Arrays.asList("file:/app/a b.jar"));

    assertThat(figures.toText()).isEqualTo(TEXT);
  }

  @Test
  void countsAreReadAgain() {
    CallCounts figures = CallCounts.of("done\n" + TEXT + "something\telse\n");

    assertThat(figures.toText()).isEqualTo(TEXT);
  }
}
