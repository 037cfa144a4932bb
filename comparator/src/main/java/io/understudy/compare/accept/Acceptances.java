package io.understudy.compare.accept;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All acceptances of one call point, in the order of their statement: where several cover the same
 * difference, the first that is in force has it. Immutable, equal by content.
 */
public final class Acceptances {
  private static final Acceptances NONE = new Acceptances(Collections.emptyList());

  private final List<Acceptance> list;

  private Acceptances(List<Acceptance> list) {
    this.list = Collections.unmodifiableList(list);
  }

  /** No difference is accepted. */
  public static Acceptances none() {
    return NONE;
  }

  /**
   * These acceptances; copied.
   *
   * @throws IllegalArgumentException when two have the same id
   */
  public static Acceptances of(List<Acceptance> inOrder) {
    Set<String> ids = new HashSet<>();
    for (Acceptance acceptance : inOrder) {
      if (!ids.add(acceptance.id())) {
        throw new IllegalArgumentException(
            "two acceptances have the id " + acceptance.id() + ": give each its own");
      }
    }
    return new Acceptances(new ArrayList<>(inOrder));
  }

  /** The acceptances in order. Unmodifiable. */
  public List<Acceptance> list() {
    return list;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return list.isEmpty();
  }

  /**
   * Hears one comparison without regard to limits, as a test wants it: for {@code
   * Differ.compare(control, candidate, hearing)}.
   *
   * @param day the day of the call, in UTC
   */
  public AcceptanceSession on(LocalDate day) {
    return new AcceptanceSession(this, day, new BitSet());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Acceptances && list.equals(((Acceptances) other).list);
  }

  @Override
  public int hashCode() {
    return list.hashCode();
  }

  @Override
  public String toString() {
    return list.toString();
  }
}
