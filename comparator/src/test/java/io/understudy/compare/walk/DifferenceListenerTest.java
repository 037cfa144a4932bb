package io.understudy.compare.walk;

import static io.understudy.compare.walk.SampleTypes.list;
import static io.understudy.compare.walk.SampleTypes.map;
import static io.understudy.value.PathPattern.parse;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceListener;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.compare.rule.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** At the end of a comparison, its listener has received the differences that it contains. */
class DifferenceListenerTest {
  private static final class Recorder implements DifferenceListener {
    final List<String> received = new ArrayList<>();
    private final Predicate<Difference> accepted;

    Recorder(Predicate<Difference> accepted) {
      this.accepted = accepted;
    }

    @Override
    public @Nullable String acceptanceIdOf(Difference difference) {
      received.add(line(difference));
      return accepted.test(difference) ? "A-1" : null;
    }

    @Override
    public @Nullable Object mark() {
      return received.size();
    }

    @Override
    public void rollBack(@Nullable Object since) {
      // A mark of an empty collector is null.
      int size = since == null ? 0 : (Integer) since;
      received.subList(size, received.size()).clear();
    }
  }

  private static String line(Difference difference) {
    return difference.path() + " " + difference.kind();
  }

  private static List<String> lines(Comparison comparison) {
    return comparison.differences().stream().map(DifferenceListenerTest::line).collect(toList());
  }

  private static final Differ PLAIN = Differ.with(Rules.none());

  @Provide
  Arbitrary<Object> trees() {
    return RandomValues.trees(RandomValues.numbers());
  }

  @Property(tries = 500)
  void receivedDifferencesAreThoseOfTheComparison(
      @ForAll("trees") Object a, @ForAll("trees") Object b) {
    for (Differ differ :
        Arrays.asList(
            PLAIN,
            Differ.with(Rules.builder().unordered(parse("/**")).build()),
            Differ.with(
                Rules.builder().tolerateAbsolute(parse("/**"), new BigDecimal("0.25")).build()))) {
      Recorder recorder = new Recorder(difference -> false);
      Comparison comparison = differ.compare(a, b, recorder);

      assertThat(recorder.received).isEqualTo(lines(comparison));
      assertThat(comparison.toString()).isEqualTo(differ.compare(a, b).toString());
    }
  }

  @Test
  void realignedListReplacesTheDifferencesByIndex() {
    Recorder recorder = new Recorder(difference -> false);
    PLAIN.compare(
        map("before", 1, "list", list(1, 2, 3, 4), "x", 1),
        map("before", 2, "list", list(0, 1, 2, 3, 4), "x", 2),
        recorder);

    assertThat(recorder.received)
        .containsExactlyInAnyOrder("/before VALUE", "/list/0 EXTRA", "/x VALUE");
  }

  @Test
  void listWhoseDifferencesAreAllAcceptedIsNotRealigned() {
    Recorder recorder = new Recorder(difference -> true);
    Comparison comparison = PLAIN.compare(list(1, 2, 3), list(0, 1, 2), recorder);

    assertThat(comparison.isAccepted()).isTrue();
    assertThat(recorder.received).containsExactly("/0 VALUE", "/1 VALUE", "/2 VALUE");
  }

  @Test
  void longListThatIsShuffledIsReportedOnce() {
    List<Object> control = new ArrayList<>();
    for (int i = 0; i < 70_000; i++) {
      control.add(i);
    }
    List<Object> candidate = new ArrayList<>(control);
    Collections.shuffle(candidate, new Random(4));
    Recorder recorder = new Recorder(difference -> false);
    PLAIN.compare(control, candidate, recorder);

    assertThat(recorder.received).containsExactly(" ORDER");
  }

  @Test
  void exceptionIsTheOnlyDifference() {
    Recorder recorder = new Recorder(difference -> true);
    Comparison comparison =
        PLAIN.compare(
            Outcome.returned(1), Outcome.threw(ThrownException.of(new Exception())), recorder);

    assertThat(recorder.received).containsExactly(" EXCEPTION");
    assertThat(comparison.isAccepted()).isTrue();
  }
}
