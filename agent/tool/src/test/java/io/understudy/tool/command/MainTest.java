package io.understudy.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  private static void wrongUsage(String message, String... arguments) {
    CommandRun line = CommandRun.run(arguments);

    assertThat(line.err).startsWith("understudy: " + message + "\nusage: ");
    assertThat(line.out).isEmpty();
    assertThat(line.code).isEqualTo(2);
  }

  @Test
  void wrongUsage() {
    wrongUsage("a command is missing");
    wrongUsage("there is no command chek; did you mean \"check\"?", "chek", "u.yaml");
    wrongUsage("there is no command install", "install");
    wrongUsage("check needs a configuration file", "check");
    wrongUsage("check takes one configuration file, not a and b", "check", "a", "b");
    wrongUsage("there is no option --clas", "check", "a", "--clas", "b");
    wrongUsage(
        "there is no option --claspath=b; did you mean \"--classpath\"?",
        "check",
        "a",
        "--claspath=b");
    wrongUsage("there is no option --jsn; did you mean \"--json\"?", "status", "--jsn");
    wrongUsage("there is no option --version", "check", "--version");
    wrongUsage("--classpath needs a class path after it", "check", "a", "--classpath");
    wrongUsage("-cp is given twice", "check", "a", "--classpath", "b", "-cp", "c");
    wrongUsage("--classpath is given twice", "check", "-cp", "c", "--classpath=b");
    wrongUsage("--json takes no value", "status", "--json=yes");
    wrongUsage("there is no command chek; did you mean \"check\"?", "help", "chek");
    wrongUsage("schema takes no arguments", "schema", "a");
    wrongUsage("--version takes no arguments", "--version", "a");
  }

  @Test
  void wrongUsageOfCommandsToARunningJvm() {
    wrongUsage("attach needs the process id of a JVM; status lists them", "attach");
    wrongUsage("attach needs a configuration file after the process id", "attach", "1");
    wrongUsage("attach takes one configuration file, not a and b", "attach", "1", "a", "b");
    wrongUsage("reload takes one configuration file, not a and b", "reload", "1", "a", "b");
    wrongUsage("detach takes no arguments after the process id, not a", "detach", "1", "a");
    wrongUsage("there is no option --json", "detach", "1", "--json");
  }

  @Test
  void argumentsWithSpecialCharacters() {
    CommandRun line = CommandRun.run("check", "@u.yaml;a=b");

    assertThat(line.err).startsWith("@u.yaml: there is no such file");
    assertThat(CommandRun.run("check", "-").err).startsWith("-: there is no such file");
    wrongUsage("--output needs a file after it", "suggest", "--output", "-cp", "a");
  }

  @Test
  void help() {
    for (String[] arguments : new String[][] {{"--help"}, {"-h"}, {"help"}}) {
      CommandRun line = CommandRun.run(arguments);

      assertThat(line.out)
          .startsWith("usage: java -jar understudy-agent.jar ")
          .contains("  check ", "  suggest ", "  schema ", "  attach ", "  status ", "  detach ")
          .contains("exit code: 0 everything fits, 1 something does not fit, 2 wrong usage");
      assertThat(line.out.split("\n")).allMatch(text -> text.length() <= 100);
      assertThat(line.code).isZero();
    }
  }

  @Test
  void helpOfACommand() {
    for (String[] arguments : new String[][] {{"check", "-h"}, {"help", "check"}}) {
      CommandRun line = CommandRun.run(arguments);

      assertThat(line.out)
          .startsWith(
              "usage: java -jar understudy-agent.jar check FILE[;key=value...] [--classpath"
                  + " PATH]\n")
          .contains("FILE", "--classpath");
      assertThat(line.err).isEmpty();
      assertThat(line.code).isZero();
    }
  }

  @Test
  void versionAndSchema() {
    assertThat(CommandRun.run("--version").out).startsWith("understudy ");
    assertThat(CommandRun.run("schema").out)
        .startsWith("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n")
        .endsWith("}\n");
  }
}
