package io.understudy.agent.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.understudy.compare.identity.Id;
import java.math.BigInteger;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The class of an id in its slot: that of the slot, of the control's id, or of the candidate's. */
class IdValueTest {
  private static final UUID UUID_3 = UUID.fromString("00000000-0000-0000-0000-000000000003");

  private static Id id(Object value) {
    return Objects.requireNonNull(Id.of(value));
  }

  static Stream<Arguments> fitting() {
    return Stream.of(
        // candidate's id, control's id, type of the slot, expected
        Arguments.of(11L, 1L, Object.class, 11L),
        Arguments.of(11L, 1, Object.class, 11),
        Arguments.of(11, "1", Object.class, "11"),
        Arguments.of("n7", 1, Object.class, "n7"),
        Arguments.of("11", 1, int.class, 11),
        Arguments.of(11L, 1, int.class, 11),
        Arguments.of(11, 1L, long.class, 11L),
        Arguments.of(11, 1L, Long.class, 11L),
        Arguments.of(11, "1", String.class, "11"),
        Arguments.of(11, 1L, Number.class, 11L),
        Arguments.of(11, BigInteger.ONE, BigInteger.class, BigInteger.valueOf(11)),
        Arguments.of(UUID_3, "1", String.class, UUID_3.toString()),
        Arguments.of(UUID_3, 1, Object.class, UUID_3),
        Arguments.of(UUID_3.toString(), UUID_3, UUID.class, UUID_3),
        Arguments.of(11, "1", CharSequence.class, "11"));
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void candidatesIdInTheClassOfTheSlot(
      Object candidate, Object control, Class<?> slot, Object expected)
      throws TranslationException {
    assertThat(IdValue.fill(id(candidate), control, slot)).isEqualTo(expected);
  }

  static Stream<Arguments> unfitting() {
    return Stream.of(
        Arguments.of("n7", 1, int.class, "java.lang.String", "int"),
        Arguments.of(UUID_3, 1L, Long.class, "java.util.UUID", "java.lang.Long"),
        Arguments.of("n7", UUID_3, UUID.class, "java.lang.String", "java.util.UUID"),
        Arguments.of(1L << 40, 1, int.class, "java.lang.Long", "int"));
  }

  @ParameterizedTest
  @MethodSource("unfitting")
  void idThatTheSlotCannotHoldIsRefused(
      Object candidate, Object control, Class<?> slot, String has, String holds) {
    TranslationException refused =
        catchThrowableOfType(
            () -> IdValue.fill(id(candidate), control, slot), TranslationException.class);
    assertThat(refused.reason())
        .isEqualTo("the candidate has a " + has + " as id, where the arguments hold a " + holds);
  }
}
