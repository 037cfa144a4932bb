package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.tool.command.CommandRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckPageTest {
  @TempDir Path directory;

  private String file(String... lines) throws Exception {
    Path file = directory.resolve("understudy.yaml");
    Files.write(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    return file.toString();
  }

  @Test
  void wholePage() throws Exception {
    String file =
        file(
            "calls:",
            "  - name: quote",
            "    control: com.acme.legacy.PricingService#quote",
            "    candidate: com.acme.next.Pricing#priced",
            "    compare: { ignore: [/at], decimal: [/total] }",
            "  - name: total",
            "    control: com.acme.legacy.PricingService#totl",
            "    candidate: com.acme.next.Pricing#priced");

    CommandRun checking = CommandRun.run("check", file, "--classpath", CheckFixture.TEST_CLASSES);

    assertThat(checking.out.replaceAll("[0-9a-f]{64}", "(hash)"))
        .isEqualTo(
            String.join(
                "\n",
                file + ": 2 call points, configuration hash (hash)",
                "",
                "fits          quote",
                "  control    com.acme.legacy.PricingService#quote(com.acme.legacy.Cart,"
                    + " int): com.acme.legacy.Quote",
                "  candidate  com.acme.next.Pricing#priced(com.acme.legacy.Cart, int):"
                    + " com.acme.next.Pricing$Quotation",
                "  compare    mode value",
                "             ignore /at",
                "             tolerate /total within decimal",
                "  warning    ignore /at never applies: com.acme.legacy.Quote has no part at",
                "",
                "DOES NOT FIT  total",
                "  control    com.acme.legacy.PricingService#totl",
                "  candidate  com.acme.next.Pricing#priced",
                "  compare    mode value",
                "  error      com.acme.legacy.PricingService declares no method totl; did you"
                    + " mean \"total\"?",
                "",
                "1 of 2 call points fit.",
                ""));
    assertThat(checking.err).isEmpty();
    assertThat(checking.code).isEqualTo(1);
  }

  @Test
  void allFits() throws Exception {
    String file =
        file(
            "calls:",
            "  - { control: com.acme.legacy.PricingService#quote,",
            "      candidate: com.acme.next.Pricing#priced }");

    CommandRun checking = CommandRun.run("check", "--classpath=" + CheckFixture.TEST_CLASSES, file);

    assertThat(checking.out).endsWith("\n1 of 1 call point fits.\n");
    assertThat(checking.code).isZero();
  }

  @Test
  void configurationAlone() throws Exception {
    String file = file("calls: [ { control: a.Old#q, candidate: a.New#q } ]");

    CommandRun checking = CommandRun.run("check", file + ";replay.threads=3");

    assertThat(checking.out)
        .endsWith("\nThe methods were not checked: give --classpath to check them.\n");
    assertThat(checking.code).isZero();
  }

  @Test
  void wrongConfiguration() throws Exception {
    String file = file("replay: { threads: 0 }", "calls: [ { control: a.Old#q } ]");

    CommandRun checking = CommandRun.run("check", file, "--classpath", CheckFixture.TEST_CLASSES);

    assertThat(checking.out).isEmpty();
    assertThat(checking.err)
        .isEqualTo(
            file
                + ":1:20: replay.threads: expected a whole number from 1 to 256, found 0\n"
                + file
                + ":2:10: calls[0].candidate: is missing; name the new method, as in"
                + " com.acme.Pricing#quote\n"
                + "2 problems\n");
    assertThat(checking.code).isEqualTo(1);
  }

  @Test
  void missingConfiguration() {
    CommandRun checking = CommandRun.run("check", directory + "/u.yaml");

    assertThat(checking.err).isEqualTo(directory + "/u.yaml: there is no such file\n1 problem\n");
    assertThat(checking.code).isEqualTo(1);
  }
}
