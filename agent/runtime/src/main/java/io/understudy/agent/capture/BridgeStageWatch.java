package io.understudy.agent.capture;

import io.understudy.agent.call.Completions;
import io.understudy.agent.call.StageWatch;
import io.understudy.bridge.Completion;
import java.util.concurrent.CompletionStage;

/**
 * Watches stages through an object of the bridge, so that stages refer to no class of the agent.
 * Stateless.
 */
final class BridgeStageWatch implements StageWatch {
  @Override
  public Watch watch(CompletionStage<?> stage, Listener listener) {
    Completion completion =
        new Completion((value, thrown) -> listener.completed(new Completions.Live(value, thrown)));
    try {
      stage.whenComplete(completion);
    } catch (Throwable refused) {
      completion.forget();
      throw refused;
    }
    return completion::forget;
  }
}
