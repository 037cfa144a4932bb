package io.understudy.agent.snapshot.jdk;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Uncapturable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Copies an object that is built from its contents, such as an immutable list. A {@linkplain #fixed
 * fixed} object is shared if none of its contents had to be copied.
 */
final class ContentsPlan extends Plan {
  private final Contents contents;
  private final Function<@Nullable Object[], Object> rebuild;
  private final boolean shared;

  /** Reads the contents of an object. */
  interface Contents {
    /** Returns the metered contents, in the order that the copy needs. */
    @Nullable Object[] of(Object live, CopyWalk walk) throws Uncapturable;
  }

  private ContentsPlan(
      Contents contents, Function<@Nullable Object[], Object> rebuild, boolean shared) {
    this.contents = contents;
    this.rebuild = rebuild;
    this.shared = shared;
  }

  /** Returns the plan of an object whose contents cannot be replaced. */
  static Plan fixed(Contents contents, Function<@Nullable Object[], Object> rebuild) {
    return new ContentsPlan(contents, rebuild, true);
  }

  /** Returns the plan of a mutable object, which is always built again. */
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
