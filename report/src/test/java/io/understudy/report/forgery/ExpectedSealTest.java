package io.understudy.report.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.report.CommandLineRun;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a seal that was noted elsewhere shows of the forgeries whose seals all hold. */
class ExpectedSealTest {
  private static final int DAMAGED = 3;
  private static final Pattern SHA = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"");

  @TempDir Path directory;
  private final CommandLineRun line = new CommandLineRun();
  private GenuineJournal journal;
  private String last;
  private String first;

  @BeforeEach
  void write() {
    journal = GenuineJournal.write(directory);
    List<String> lines = journal.lines("l1");
    last = seal(lines.get(8));
    first = seal(lines.get(5));
  }

  /** Without the noted seal this looks genuine: a limit that journal-format.md states. */
  @Test
  void aBatchAppendedAfterTheNotedSealIsCountedApart() {
    append();
    assertThat(line.run("verify", directory.toString())).isZero();
    assertThat(verify(last)).isZero();
    assertThat(line.out())
        .contains(
            "up to it holds. After it: 2 lines of this file, 0 files, 1,000,000 intercepted"
                + " calls");
  }

  @Test
  void aBatchThatReplacesTheNotedSealIsDamage() {
    journal.editSealed("l1", lines -> lines.add(7, GenuineJournal.LIFT));
    assertThat(line.run("verify", directory.toString())).isZero();
    assertThat(verify(last)).isEqualTo(DAMAGED);
    assertThat(line.out()).contains("DAMAGE: --expect: the expected seal " + last + " is in none");
    assertThat(verify(first)).as("the earlier seal is still there").isZero();
    assertThat(line.out()).contains("After it: 4 lines of this file");
  }

  @Test
  void aFileCutBelowTheNotedSealIsDamage() {
    journal.edit("l1", lines -> lines.subList(6, 9).clear());
    assertThat(line.run("verify", directory.toString())).isZero();
    assertThat(verify(last)).isEqualTo(DAMAGED);
    assertThat(verify(first)).isZero();
  }

  @Test
  void aMissingFileIsDamage() {
    journal.delete("l1");
    assertThat(line.run("verify", directory.toString())).isZero();
    assertThat(verify(last)).isEqualTo(DAMAGED);
  }

  @Test
  void aSealOfAnotherSessionConfirmsOnlyThatSession() {
    append();
    String other = seal(journal.lines("c1").get(1));
    assertThat(verify(other)).isZero();
    assertThat(line.out())
        .contains(
            "everything of session closed up to it holds",
            "note: --expect: no expected seal is in session live: nothing shows that it was not"
                + " added or sealed again");
  }

  @Test
  void aCopyOfTheSealInAnotherSessionIsNoConfirmation() {
    // A forger knows the published seal, and writes it where it does not hold.
    journal.editSealed("l1", lines -> lines.add(7, GenuineJournal.LIFT));
    journal.edit("l1", lines -> lines.set(9, lines.get(9).replace(seal(lines.get(9)), last)));
    assertThat(verify(last)).isEqualTo(DAMAGED);
    assertThat(line.out()).contains("DAMAGE: --expect: the expected seal " + last + " is in none");
  }

  @Test
  void damageBelowTheNotedSealIsNamed() {
    journal.delete("c2");
    String closed = seal(journal.lines("c3").get(7));
    assertThat(verify(closed)).isEqualTo(DAMAGED);
    assertThat(line.out()).contains("what it covers does not hold: ");
  }

  @Test
  void sumsAfterTheSealStayPositive() {
    journal.editSealed(
        "l1",
        lines -> {
          for (int i = 0; i < 999; i++) {
            lines.add(9, GenuineJournal.LIFT.replace("1000000", "1000000000000"));
          }
          lines.add(lines.get(8));
        });
    assertThat(verify(last)).isZero();
    assertThat(line.out()).contains("999,000,000,000,000 intercepted calls");
  }

  private void append() {
    journal.editSealed(
        "l1",
        lines -> {
          lines.add(GenuineJournal.LIFT);
          lines.add(lines.get(8));
        });
  }

  private int verify(String seal) {
    return line.run("verify", directory.toString(), "--expect", seal);
  }

  private static String seal(String text) {
    Matcher matcher = SHA.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
