package io.understudy.agent.capture;

import io.understudy.agent.call.Completions;
import io.understudy.agent.call.StageWatch;
import io.understudy.bridge.Completion;
import java.util.concurrent.CompletionStage;

/** Watches stages by an object of the bridge, so that they hold on to no class of the agent's. */
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
