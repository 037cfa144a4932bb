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
 * All acceptances of one call point, in the order in which they are stated. Where several cover the
 * same difference, the first that is in force applies. Immutable, equal by content.
 */
public final class Acceptances {
  private static final Acceptances NONE = new Acceptances(Collections.emptyList());

  private final List<Acceptance> list;

  private Acceptances(List<Acceptance> list) {
    this.list = Collections.unmodifiableList(list);
  }

  /** Returns the empty list: no difference is accepted. */
  public static Acceptances none() {
    return NONE;
  }

  /**
   * Creates the list from a copy of these acceptances.
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

  /** Returns the acceptances in order. Unmodifiable. */
  public List<Acceptance> list() {
    return list;
  }

  /** Returns whether there are no acceptances. */
  public boolean isEmpty() {
    return list.isEmpty();
  }

  /**
   * Starts a session for one comparison that ignores limits, for tests: {@code
   * Differ.compare(control, candidate, session)}.
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
