package io.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.journal.JournalVisitor;
import io.understudy.journal.file.JournalReader;
import io.understudy.journal.file.JournalTooLargeException;
import io.understudy.journal.file.ReadBudget;
import io.understudy.report.aggregate.JournalAggregator;
import io.understudy.report.summary.ParitySummary;
import io.understudy.report.summary.ReportPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory is bounded whatever the files say, each of them and all together. */
class ReadBudgetReportTest {
  private static final int DAMAGED = 3;
  private static final long SMALL = 1 << 17;

  @TempDir Path directory;
  private final CommandLineRun line = new CommandLineRun();

  /** Each file is within the limits of a file. */
  @Test
  void callPointsOfManyFilesAreBounded() throws IOException {
    for (int file = 0; file < 6; file++) {
      int number = file;
      write("f" + file, 20_000, i -> tally("p" + number + "-" + i, 29_919_600));
    }
    Path last = directory.resolve("f5.jsonl");
    assertThat(line.run("verify", directory.toString())).isEqualTo(DAMAGED);
    assertThat(line.out())
        .contains(
            "DAMAGE: "
                + last
                + ":2: from here on the journals name more than 100000 different call points;"
                + " nothing was concluded.")
        .doesNotContain("holds");
    assertThat(line.run("report", directory.toString(), "--threads", "1")).isEqualTo(DAMAGED);
    assertThat(line.err()).startsWith(directory.toString()).contains(": from here on the journals");
  }

  @ParameterizedTest
  @CsvSource({
    "call points, 1000, p$, 29919600, ''",
    "days, 4000, p, +1440, ''",
    "signatures, 10, p, 29919600, signatures",
    "reasons, 10, p, 29919600, reasons",
    "explanations, 10, p, 29919600, explained",
  })
  void whatTheSumsKeepIsBounded(String what, int lines, String point, String minute, String field)
      throws IOException {
    write(
        "f",
        lines,
        i ->
            tally(
                    point.replace("$", "" + i),
                    minute.startsWith("+") ? 29_919_600L + 1_440L * i : Long.parseLong(minute))
                .replace("}}", field.isEmpty() ? "}}" : "},\"" + field + "\":" + texts(i) + "}"));
    assertThatThrownBy(() -> read(SMALL))
        .as(what)
        .isInstanceOfSatisfying(
            JournalTooLargeException.class,
            full -> {
              assertThat(full.file()).isEqualTo(directory.resolve("f.jsonl").toString());
              assertThat(full.line()).isPositive();
              assertThat(full.what())
                  .isEqualTo(
                      "from here on the journals say more than this reader keeps, about 1 MB of"
                          + " sums and texts");
            });
    assertThat(read(1L << 30).points()).isNotEmpty();
  }

  @Test
  void whatAVisitorKeepsNotIsNotCounted() throws IOException {
    write("f", 50_000, i -> tally("p", 29_919_600));
    assertThat(read(SMALL).overall().books().intercepted()).isEqualTo(50_000);
  }

  @Test
  void aSecondReadingWithoutABreachedSessionStartsAnew() throws IOException {
    write("a", 100, i -> tally("p" + i, 29_919_600));
    write("b", 100, i -> tally("p" + i, 29_919_600));
    Path damaged = directory.resolve("b.jsonl");
    Files.writeString(damaged, Files.readString(damaged).replaceFirst("\"p7\"", "\"p8\""));
    assertThat(read(1 << 20).overall().books().intercepted()).isEqualTo(100);
  }

  @Test
  void headsOfManyFilesAreBounded() throws IOException {
    for (int file = 0; file < 200; file++) {
      write("f" + file, 0, i -> "", "x".repeat(3_900));
    }
    assertThatThrownBy(
            () ->
                JournalReader.over(directory)
                    .within(ReadBudget.of(SMALL))
                    .read(new JournalVisitor() {}))
        .isInstanceOfSatisfying(
            JournalTooLargeException.class, full -> assertThat(full.line()).isEqualTo(1));
  }

  private ParitySummary read(long bytes) throws IOException {
    JournalReader reader = JournalReader.over(directory).within(ReadBudget.of(bytes));
    return new JournalAggregator(ReportPeriod.all(ZoneOffset.UTC), 1)
        .read(reader.select())
        .summary();
  }

  private static String tally(String point, long minute) {
    return "{\"entry\":\"tally\",\"point\":\""
        + point
        + "\",\"minute\":"
        + minute
        + ",\"intercepted\":1,\"fates\":{\"matched\":1}}";
  }

  private static String texts(int file) {
    StringBuilder texts = new StringBuilder("{");
    for (int i = 0; i < 2_000; i++) {
      texts.append(i == 0 ? "" : ",").append("\"t").append(file).append('-').append(i);
      texts.append("\":1");
    }
    return texts.append('}').toString();
  }

  private void write(String name, int lines, IntFunction<String> each) throws IOException {
    write(name, lines, each, "host");
  }

  private void write(String name, int lines, IntFunction<String> each, String host)
      throws IOException {
    StringBuilder text =
        new StringBuilder("{\"entry\":\"session\",\"format\":1,\"revision\":2,\"session\":\"")
            .append(name)
            .append("\",\"file\":1,\"previous\":null,\"start\":\"2026-11-20T12:00:00Z\",")
            .append("\"application\":\"billing\",\"host\":\"")
            .append(host)
            .append("\"}\n");
    for (int i = 0; i < lines; i++) {
      text.append(each.apply(i)).append('\n');
    }
    String batch = text.toString();
    Files.writeString(directory.resolve(name + ".jsonl"), batch + Sealing.seal(batch));
  }
}
