package io.understudy.agent;

import io.understudy.agent.call.CopyCompletion;
import io.understudy.agent.capture.ArgumentSnapshots;
import io.understudy.agent.replay.ArgumentCopier;
import io.understudy.agent.snapshot.Copier;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Connects the snapshot stage with the stages that need copies. Thread-safe. */
final class Snapshots implements ArgumentSnapshots, ArgumentCopier {
  private final Copier copier;

  Snapshots(Copier copier) {
    this.copier = copier;
  }

  @Override
  public @Nullable Object[] copy(@Nullable Object[] live, Meter meter) throws Uncapturable {
    return copier.copy(live, meter);
  }

  @Override
  public @Nullable Object[] copy(
      @Nullable Object[] live, Meter meter, Consumer<CopyCompletion> later) throws Uncapturable {
    return copier.copy(live, meter, later);
  }

  @Override
  public PrivateCopies privateCopies() {
    return copier::begin;
  }
}
