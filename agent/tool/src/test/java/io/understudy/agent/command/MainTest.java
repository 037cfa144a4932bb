package io.understudy.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  private static void wrongUsage(String message, String... arguments) {
    CommandLine line = CommandLine.run(arguments);

    assertThat(line.err).startsWith("understudy: " + message + "\nusage: ");
    assertThat(line.out).isEmpty();
    assertThat(line.code).isEqualTo(2);
  }

  @Test
  void wrongUsage() {
    wrongUsage("a command is missing");
    wrongUsage("there is no command chek", "chek", "u.yaml");
    wrongUsage("check needs a configuration file", "check");
    wrongUsage("check takes one configuration file, not a and b", "check", "a", "b");
    wrongUsage("there is no option --clas", "check", "a", "--clas", "b");
    wrongUsage("--classpath needs a class path after it", "check", "a", "--classpath");
    wrongUsage("-cp is given twice", "check", "a", "--classpath", "b", "-cp", "c");
    wrongUsage("schema takes no arguments", "schema", "a");
    wrongUsage("--version takes no arguments", "--version", "a");
  }

  @Test
  void help() {
    for (String[] arguments : new String[][] {{"--help"}, {"help"}, {"check", "-h"}}) {
      CommandLine line = CommandLine.run(arguments);

      assertThat(line.out)
          .startsWith("usage: java -jar understudy-agent.jar check FILE")
          .contains("exit code: 0 all fits, 1 something does not, 2 wrong usage");
      assertThat(line.out.split("\n")).allMatch(text -> text.length() <= 100);
      assertThat(line.code).isZero();
    }
  }

  @Test
  void versionAndSchema() {
    assertThat(CommandLine.run("--version").out).startsWith("understudy ");
    assertThat(CommandLine.run("schema").out)
        .startsWith("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n")
        .endsWith("}\n");
  }
}
