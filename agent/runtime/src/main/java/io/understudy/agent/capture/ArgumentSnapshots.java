package io.understudy.agent.capture;

import io.understudy.agent.call.CopyCompletion;
import io.understudy.value.Meter;
import io.understudy.value.PrivateCopies;
import io.understudy.value.Uncapturable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Copies live arguments; capture calls the snapshot stage through this interface. Thread-safe. */
public interface ArgumentSnapshots {
  /**
   * Copies arguments deeply: the copies share no mutable object with the application.
   *
   * @param live the arguments; not changed
   * @param meter limits the cost of the copy
   * @param later receives at most one completion, which must run on the pool before the copies are
   *     used
   * @return a new array of the same length, with which the candidate is called
   * @throws Uncapturable if an argument cannot be copied, or a bound is exceeded
   */
  @Nullable Object[] copy(@Nullable Object[] live, Meter meter, Consumer<CopyCompletion> later)
      throws Uncapturable;

  /** Returns the copies of results, and of other objects that a thread of the pool reads later. */
  default PrivateCopies privateCopies() {
    return PrivateCopies.of(
        (live, meter) -> {
          List<CopyCompletion> completions = new ArrayList<>(1);
          @Nullable Object[] copies = copy(live, meter, completions::add);
          for (CopyCompletion completion : completions) {
            completion.complete();
          }
          return copies;
        });
  }
}
