package io.understudy.journal.redact;

import io.understudy.compare.Difference;
import io.understudy.compare.Outcome;
import io.understudy.compare.ThrownException;
import io.understudy.journal.Example;
import io.understudy.value.Bounds;
import io.understudy.value.Kind;
import io.understudy.value.Meter;
import io.understudy.value.Path;
import io.understudy.value.Uncapturable;
import io.understudy.value.shape.Frozen;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.Freezer;
import io.understudy.value.view.StandardShapes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An example prepared for writing. All its values are frozen, so that the search for secrets and
 * the writer see the same values, and all secrets of the record are known.
 */
final class PreparedExample {
  /** The limit for all values of one example; freezing runs on the pool, not on calling threads. */
  private static final Bounds BOUNDS = new Bounds(500_000, 64L << 20, 2_000_000_000L);

  /** The name under which redaction paths address exceptions: {@code /exception/message}. */
  static final String EXCEPTION = "exception";

  final @Nullable Object[] arguments;
  final @Nullable Object @Nullable [] given;
  final @Nullable PreparedOutcome control;
  final @Nullable PreparedOutcome candidate;
  final List<PreparedDifference> differences = new ArrayList<>();
  final RedactionState root;
  final Secrets secrets = new Secrets();

  private final Meter meter = new Meter(BOUNDS);
  private boolean incomplete;

  private PreparedExample(Example example, Redaction redaction) {
    meter.resume(System.nanoTime());
    root = redaction.root();
    arguments = freeze(example.arguments());
    @Nullable Object @Nullable [] translated = example.given();
    given = translated == null ? null : freeze(translated);
    control = example.control() == null ? null : new PreparedOutcome(example.control());
    candidate = example.candidate() == null ? null : new PreparedOutcome(example.candidate());
    for (Difference difference : example.differences()) {
      differences.add(new PreparedDifference(difference));
    }
  }

  /** Freezes live values and finds the secrets. */
  static PreparedExample of(Example example, Redaction redaction) {
    PreparedExample prepared = new PreparedExample(example, redaction);
    if (!redaction.isNone()) {
      prepared.findSecrets();
    }
    return prepared;
  }

  private void findSecrets() {
    if (incomplete) {
      // A value that could not be frozen may contain a secret that occurs again in the others.
      secrets.addEverything();
      return;
    }
    SecretSearch search = new SecretSearch(secrets);
    searchArguments(search, arguments);
    if (given != null) {
      searchArguments(search, given);
    }
    searchSide(search, control);
    searchSide(search, candidate);
    for (PreparedDifference difference : differences) {
      search.search(difference.control, difference.state);
      search.search(difference.candidate, difference.state);
      searchPath(difference.path);
    }
  }

  private void searchSide(SecretSearch search, @Nullable PreparedOutcome side) {
    if (side != null) {
      search.search(side.value, root);
      searchMessages(side.thrown);
      if (side.arguments != null) {
        searchArguments(search, side.arguments);
      }
    }
  }

  private void searchMessages(@Nullable ThrownException thrown) {
    if (thrown == null) {
      return;
    }
    addMessage(thrown, root.part(EXCEPTION));
    for (int i = 0; i < thrown.causes().size(); i++) {
      addMessage(thrown.causes().get(i), root.part(EXCEPTION).part("causes").index(i));
    }
  }

  private void addMessage(ThrownException thrown, RedactionState state) {
    String message = thrown.message();
    if (message != null && state.part("message").isCovered()) {
      secrets.add(message);
    }
  }

  private void searchArguments(SecretSearch search, @Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      search.search(values[i], root.part("arguments").index(i));
    }
  }

  /**
   * Adds the labels of elements: a label shows the value of a key, which may have a covered path.
   */
  private void searchPath(Path path) {
    for (Path p = path; p.parent() != null; p = p.parent()) {
      if (PathText.isCoveredLabel(p, root)) {
        secrets.add(p.text().substring(p.text().indexOf('=') + 1));
      }
    }
  }

  /**
   * Returns whether a part of a difference's values is masked. Then its delta and explanations must
   * not be written either, because they could reveal the masked value.
   */
  boolean isMasked(PreparedDifference difference) {
    return isMasked(difference.control, difference.state)
        || isMasked(difference.candidate, difference.state);
  }

  private boolean isMasked(@Nullable Object value, RedactionState state) {
    if (value == null) {
      return state.isCovered();
    }
    if (value instanceof OpaqueValue || value instanceof ThrownException) {
      return !root.isOff();
    }
    Shape shape = StandardShapes.of(value);
    return shape.kind() == Kind.SCALAR
        ? state.isCovered() || secrets.occurIn(ScalarText.of(shape, value))
        : !state.isOff();
  }

  private @Nullable Object[] freeze(@Nullable Object[] values) {
    @Nullable Object[] frozen = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      frozen[i] = freeze(values[i]);
    }
    return frozen;
  }

  private @Nullable Object freeze(@Nullable Object value) {
    if (value instanceof Frozen) {
      return value;
    }
    try {
      return Freezer.freezeLeniently(value, meter);
    } catch (Uncapturable tooLarge) {
      incomplete = true;
      return new OpaqueValue(value, tooLarge.reason());
    } catch (RuntimeException | StackOverflowError unreadable) {
      incomplete = true;
      return new OpaqueValue(value, "reading it threw " + unreadable.getClass().getName());
    }
  }

  /** The outcome of one side. */
  final class PreparedOutcome {
    final @Nullable Object value;
    final @Nullable ThrownException thrown;
    final @Nullable Object @Nullable [] arguments;

    PreparedOutcome(Outcome outcome) {
      value = freeze(outcome.value());
      thrown = outcome.thrown();
      @Nullable Object @Nullable [] afterwards = outcome.arguments();
      arguments = afterwards == null ? null : freeze(afterwards);
    }
  }

  /** A difference and its place. */
  final class PreparedDifference {
    final Difference source;
    final Path path;
    final RedactionState state;
    final @Nullable Object control;
    final @Nullable Object candidate;

    PreparedDifference(Difference source) {
      this.source = source;
      path = source.path();
      state = root.at(path);
      control = freezeValue(source.control());
      candidate = freezeValue(source.candidate());
    }

    private @Nullable Object freezeValue(@Nullable Object value) {
      return value instanceof ThrownException ? value : freeze(value);
    }
  }

  /** Stands for a value that could not be frozen. */
  static final class OpaqueValue {
    final String typeName;
    final String reason;

    OpaqueValue(@Nullable Object value, String reason) {
      this.typeName = value == null ? "null" : value.getClass().getName();
      this.reason = reason;
    }
  }
}
