package io.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.Fate;
import io.understudy.rig.ChildJvm;
import io.understudy.rig.JvmSource;
import io.understudy.rig.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** L5: values at places that {@code redact} names are written to no file. */
final class RedactionIT {
  private static final String SECRET = "078-05-1120";

  private static final String[] APP = {
    "package app;\n"
        + "public class Person {\n"
        + "  String name = \"Ann\";\n"
        + "  String ssn;\n"
        + "  public Person(String ssn) { this.ssn = ssn; }\n"
        + "}\n",
    "package app;\n"
        + "import java.util.*;\n"
        + "public class Legacy {\n"
        + "  public Person find(Person in) { return new Person(in.ssn); }\n"
        + "  public Map<String, Integer> index(Person in) { return Collections.singletonMap(in.ssn, 1); }\n"
        + "  public String say(Person in) { return \"about \" + in.name; }\n"
        + "}\n",
    "package app;\n"
        + "import java.util.*;\n"
        + "public class Next {\n"
        + "  public Person find(Person in) { return new Person(in.ssn + \"!\"); }\n"
        + "  public Map<String, Integer> index(Person in) { return Collections.singletonMap(in.ssn, 2); }\n"
        + "  public String say(Person in) {\n"
        + "    throw new IllegalStateException(\"no person \" + in.ssn, new Error(in.ssn));\n"
        + "  }\n"
        + "}\n",
    "package app;\n"
        + "public class Main {\n"
        + "  public static void main(String[] args) {\n"
        + "    Legacy legacy = new Legacy();\n"
        + "    Person person = new Person(args[0]);\n"
        + "    legacy.find(person);\n"
        + "    legacy.index(person);\n"
        + "    legacy.say(person);\n"
        + "  }\n"
        + "}\n"
  };

  @TempDir Path directory;

  @ParameterizedTest(name = "Java {0}")
  @JvmSource({8, 17})
  void secretReachesNoFile(int java) throws Exception {
    ChildJvm jvm = ChildJvm.of(java, directory).app(APP);
    Run run =
        jvm.yaml(
                "application: test\n"
                    + "journal: { directory: "
                    + jvm.journalDirectory()
                    + ", redact: [\"/**/ssn\"] }\n"
                    + "calls:\n"
                    + point("find")
                    + point("index")
                    + point("say"))
            .run("app.Main", SECRET);
    for (String point : new String[] {"find", "index", "say"}) {
      assertThat(run.books(point).fate(Fate.MISMATCHED)).as(point + run).isEqualTo(1);
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(jvm.journalDirectory())) {
      files = all.collect(Collectors.toList());
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(2);
    for (Path file : files) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          .as(file.toString())
          .doesNotContain(SECRET);
    }
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
  }

  private static String point(String method) {
    return "  - { name: "
        + method
        + ", control: app.Legacy#"
        + method
        + ", candidate: app.Next#"
        + method
        + ", compare: { exceptions: { message: true } } }\n";
  }
}
