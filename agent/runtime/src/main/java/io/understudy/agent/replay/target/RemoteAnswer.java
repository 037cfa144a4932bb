package io.understudy.agent.replay.target;

import io.understudy.agent.call.Call;
import io.understudy.compare.Outcome;

/** What a candidate in another JVM did. Immutable. */
public final class RemoteAnswer {
  private final Outcome outcome;
  private final long nanos;

  /**
   * Creates an answer.
   *
   * @param outcome with the arguments after the call, if they are compared
   * @param nanos how long the candidate ran there
   */
  public RemoteAnswer(Outcome outcome, long nanos) {
    this.outcome = outcome;
    this.nanos = nanos;
  }

  /** The outcome; its values are frozen. */
  public Outcome outcome() {
    return outcome;
  }

  /** How long the candidate ran there, in nanoseconds. */
  public long nanos() {
    return nanos;
  }

  /** An answer that has arrived and is not read yet. */
  public interface Arrived {
    /**
     * Reads the answer, which takes time.
     *
     * @throws UnansweredException when there is none, or when it cannot be read
     */
    RemoteAnswer read() throws UnansweredException;
  }

  /** Receives the answer to one call, once. */
  public interface Listener {
    /**
     * The call is on its way only now, since it had to wait in this JVM: its time limit starts
     * again. Called on a thread of the agent.
     */
    default void begun() {}

    /**
     * Called on a thread of the agent; must not wait.
     *
     * @param bytes the memory that the answer takes until it is read
     */
    void arrived(Arrived answer, long bytes);
  }

  /** A call that has no answer yet. */
  public interface Pending {
    /** Whether the other JVM was heard of since the call; asks it for a sign if it was not. */
    boolean hasSign();

    /** Why there is no sign, for people. */
    default String silence() {
      return "the host of the candidate does not respond";
    }

    /** Gives the call up. */
    void cancel();
  }

  /** A candidate in another JVM. Thread-safe. */
  public interface Source {
    /**
     * Sends a call; does not wait for its answer.
     *
     * @param call its arguments are private copies, which are only read
     * @param wantsArguments whether the answer must hold the arguments after the call
     * @param timeoutMillis the time limit of the candidate
     * @throws UnansweredException when it cannot be sent; then the listener is not called
     */
    Pending ask(Call call, boolean wantsArguments, long timeoutMillis, Listener listener)
        throws UnansweredException;
  }
}
