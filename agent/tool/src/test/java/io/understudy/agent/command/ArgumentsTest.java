package io.understudy.agent.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Arguments.Syntax SYNTAX =
      new Arguments.Syntax().option("a time", "--for", "-f").flag("--json");

  private static Arguments parsed(String... typed) throws Usage {
    return SYNTAX.parse(Arrays.asList(typed));
  }

  @Test
  void wordsBetweenOptions() throws Usage {
    Arguments arguments = parsed("17", "--for", "60s", "a", "--json", "-");

    assertThat(arguments.words()).containsExactly("17", "a", "-");
    assertThat(arguments.option("--for")).isEqualTo("60s");
    assertThat(arguments.has("--json")).isTrue();
  }

  @Test
  void valueInTheWordAndOtherSpelling() throws Usage {
    assertThat(parsed("--for=a=b").option("--for")).isEqualTo("a=b");
    assertThat(parsed("-f", "1s").option("--for")).isEqualTo("1s");
    assertThat(parsed("--for=").option("--for")).isEmpty();
  }

  @Test
  void optionsThatAreNotGiven() throws Usage {
    assertThat(parsed().option("--for")).isNull();
    assertThat(parsed().has("--json")).isFalse();
  }

  @Test
  void wrongOptions() {
    wrong("there is no option --jsn", "--jsn");
    wrong("--json takes no value", "--json=yes");
    wrong("--for needs a time after it", "--for");
    wrong("-f is given twice", "--for=1s", "-f", "2s");
  }

  private static void wrong(String message, String... typed) {
    assertThatThrownBy(() -> parsed(typed)).isInstanceOf(Usage.class).hasMessage(message);
  }
}
