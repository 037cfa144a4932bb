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
  private final ContentsReader reader;
  private final Function<@Nullable Object[], Object> rebuild;
  private final boolean shared;

  /** Reads the contents of an object. */
  interface ContentsReader {
    /** Returns the metered contents, in the order that the copy needs. */
    @Nullable Object[] read(Object live, CopyWalk walk) throws Uncapturable;
  }

  private ContentsPlan(
      ContentsReader reader, Function<@Nullable Object[], Object> rebuild, boolean shared) {
    this.reader = reader;
    this.rebuild = rebuild;
    this.shared = shared;
  }

  /** Returns the plan of an object whose contents cannot be replaced. */
  static Plan fixed(ContentsReader reader, Function<@Nullable Object[], Object> rebuild) {
    return new ContentsPlan(reader, rebuild, true);
  }

  /** Returns the plan of a mutable object, which is always built again. */
  static Plan changing(ContentsReader reader, Function<@Nullable Object[], Object> rebuild) {
    return new ContentsPlan(reader, rebuild, false);
  }

  @Override
  public boolean mayBeShared() {
    return shared;
  }

  @Override
  public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
    @Nullable Object[] from = reader.read(live, walk);
    @Nullable Object[] copies = new @Nullable Object[from.length];
    boolean same = shared;
    for (int i = 0; i < from.length; i++) {
      copies[i] = walk.copyPart(from[i]);
      same &= copies[i] == from[i];
    }
    if (walk.isPending()) {
      return null;
    }
    return same ? live : rebuild.apply(copies);
  }
}
