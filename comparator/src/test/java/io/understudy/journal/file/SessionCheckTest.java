package io.understudy.journal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.journal.CloseEntry;
import io.understudy.journal.Fate;
import io.understudy.journal.JournalProblem;
import io.understudy.journal.PointTotals;
import io.understudy.journal.Samples;
import io.understudy.journal.SealEntry;
import io.understudy.journal.SessionEntry;
import io.understudy.journal.TallyEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the files of a session fit together, and how the seals of a file fit its lines. */
final class SessionCheckTest {
  @Test
  void filesInAnyOrderFitTogether() {
    FileSummary first = file("s", 1, null, "a");
    FileSummary second = file("s", 2, "a", "b");
    FileSummary third = closed(file("s", 3, "b", "c"), 0);
    assertThat(check(first, second, third)).isEmpty();
    assertThat(check(third, first, second)).isEmpty();
    assertThat(check()).isEmpty();
  }

  @Test
  void sessionsAreCheckedSeparately() {
    assertThat(
            check(
                closed(file("s", 1, null, "a"), 0),
                closed(file("t", 1, null, "b"), 0),
                file("u", 1, null, "c")))
        .containsExactly(
            "UNCLOSED u-1: session u has no close: it still runs, was killed, or its last files are"
                + " missing");
  }

  @Test
  void filesWithoutASessionAreIgnored() {
    assertThat(
            check(
                new FileSummary("refused", ReadBudget.unlimited()),
                closed(file("s", 1, null, "a"), 0)))
        .isEmpty();
  }

  @Test
  void gapsAreReportedWithTheirNumbers() {
    assertThat(check(closed(file("s", 2, "x", "a"), 0)))
        .containsExactly("MISSING s-2: file 1 of its session is missing");
    assertThat(check(file("s", 1, null, "a"), closed(file("s", 5, "d", "e"), 0)))
        .containsExactly("CHAIN s-5: files 2 to 4 of its session are missing");
  }

  @Test
  void repeatedNumberIsReportedAndTheTotalsAreNotChecked() {
    FileSummary copy = closed(file("s", 1, null, "a"), 99);
    assertThat(check(file("s", 1, null, "a"), copy))
        .containsExactly(
            "CHAIN s-1: is file 1 of its session, and so is s-1; its calls are counted twice");
  }

  @Test
  void placeInTheChainMustFitTheNumber() {
    assertThat(check(closed(file("s", 2, null, "a"), 0)))
        .containsExactly(
            "MISSING s-2: file 1 of its session is missing",
            "CHAIN s-2: is file 2 of its session, but names no predecessor");
    assertThat(check(closed(file("s", 1, "x", "a"), 0)))
        .containsExactly("CHAIN s-1: is the first file of its session, but names a predecessor");
  }

  @Test
  void filesOfDifferentJvmsCannotBelongToOneSession() {
    FileSummary second = closed(file("s", 2, "a", "b"), 0);
    second.session =
        SessionEntry.builder("billing", Samples.NOON.plusSeconds(1))
            .session("s")
            .file(2)
            .previous("a")
            .revision(2)
            .build();
    assertThat(check(file("s", 1, null, "a"), second))
        .containsExactly(
            "CHAIN s-2: has the session id of s-1, but its first line states another JVM or"
                + " another start: one of the two was replaced");
  }

  @Test
  void contestedFileHidesNoOtherProblem() {
    FileSummary contested =
        FileSummary.contested(
            "x", java.util.Objects.requireNonNull(file("s", 1, null, "a").session));
    assertThat(check(contested, closed(file("s", 2, "a", "b"), 5))).isEmpty();
  }

  @Test
  void moreEndedThanInterceptedCallsAreReported() {
    FileSummary file = file("s", 1, null, "a");
    file.add(TallyEntry.builder("quote", 1).intercepted(3).fate(Fate.MATCHED, 4).build());
    assertThat(check(file))
        .contains(
            "BOOKS s-1: more calls of quote ended than were intercepted: 3 intercepted,"
                + " {MATCHED=4}, -1 in flight");
  }

  @Test
  void otherPredecessorIsReported() {
    assertThat(check(file("s", 1, null, "a"), closed(file("s", 2, "x", "b"), 0)))
        .containsExactly(
            "CHAIN s-1: the last seal is not the one that file 2 names as its predecessor: the end"
                + " of this file was cut off, or one of the two was replaced");
    assertThat(check(file("s", 1, null, null), closed(file("s", 2, "x", "b"), 0))).hasSize(1);
    assertThat(check(file("s", 1, null, "a"), closed(file("s", 2, null, "b"), 0))).hasSize(1);
  }

  @Test
  void fileThatEndsWithoutASealHasNoSuccessor() {
    FileSummary torn = file("s", 1, null, "a");
    torn.endsUnsealed = true;
    assertThat(check(torn, closed(file("s", 2, "a", "b"), 0)))
        .containsExactly("CHAIN s-1: the file does not end with the seal that file 2 follows");
  }

  @Test
  void closedFileHasNoSuccessor() {
    assertThat(check(closed(file("s", 1, null, "a"), 0), closed(file("s", 2, "a", "b"), 0)))
        .containsExactly("CHAIN s-1: the file does not end with the seal that file 2 follows");
  }

