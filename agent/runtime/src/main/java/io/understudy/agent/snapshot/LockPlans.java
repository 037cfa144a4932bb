package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * What stands beside an object's state: a logger is shared; a lock is replaced by a free one of its
 * kind, since a shared one would let the candidate hold up the application.
 */
final class LockPlans {
  private LockPlans() {}

  static Plan of(Class<?> type) throws Uncapturable {
    if (!type.getName().startsWith("java.util.concurrent.locks.")) {
      if (!Origin.isJdk(type) && java.util.concurrent.locks.Lock.class.isAssignableFrom(type)) {
        throw new Uncapturable(type.getName() + " is a lock of the application's own");
      }
      return Plan.REFERENCE;
    }
    if (type == ReentrantLock.class
        || type == ReentrantReadWriteLock.class
        || type == StampedLock.class) {
      return new Free();
    }
    throw new Uncapturable(type.getName() + " belongs to another lock");
  }

  private static final class Free extends Plan {
    @Override
    public Object shell(Object live, CopyWalk walk) {
      if (live instanceof ReentrantLock) {
        return new ReentrantLock(((ReentrantLock) live).isFair());
      }
      return live instanceof ReentrantReadWriteLock
          ? new ReentrantReadWriteLock(((ReentrantReadWriteLock) live).isFair())
          : new StampedLock();
    }
  }
}
