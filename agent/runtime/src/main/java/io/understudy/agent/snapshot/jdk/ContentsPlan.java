package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something immutable that is built from its contents. When none of these had to be copied, the
 * object itself is handed on.
 */
final class ContentsPlan extends Plan {
  private final Contents contents;
  private final Function<@Nullable Object[], Object> rebuild;
  private final boolean shared;

  /** Reads what is inside. */
  interface Contents {
    /** The contents, metered, in the order in which they are needed to build the copy. */
    @Nullable Object[] of(Object live, CopyWalk walk) throws Uncapturable;
  }

  private ContentsPlan(
      Contents contents, Function<@Nullable Object[], Object> rebuild, boolean shared) {
    this.contents = contents;
    this.rebuild = rebuild;
    this.shared = shared;
  }

  /** Contents that nobody can exchange. */
  static Plan fixed(Contents contents, Function<@Nullable Object[], Object> rebuild) {
    return new ContentsPlan(contents, rebuild, true);
  }

  /** An object that is itself changeable, so that it is built anew in any case. */
  static Plan changing(Contents contents, Function<@Nullable Object[], Object> rebuild) {
    return new ContentsPlan(contents, rebuild, false);
  }

  @Override
  public boolean maySame() {
    return shared;
  }

  @Override
  public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
    @Nullable Object[] from = contents.of(live, walk);
    @Nullable Object[] copies = new @Nullable Object[from.length];
    boolean same = shared;
    for (int i = 0; i < from.length; i++) {
      copies[i] = walk.part(from[i]);
      same &= copies[i] == from[i];
    }
    if (walk.isPending()) {
      return null;
    }
    return same ? live : rebuild.apply(copies);
  }
}
