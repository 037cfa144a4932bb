package io.understudy.agent.snapshot;

import io.understudy.agent.snapshot.plan.CopyWalk;
import io.understudy.agent.snapshot.plan.Plan;
import io.understudy.value.Origin;
import io.understudy.value.Uncapturable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Plans of types that are no state, such as loggers and locks. A logger is shared. A lock is
 * replaced by a free lock of the same kind, since the candidate could block the application with a
 * shared one.
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
      return new FreeLockPlan();
    }
    throw new Uncapturable(type.getName() + " belongs to another lock");
  }

  private static final class FreeLockPlan extends Plan {
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
