package io.understudy.journal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Difference;
import io.understudy.compare.DifferenceKind;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.Example;
import io.understudy.journal.Fate;
import io.understudy.journal.Schema;
import io.understudy.journal.json.EntryWriter;
import io.understudy.journal.json.LineBuffer;
import io.understudy.value.Path;
import io.understudy.value.PathPattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One secret is covered in an argument and occurs again at one other place of the record. No line
 * contains it.
 */
final class RedactedPlacesTest {
  private static final String SECRET = "Hunter-2/a~b\"c";
  private static final Path VISIBLE = Path.root().part("visible");

  static Stream<Arguments> places() {
    return Stream.of(
        place("no other place", example -> {}),
        place("the reason of no value", example -> example.reason("code, not data")),
        place("an argument of the candidate", example -> example.given(new Object[] {SECRET})),
        place("the returned value of the control", returned(SECRET)),
        place("a list", returned(Arrays.asList(1, SECRET))),
        place("an array", returned(new Object[] {SECRET})),
        place("a set", returned(new LinkedHashSet<>(Arrays.asList(SECRET)))),
        place("an optional", returned(Optional.of(SECRET))),
        place("a map value", returned(map("key", SECRET))),
        place("a map key", returned(map(SECRET, "value"))),
        place("a part of a map key", returned(map("<" + SECRET + ">", "value"))),
        place("a key that is a list", returned(Collections.singletonMap(list(SECRET), 1))),
        place("an object", returned(new Holder(SECRET))),
        place("an array of characters", returned(SECRET.toCharArray())),
        place("a builder", returned(new StringBuilder(SECRET))),
        place("a longer text", returned("before " + SECRET + " after")),
        place("a text in upper case", returned(SECRET.toUpperCase(Locale.ROOT))),
        place("a value deep below", returned(deep(SECRET, 40))),
        place("the candidate", ex -> ex.candidate(Outcome.returned(SECRET), 1)),
        place("the exception message", threw(new Exception(SECRET))),
        place("a cause", threw(new Exception("a", new Exception("<" + SECRET + ">")))),
        place("the deepest cause", threw(new Exception("a", new Exception("b", cause())))),
        place(
            "the arguments after the call",
            ex -> ex.control(Outcome.returned(1).withArguments(new Object[] {SECRET}), 1)),
        place("the control of a difference", difference(VISIBLE, SECRET, 1)),
        place("the candidate of a difference", difference(VISIBLE, 1, SECRET)),
        place("a key in a path", difference(Path.root().key(SECRET), 1, 2)),
        place("a label in a path", difference(Path.root().element("id=" + SECRET), 1, 2)),
        place("a path below a key", difference(Path.root().key(SECRET).part("x").index(1), 1, 2)),
        place(
            "an exception in a difference",
            difference(VISIBLE, 1, ThrownException.of(new Exception(SECRET)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void secretIsMaskedAt(String place, Change change) {
    Example.Builder example =
        Example.builder("quote", Fate.MISMATCHED, 0)
            .arguments(new Object[] {Collections.singletonMap("password", SECRET), "visible"})
            .control(Outcome.returned("visible"), 1)
            .candidate(Outcome.returned("visible"), 1);
    change.apply(example);
    String line = written(example.build());
    assertThat(Schema.complaints(line)).isEmpty();
    assertThat(line).contains("visible").contains("{\"$redacted\":true}");
    for (String form : forms()) {
      assertThat(line.toLowerCase(Locale.ROOT)).as(place).doesNotContain(form);
    }
  }

  /** The same places without the covered argument show the secret, so the test can fail. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void sameTextIsWrittenIfItIsNoSecret(String place, Change change) {
    if (place.startsWith("no other") || place.startsWith("the reason")) {
      return;
    }
    Example.Builder example =
        Example.builder("quote", Fate.MISMATCHED, 0).control(Outcome.returned("visible"), 1);
    change.apply(example);
    String line = written(example.build()).toLowerCase(Locale.ROOT);
    assertThat(forms()).as(place + " in " + line).anyMatch(line::contains);
  }

  private static List<String> forms() {
    String json = SECRET.replace("\"", "\\\"");
    String pointer = json.replace("~", "~0").replace("/", "~1");
    List<String> forms = new ArrayList<>();
    for (String form : Arrays.asList(SECRET, json, pointer)) {
      forms.add(form.toLowerCase(Locale.ROOT));
    }
    return forms;
  }

  private static String written(Example example) {
    Redaction redaction = Redaction.of(Arrays.asList(PathPattern.parse("/**/password")));
    LineBuffer line = new LineBuffer();
    new EntryWriter(line).line(out -> ExampleWriter.write(out, example, redaction));
    return new String(line.array(), 0, line.size(), StandardCharsets.UTF_8);
  }

  private static Arguments place(String name, Change change) {
    return Arguments.of(name, change);
  }

  private static Change returned(Object value) {
    return example -> example.control(Outcome.returned(value), 1);
  }

  private static Change threw(Exception thrown) {
    return example -> example.control(Outcome.threw(ThrownException.of(thrown)), 1);
  }

  private static Change difference(
      Path path, @Nullable Object control, @Nullable Object candidate) {
    return example ->
        example.differences(
            Collections.singletonList(
                new Difference(path, DifferenceKind.VALUE, control, candidate)),
            1);
  }

  private static Exception cause() {
    return new Exception(SECRET);
  }

  private static Map<String, Object> map(String key, Object value) {
    return Collections.singletonMap(key, value);
  }

  private static List<Object> list(Object value) {
    return Collections.singletonList(value);
  }

  private static Object deep(Object value, int levels) {
    Object deep = value;
    for (int i = 0; i < levels; i++) {
      deep = list(deep);
    }
    return deep;
  }

  /** Puts the secret at one place of an example. */
  interface Change {
    void apply(Example.Builder example);
  }

  private static final class Holder {
    @SuppressWarnings("unused") // read by its name
    private final String text;

    Holder(String text) {
      this.text = text;
    }
  }
}
