package io.understudy.report.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.file.FileSelection;
import io.understudy.journal.file.JournalFile;
import io.understudy.journal.file.JournalReader;
import io.understudy.report.SampleJournals;
import io.understudy.report.render.JsonReport;
import io.understudy.report.summary.ReportPeriod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Merging is commutative and associative: every order gives the same report. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AggregateMergeTest {
  private static final ReportPeriod PERIOD = ReportPeriod.all(ZoneOffset.UTC);

  @TempDir static Path directory;
  private List<JournalFile> files = List.of();
  private String expected = "";

  @BeforeAll
  void sample() throws IOException {
    SampleJournals.write(directory, 4, 60);
    files = JournalReader.over(directory).files();
    Aggregate whole = new Aggregate(PERIOD);
    files.forEach(file -> file.read(whole));
    expected = text(whole);
  }

  @Test
  void sampleHasSeveralFilesAndDifferences() {
    assertThat(files).hasSizeGreaterThan(8);
    assertThat(expected).contains("\"signature\"").contains("\"examples\"");
  }

  @RepeatedTest(8)
  void mergeInAnyOrder(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Aggregate> parts = new ArrayList<>();
    for (JournalFile file : files) {
      Aggregate part = new Aggregate(PERIOD);
      file.read(part);
      parts.add(part);
    }
    Collections.shuffle(parts, random);
    while (parts.size() > 1) {
      Aggregate one = parts.remove(random.nextInt(parts.size()));
      parts.get(random.nextInt(parts.size())).merge(one);
    }
    assertThat(text(parts.get(0))).isEqualTo(expected);
  }

  @Test
  void numberOfThreadsDoesNotMatter() throws IOException {
    FileSelection all = JournalReader.over(directory).select();
    String one = text(new JournalAggregator(PERIOD, 1).read(all));
    assertThat(text(new JournalAggregator(PERIOD, 5).read(all))).isEqualTo(one);
  }

  private static String text(Aggregate aggregate) {
    return JsonReport.render(aggregate.summary(), Instant.EPOCH, "test");
  }
}
