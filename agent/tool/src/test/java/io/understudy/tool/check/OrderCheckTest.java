package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.tool.command.CommandRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order keys that lead to a leaf, and those that do not. */
class OrderCheckTest {
  private static final String[] SOURCES = {
    "package a; public class Account { long number; Owner owner; java.util.List<String> tags;"
        + " public static class Owner { String name; } }",
    "package a; public class Old { String tenant; public int book(Account account, int amount)"
        + " { return 0; } public static int add(int a) { return 0; } }",
    "package a; public class New { public int book(Account account, int amount) { return 0; }"
        + " public static int add(int a) { return 0; } }",
  };

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "book | /arguments/0/number |",
        "book | /arguments/0/owner/name |",
        "book | /arguments/0/tags/3 |",
        "book | /arguments/1 |",
        "book | this/tenant |",
        "add | /arguments/0 |",
        "book | /arguments/2 | has no argument 2; its arguments are 0 to 1",
        "book | /arguments/0 | is no text, number, enum constant, UUID or time; name one of its"
            + " parts",
        "book | /arguments/0/nubmer | has no part nubmer; did you mean \"number\"?",
        "book | /arguments/0/tags | is no text, number, enum constant, UUID or time",
        "book | this/tenent | has no part tenent; did you mean \"tenant\"?",
        "add | this/tenant | is static, so there is no this",
      })
  void keyLeadsToALeaf(String method, String key, String error) throws Exception {
    String classes = Sources.compile(directory.resolve("classes"), SOURCES).toString();
    Path file = directory.resolve("understudy.yaml");
    String yaml =
        "calls: [ { control: a.Old#"
            + method
            + ", candidate: a.New#"
            + method
            + ", order: { key: "
            + key
            + " } } ]";
    Files.write(file, yaml.getBytes(StandardCharsets.UTF_8));

    CommandRun run = CommandRun.run("check", file.toString(), "--classpath", classes);

    if (error == null) {
      assertThat(run.out).doesNotContain("error").contains("order      " + key);
    } else {
      assertThat(run.out).contains("error      order key " + key + ": ").contains(error);
    }
  }
}
