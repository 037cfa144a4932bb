package com.recordstore.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.recordstore.billing.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OracleTest {
  private static List<Tally> tallies;

  @BeforeAll
  static void ask() throws Exception {
    tallies = Oracle.ask(Main.DAYS, Main.SEED);
  }

  @Test
  void moreThanTwentyThousandCalls() {
    assertThat(tallies).hasSize(11);
    assertThat(tallies.stream().mapToLong(Tally::calls).sum()).isGreaterThan(20_000);
  }

  @Test
  void callsAgreeOrDisagree() {
    assertThat(tallies).allMatch(tally -> tally.calls() == tally.agreed() + tally.disagreed());
    assertThat(tallies).allMatch(tally -> tally.agreed() > tally.disagreed());
  }

  @Test
  void everyPlaceOfDisagreementIsInTheReadme() throws Exception {
    Map<String, Long> found = new TreeMap<>();
    for (Tally tally : tallies) {
      tally.places().forEach((place, calls) -> found.put(tally.name() + " " + place, calls));
    }

    assertThat(readme()).isEqualTo(found);
  }

  @Test
  void methodsWithoutAFault() {
    assertThat(tallies)
        .filteredOn(tally -> tally.disagreed() == 0)
        .extracting(Tally::name)
        .containsExactlyInAnyOrder("genresBought", "salesByCountry", "rateFor");
  }

  @Test
  void filesForOtherPrograms(@TempDir Path directory) throws Exception {
    Oracle.main(new String[] {directory.toString(), "10", "1"});

    assertThat(Files.readString(directory.resolve("oracle.json"))).startsWith("[{\"point\":\"");
    assertThat(Files.readAllLines(directory.resolve("oracle.csv")))
        .first()
        .isEqualTo("point,place,calls,agreed,disagreed");
  }

  /** The counts that the README's table of places states: {@code | `point` | `place` | 12 | …}. */
  private static Map<String, Long> readme() throws Exception {
    Map<String, Long> stated = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("../README.md"))) {
      String[] cells = line.split("\\|");
      if (cells.length > 4 && cells[1].contains("`") && cells[2].contains("`")) {
        String place = cells[1].replace("`", "").trim() + " " + cells[2].replace("`", "").trim();
        stated.put(place, Long.valueOf(cells[3].trim().replace(",", "")));
      }
    }
    return stated;
  }
}
