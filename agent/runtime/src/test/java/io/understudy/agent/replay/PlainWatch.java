package io.understudy.agent.replay;

import io.understudy.agent.call.Completions;
import io.understudy.agent.call.StageWatch;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Watches stages without the bridge, which only capture uses. */
final class PlainWatch implements StageWatch {
  @Override
  public Watch watch(CompletionStage<?> stage, Listener listener) {
    AtomicReference<@Nullable Listener> once = new AtomicReference<>(listener);
    stage.whenComplete(
        (value, thrown) -> {
          Listener first = once.getAndSet(null);
          if (first != null) {
            first.completed(new Completions.Live(value, thrown));
          }
        });
    return () -> once.set(null);
  }
}