  @Test
  void totalsOfAllFilesMustEqualTheClose() {
    FileSummary first = file("s", 1, null, "a");
    first.add(tally("quote", 3));
    first.add(tally("quote", 4));
    FileSummary second = file("s", 2, "a", "b");
    second.add(tally("quote", 5));
    assertThat(check(first, closed(second, 12))).isEmpty();
    assertThat(check(first, closed(second, 13)))
        .containsExactly(
            "BOOKS s-2: the tallies read add up to {quote=12 intercepted, {}, 12 in flight}, the"
                + " session closed with {quote=13 intercepted, {}, 13 in flight}");
  }

  @Test
  void pointOnlyInTheTalliesIsReported() {
    FileSummary file = file("s", 1, null, "a");
    file.add(tally("refund", 1));
    assertThat(check(closed(file, 0))).hasSize(1).first().asString().startsWith("BOOKS s-1: ");
  }

  @Test
  void totalsAreNotCheckedIfAFileIsMissing() {
    FileSummary last = closed(file("s", 2, "a", "b"), 99);
    assertThat(check(last)).containsExactly("MISSING s-2: file 1 of its session is missing");
  }

  @Test
  void summaryPrintsItsTotals() {
    FileSummary file = file("s", 1, null, "a");
    file.add(tally("quote", 3));
    assertThat(file).hasToString("s-1: {quote=3 intercepted, {}, 3 in flight}");
    assertThat(file.totals()).containsOnlyKeys("quote");
    assertThat(file.path()).isEqualTo("s-1");
  }

  @Test
  void sealHoldsForExactlyItsLines() {
    byte[] line = {'a', '\n'};
    String hash = Sha256.hex(Sha256.digest().digest(new byte[] {'a', '\n', 'a', '\n'}));
    byte[] seal = {'s', '\n'};
    ChainCheck holds = new ChainCheck(true);
    holds.addLine(line, 0, 2);
    holds.addLine(line, 0, 2);
    assertThat(holds.unsealedLines()).isEqualTo(2);
    assertThat(holds.checkSeal(new SealEntry(2, 4, hash), 3, seal, 0, 2)).isNull();
    assertThat(holds.unsealedLines()).isZero();

    ChainCheck fewer = new ChainCheck(true);
    fewer.addLine(line, 0, 2);
    assertThat(fewer.checkSeal(new SealEntry(2, 4, hash), 2, seal, 0, 2))
        .isEqualTo(
            "lines 1 to 1 are not those that were sealed: the file has 1 line and 2 bytes there,"
                + " the seal covers 2 and 4; a line or a seal was added or removed");
  }

  @Test
  void sealCoversTheSealBefore() {
    byte[] seal = {'s', '\n'};
    byte[] line = {'a', '\n'};
    ChainCheck check = new ChainCheck(true);
    check.addLine(line, 0, 2);
    String first = Sha256.hex(Sha256.digest().digest(line));
    assertThat(check.checkSeal(new SealEntry(1, 2, first), 2, seal, 0, 2)).isNull();
    check.addLine(line, 0, 2);
    assertThat(check.unsealedLines()).isEqualTo(1);
    String second = Sha256.hex(Sha256.digest().digest(new byte[] {'s', '\n', 'a', '\n'}));
    assertThat(check.checkSeal(new SealEntry(2, 4, second), 4, seal, 0, 2)).isNull();
    assertThat(check.checkSeal(new SealEntry(2, 4, second), 5, seal, 0, 2))
        .startsWith("lines 4 to 4 are not those that were sealed");
  }

  @Test
  void withoutHashesOnlyNumbersAreChecked() {
    byte[] line = {'a', '\n'};
    ChainCheck check = new ChainCheck(false);
    check.addLine(line, 0, 2);
    assertThat(check.checkSeal(new SealEntry(1, 2, "wrong"), 2, line, 0, 2)).isNull();
    assertThat(check.checkSeal(new SealEntry(1, 3, "wrong"), 3, line, 0, 2)).isNotNull();
  }

  /** A broken seal starts a new batch, so the following seals are still checked. */
  @Test
  void brokenSealDoesNotBreakTheNext() {
    byte[] line = {'a', '\n'};
    byte[] seal = {'s', '\n'};
    ChainCheck check = new ChainCheck(true);
    check.addLine(line, 0, 2);
    assertThat(check.checkSeal(new SealEntry(7, 7, "wrong"), 2, seal, 0, 2)).isNotNull();
    String hash = Sha256.hex(Sha256.digest().digest(seal));
    assertThat(check.checkSeal(new SealEntry(1, 2, hash), 3, seal, 0, 2)).isNull();
  }

  private static FileSummary file(
      String session, int number, @Nullable String previous, @Nullable String lastSeal) {
    FileSummary file = new FileSummary(session + "-" + number, ReadBudget.unlimited());
    file.session =
        SessionEntry.builder("billing", Samples.NOON)
            .session(session)
            .file(number)
            .previous(previous)
            .revision(2)
            .build();
    file.lastSeal = lastSeal;
    return file;
  }

  private static FileSummary closed(FileSummary file, long intercepted) {
    file.close =
        new CloseEntry(
            Samples.NOON,
            "test",
            intercepted == 0
                ? Collections.emptyMap()
                : Collections.singletonMap(
                    "quote", new PointTotals(intercepted, Collections.<Fate, Long>emptyMap())));
    return file;
  }

  private static TallyEntry tally(String point, long calls) {
    return TallyEntry.builder(point, 1).intercepted(calls).build();
  }

  private static List<String> check(FileSummary... files) {
    List<JournalProblem> problems = new ArrayList<>();
    JournalReader.check(Arrays.asList(files), problems::add);
    List<String> texts = new ArrayList<>();
    problems.forEach(problem -> texts.add(problem.kind() + " " + problem));
    return texts;
  }
}
