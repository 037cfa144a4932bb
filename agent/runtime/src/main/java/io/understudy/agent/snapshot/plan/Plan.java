package io.understudy.agent.snapshot.plan;

import io.understudy.value.Uncapturable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects of one class. There are two ways. A shell comes first and is filled afterwards, so
 * that cycles can lead back to it. Or the contents come first and the copy is built from them.
 * Thread-safe.
 */
public abstract class Plan {
  private static final AtomicInteger MADE = new AtomicInteger();

  /** Shares the object itself, for objects that never change or must not be copied. */
  public static final Plan REFERENCE =
      new Plan() {
        @Override
        public boolean isShared() {
          return true;
        }
      };

  /**
   * Separates the entries of different plans in an {@code IdentityLog}; may repeat only on
   * overflow.
   */
  final int lane = MADE.getAndIncrement();

  /** Whether the copy is always the object itself. */
  public boolean isShared() {
    return false;
  }

  /** Whether the copy may be the object itself, if nothing in it can change. */
  public boolean mayBeShared() {
    return isShared();
  }

  /** Approximate size of a copy in bytes, without the objects that it refers to. */
  public int bytes() {
    return 32;
  }

  /** Makes a copy without contents; null if the copy can only be built from its contents. */
  public @Nullable Object shell(Object live, CopyWalk walk) throws Uncapturable {
    return null;
  }

  /**
   * Fills a shell. May run again for the same shell if some of the contents were {@linkplain
   * CopyWalk#isPending() pending}.
   */
  public void fill(Object live, Object copy, CopyWalk walk) throws Uncapturable {}

  /**
   * Builds a copy from its contents; null if some of them are {@linkplain CopyWalk#isPending()
   * pending}.
   */
  public @Nullable Object build(Object live, CopyWalk walk) throws Uncapturable {
    throw new Uncapturable(live.getClass().getName() + " cannot be copied");
  }
}
