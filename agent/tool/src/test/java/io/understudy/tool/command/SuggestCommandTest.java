package io.understudy.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class SuggestCommandTest {
  private static String refusal(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(arguments, System.out, new PrintStream(err, true));
    assertThat(code).isEqualTo(Main.USAGE);
    return err.toString().split(System.lineSeparator())[0];
  }

  @Test
  void wrongUsage() {
    assertThat(refusal("suggest")).isEqualTo("understudy: suggest needs --packages com.acme");
    assertThat(refusal("suggest", "--packages", "a"))
        .isEqualTo("understudy: suggest needs --classpath PATH, or the process id of a JVM");
    assertThat(refusal("suggest", "-cp", "a", "--packages", "a", "--for", "3s"))
        .isEqualTo("understudy: --for needs the process id of a JVM");
    assertThat(refusal("suggest", "1", "--packages", "a", "--for", "2h"))
        .isEqualTo("understudy: --for takes a time from 1s to 60m, not 2h");
    assertThat(refusal("suggest", "1", "2", "--packages", "a"))
        .isEqualTo("understudy: suggest takes the process id of one JVM, not 1 2");
    assertThat(refusal("suggest", "-cp", "a"))
        .isEqualTo("understudy: suggest needs --packages com.acme");
    assertThat(refusal("suggest", "-cp", "a", "--packages", "a/b"))
        .isEqualTo("understudy: \"a/b\" is not the name of a package");
    assertThat(refusal("suggest", "-cp", "a", "--packages", "a", "--most=0"))
        .isEqualTo("understudy: --most takes a number from 1 on, not 0");
    assertThat(refusal("suggest", "b.jar", "--packages", "a"))
        .isEqualTo("understudy: suggest takes the process id of one JVM, not b.jar");
    assertThat(refusal("suggest", "--writes=1")).isEqualTo("understudy: --writes takes no value");
  }
}
