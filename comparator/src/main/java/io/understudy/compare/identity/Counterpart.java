package io.understudy.compare.identity;

import org.jspecify.annotations.Nullable;

/** The candidate's id for an id of the control, or the reason why there is none. Immutable. */
public final class Counterpart {
  /** The state of the control's id. */
  public enum State {
    /** The candidate has an id for it. */
    PAIRED,
    /** Never seen; no other control id is paired with the candidate's id that has the same text. */
    UNSEEN,
    /** Never seen; another control id is paired with the candidate's id that has the same text. */
    TAKEN,
    /** Seen at the control, but the candidate had no id for it. */
    UNPAIRED,
    /** Seen, but forgotten because the memory is bounded. */
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

  /** Returns the state of the control's id. */
  public State state() {
    return state;
  }

  /** Returns the candidate's id; null unless {@code PAIRED}. */
  public @Nullable Id id() {
    return id;
  }

  @Override
  public String toString() {
    return state.toString();
  }
}
