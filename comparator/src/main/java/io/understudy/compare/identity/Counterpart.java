package io.understudy.compare.identity;

import org.jspecify.annotations.Nullable;

/** What the candidate has for an id of the control. Immutable. */
public final class Counterpart {
  /** What is known of the control's id. */
  public enum State {
    /** The candidate has an id for it. */
    PAIRED,
    /** Never seen, and the candidate's id that is written alike stands for no other. */
    UNSEEN,
    /** Never seen, but the candidate's id that is written alike stands for another. */
    TAKEN,
    /** Seen with the control, while the candidate showed none for it. */
    UNPAIRED,
    /** Seen and forgotten, for want of room. */
    FORGOTTEN
  }

  private final State state;
  private final @Nullable Id id;

  private Counterpart(State state, @Nullable Id id) {
    this.state = state;
    this.id = id;
  }

  static Counterpart paired(Id id) {
    return new Counterpart(State.PAIRED, id);
  }

  static Counterpart none(State why) {
    return new Counterpart(why, null);
  }

  /** What is known. */
  public State state() {
    return state;
  }

  /** The candidate's id; null unless {@code PAIRED}. */
  public @Nullable Id id() {
    return id;
  }

  @Override
  public String toString() {
    return state.toString();
  }
}
