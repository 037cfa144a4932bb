package io.understudy.agent.snapshot.plan;

import io.understudy.value.Uncapturable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How objects of one class are copied. Either a shell comes first and is filled afterwards, so that
 * cycles can lead back to it, or the contents come first and the copy is built from them. Immutable
 * and thread-safe.
 */
public abstract class Plan {
  private static final AtomicInteger MADE = new AtomicInteger();

  /** For what never changes, or is not to be copied: the copy is the object itself. */
  public static final Plan REFERENCE =
      new Plan() {
        @Override
        public boolean byReference() {
          return true;
        }
      };

  /** Tells plans apart roughly, for what is kept by lanes. */
  final int lane = MADE.getAndIncrement();

  /** Whether objects are handed on as they are. */
  public boolean byReference() {
    return false;
  }

  /** Whether the copy of an object may be that object itself, where nothing in it can change. */
  public boolean maySame() {
    return byReference();
  }

  /** Roughly what a copy takes without what it refers to, bytes. */
  public int bytes() {
    return 32;
  }

  /** A copy without contents; null when it can be built only from its contents. */
  public @Nullable Object shell(Object live, CopyWalk walk) throws Uncapturable {
    return null;
  }

  /**
   * Gives a shell its contents. May be called again for the same shell, when some of the contents
   * were not there yet ({@link CopyWalk#isPending()}).
   */
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {}

  /** A copy built from its contents; null when some of them were not there yet. */
  public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
    throw new Uncapturable(live.getClass().getName() + " cannot be copied");
  }
}
