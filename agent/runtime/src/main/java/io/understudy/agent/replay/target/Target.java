package io.understudy.agent.replay.target;

import io.understudy.agent.call.Call;
import io.understudy.compare.Outcome;
import org.jspecify.annotations.Nullable;

/** The candidate of a call point, ready to be called. Thread-safe if the candidate is. */
public interface Target {
  /**
   * Makes the candidate's arguments from those of a call. Runs code of the candidate that builds
   * them, without a time limit.
   *
   * @return private copies, which the candidate may change
   * @throws UnansweredException when an argument has no exact counterpart
   */
  default @Nullable Object[] arguments(Call call) throws UnansweredException {
    return call.arguments();
  }

  /**
   * Makes what is compared with the candidate's arguments after its call. Runs before the candidate
   * is called.
   *
   * @param afterwards the frozen arguments of the control after its call; null for those that
   *     cannot have changed
   * @return {@code afterwards} itself if the candidate takes the control's arguments
   * @throws UnansweredException as {@link #arguments}
   */
  default @Nullable Object[] finalArguments(Call call, @Nullable Object[] afterwards)
      throws UnansweredException {
    return afterwards;
  }

  /**
   * Calls the candidate without a time limit. An exception of the candidate is its outcome.
   *
   * @param arguments from {@link #arguments}, which the candidate may change; the array itself is
   *     not changed
   * @throws UnansweredException when the candidate cannot take these arguments
   */
  Outcome answer(@Nullable Object[] arguments) throws UnansweredException;

  /** The candidate if it is in another JVM; null if {@link #answer} calls it. */
  default RemoteAnswer.@Nullable Source remote() {
    return null;
  }

  /**
   * Refuses a call whose control is the candidate itself: the comparison would prove nothing.
   *
   * @throws UnansweredException when both run the same method body
   */
  default void requireOtherBody(Call call) throws UnansweredException {}

  /**
   * Returns the number of the site if the candidate's body is woven for the same point; else -1.
   */
  default int ownSite() {
    return -1;
  }

  /**
   * Whether the candidate's class file equals the one of the call's control, in another class
   * loader.
   */
  default boolean hasCodeOf(Call call) {
    return false;
  }
}
