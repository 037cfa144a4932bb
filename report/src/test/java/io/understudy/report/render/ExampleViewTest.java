package io.understudy.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.JournalText;
import io.understudy.report.Summaries;
import io.understudy.report.render.value.ValueLines;
import io.understudy.report.summary.ExampleCall;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleViewTest {
  private static final String DIFFERENCE =
      "{`path`:`/tax`,`kind`:`VALUE`,`signature`:`/tax · VALUE`,`control`:2.50,`candidate`:2.51}";

  @TempDir Path directory;

  @Test
  void momentHostAndDurations() {
    assertThat(view("`controlNanos`:1200,`candidateNanos`:3400000,").meta())
        .isEqualTo("2026-11-01 10:00:01 on host-a · control took 1.20 µs, candidate 3.40 ms");
    assertThat(view("").meta()).isEqualTo("2026-11-01 10:00:01 on host-a");
    assertThat(view("`reason`:`sampled for you`,").meta())
        .isEqualTo("2026-11-01 10:00:01 on host-a · sampled for you");
  }

  @Test
  void argumentsOfBothSides() {
    ExampleView both = view("`arguments`:[1,`EUR`],");
    assertThat(both.argumentsTitle()).isEqualTo("2 arguments, as both sides received them");
    assertThat(texts(both.arguments())).containsExactly("1", "\"EUR\"");
    assertThat(both.given()).isEmpty();
    ExampleView own = view("`arguments`:[1],`given`:[7],");
    assertThat(own.argumentsTitle()).isEqualTo("1 argument, as the control received it");
    assertThat(texts(own.given())).containsExactly("7");
  }

  @Test
  void returnedValuesAreMarkedWhereTheyDiffer() {
    ExampleView view =
        view("`control`:{`returned`:{`tax`:2.50,`fee`:1}},`candidate`:{`returned`:{`tax`:2.51}},");
    assertThat(view.control().verb()).isEqualTo("returned");
    assertThat(view.control().lines())
        .containsExactly(
            new ValueLines.Line("{", false),
            new ValueLines.Line("  \"tax\": 2.50,", true),
            new ValueLines.Line("  \"fee\": 1", false),
            new ValueLines.Line("}", false));
    assertThat(view.candidate().lines()).contains(new ValueLines.Line("  \"tax\": 2.51", true));
  }

  @Test
  void exceptionWithItsCauses() {
    ExampleView view =
        view(
            "`control`:{`threw`:{`class`:`java.lang.IllegalStateException`,`message`:`paid`,"
                + "`causes`:[{`class`:`java.io.IOException`,`message`:`gone`}]}},");
    assertThat(view.control().verb()).isEqualTo("threw");
    assertThat(view.control().lines())
        .extracting(ValueLines.Line::text)
        .first()
        .asString()
        .contains("java.lang.IllegalStateException")
        .contains("paid");
  }

  @Test
  void missingOutcomes() {
    ExampleView view = view("");
    assertThat(view.control().verb()).isEqualTo("is not known");
    assertThat(view.candidate().verb()).isEqualTo("did not answer");
    assertThat(view.control().lines()).isEmpty();
  }

  @Test
  void rowOfADifference() {
    ExampleView.Row row = view("").rows().get(0);
    assertThat(row.path()).isEqualTo("/tax");
    assertThat(row.kind()).isEqualTo("VALUE");
    assertThat(row.control()).isEqualTo("2.50");
    assertThat(row.candidate()).isEqualTo("2.51");
    assertThat(row.delta()).isEmpty();
    assertThat(view("").hasRemarks()).isFalse();
  }

  @Test
  void deltaExplanationAndAcceptance() {
    ExampleView view =
        view(
            "",
            "{`path`:`/tax`,`kind`:`VALUE`,`signature`:`s`,`control`:1,`candidate`:2,`delta`:`1`,"
                + "`explained`:[`off by one`,`sign`]}",
            "{`path`:``,`kind`:`VALUE`,`signature`:`s`,`control`:1,`candidate`:2,`delta`:`-0.5`,"
                + "`accepted`:`R-1`}");
    assertThat(view.hasRemarks()).isTrue();
    assertThat(view.rows())
        .extracting(r -> r.path() + "|" + r.delta() + "|" + r.explained() + "|" + r.accepted())
        .containsExactly("/tax|+1|off by one, sign|", "(the whole result)|-0.5||R-1");
  }

  @Test
  void valueThatIsMissingOnOneSide() {
    ExampleView view =
        view(
            "",
            "{`path`:`/a`,`kind`:`MISSING`,`signature`:`s`,`control`:1,`candidate`:null}",
            "{`path`:`/b`,`kind`:`EXTRA`,`signature`:`s`,`control`:null,`candidate`:2}");
    assertThat(view.rows())
        .extracting(row -> row.control() + " " + row.candidate())
        .containsExactly("1 –", "– 2");
  }

  @Test
  void onlyTheFirstTwelveDifferencesAreListed() {
    String[] many = new String[13];
    Arrays.fill(many, DIFFERENCE);
    assertThat(view("", many).rows()).hasSize(12);
    assertThat(view("", many).moreDifferences()).isEqualTo("and 1 more difference in this call");
    assertThat(view("").moreDifferences()).isEmpty();
  }

  private ExampleView view(String more) {
    return view(more, DIFFERENCE);
  }

  private ExampleView view(String more, String... differences) {
    String arguments = more.contains("`arguments`") ? "" : ",`arguments`:[]";
    JournalText.of("a")
        .tally("quote", "2026-11-01T09:00:00Z", 1, "`mismatched`:1")
        .line(
            "{`entry`:`example`,`point`:`quote`,`fate`:`mismatched`,"
                + more.replace("%", "%%")
                + "`at`:`2026-11-01T09:00:01Z`,`differenceCount`:"
                + differences.length
                + ",`differences`:["
                + String.join(",", differences)
                + "]"
                + arguments
                + "}")
        .to(directory, "a.jsonl");
    ExampleCall example =
        Summaries.of(directory).signatures().isEmpty()
            ? Summaries.of(directory).points().get(0).acceptances().get(0).examples().get(0)
            : Summaries.of(directory).signatures().get(0).examples().get(0);
    return new ExampleView(example, ZoneId.of("Europe/Berlin"));
  }

  private static List<String> texts(List<List<ValueLines.Line>> values) {
    return values.stream().map(lines -> lines.get(0).text()).toList();
  }
}
