package io.understudy.agent.call;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one pool that wait for their turn, since an earlier call with the same key has not
 * ended. For the agent's threads. Thread-safe.
 */
public interface OrderedCalls {
  /** Admits every call at once. */
  OrderedCalls NONE =
      new OrderedCalls() {
        @Override
        public boolean admit(Call call) {
          return true;
        }

        @Override
        public @Nullable Call ready(Predicate<Call> isInHand) {
          return null;
        }

        @Override
        public void left(Call call) {}

        @Override
        public boolean isEmpty() {
          return true;
        }

        @Override
        public boolean hasWork() {
          return false;
        }

        @Override
        public boolean hasReady() {
          return false;
        }

        @Override
        public int waiting() {
          return 0;
        }

        @Override
        public void drop(String reason) {}
      };

  /**
   * Asks for the turn of a call that was taken from the queue.
   *
   * @return true if the caller must serve it now; false if it waits here, or has ended
   */
  boolean admit(Call call);

  /**
   * Returns a waiting call whose turn has come, for the caller to serve.
   *
   * @param isInHand whether a worker still runs something of a call
   * @return null if there is none
   */
  @Nullable Call ready(Predicate<Call> isInHand);

  /**
   * Records that a call has its fate and nothing of it runs any more. The next call with its key
   * has its turn.
   */
  void left(Call call);

  /** Whether no call waits. */
  boolean isEmpty();

  /** Whether {@link #ready} must be called: calls wait, or have ended in the queue. */
  boolean hasWork();

  /** Whether the turn of a waiting call has come. */
  boolean hasReady();

  /** Returns the number of calls that wait. */
  int waiting();

  /** Drops the waiting calls; for the shutdown. */
  void drop(String reason);
}
