package io.understudy.agent.capture;

import io.understudy.agent.call.Completions;
import io.understudy.agent.call.StageWatch;
import io.understudy.bridge.Completion;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Watches stages through an object of the bridge, so that stages refer to no class of the agent.
 * Stateless.
 */
final class BridgeStageWatch implements StageWatch {
  private final boolean byFields;

  /**
   * Creates a watch.
   *
   * @param byFields whether it must not call methods by which a class of the application overrides
   *     those of CompletableFuture
   */
  BridgeStageWatch(boolean byFields) {
    this.byFields = byFields;
  }

  @Override
  public Watch watch(CompletionStage<?> stage, Listener listener) {
    boolean isReadable =
        byFields && stage.getClass() != CompletableFuture.class && Completions.isReadable(stage);
    Completion completion =
        new Completion(
            (value, thrown) ->
                listener.completed(
                    isReadable ? Completions.now(stage) : new Completions.Live(value, thrown)));
    try {
      if (isReadable) {
        // This calls no method that a class can override.
        CompletableFuture.allOf((CompletableFuture<?>) stage).whenComplete(completion);
      } else {
        stage.whenComplete(completion);
      }
    } catch (Throwable refused) {
      completion.forget();
      throw refused;
    }
    return completion::forget;
  }
}
