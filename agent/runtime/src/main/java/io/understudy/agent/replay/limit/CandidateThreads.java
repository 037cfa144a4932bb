package io.understudy.agent.replay.limit;

import io.understudy.agent.thread.AgentThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The threads that candidates have started. One that uses CPU time without a pause for {@link
 * #PATIENCE} is stuck: a candidate answers within its time limit, so no thread of it needs that
 * much. The patience is shorter where there are more of them than the machine can serve. Not
 * thread-safe; for the watchdog.
 */
final class CandidateThreads {
  /** The period of measurements in nanoseconds. */
  static final long PERIOD = 500_000_000L;

  /** The number of measurements after which a thread that always spins is stuck: 10 s. */
  static final int PATIENCE = 20;

  private static final int FEW = 2;

  /** How the names of the pool's threads begin, also in a generation that a reload replaces. */
  private static final String OF_AGENT = "understudy-";

  /** The methods of a thread that measuring and reporting it calls, and that are not final. */
  private static final String[] MEASURING = {"getId", "getState", "getStackTrace"};

  private final ThreadCosts costs;
  private final Map<Thread, Usage> usages = new IdentityHashMap<>();
  private long last;

  CandidateThreads(ThreadCosts costs) {
    this.costs = costs;
  }

  /** What one thread has used. */
  private static final class Usage {
    long cpu;
    int spinning;
    boolean isReported;
  }

  /** Whether the next measurement is due. */
  boolean isDue(long now) {
    return now - last >= PERIOD;
  }

  /**
   * Measures the threads of candidates.
   *
   * @param running the threads of the candidates' scope
   * @param own those of the pool among them
   * @return the threads that are stuck since this measurement
   */
  List<Thread> measure(Collection<Thread> running, Set<Thread> own, long now) {
    long period = now - last;
    last = now;
    int spinning = 0;
    List<Thread> others = new ArrayList<>();
    for (Thread thread : running) {
      if (!own.contains(thread) && !thread.getName().startsWith(OF_AGENT) && isMeasurable(thread)) {
        others.add(thread);
        spinning += measure(thread, period) ? 1 : 0;
      }
    }
    forgetEnded();
    int patience = patience(spinning);
    List<Thread> stuck = new ArrayList<>();
    for (Thread thread : others) {
      Usage usage = usages.get(thread);
      if (usage != null && !usage.isReported && usage.spinning >= patience) {
        usage.isReported = true;
        stuck.add(thread);
      }
    }
    return stuck;
  }

  /**
   * Whether the methods that measure a thread are those of the JDK. Its class could override them,
   * and the watchdog must not run code of a candidate.
   */
  static boolean isMeasurable(Thread thread) {
    for (Class<?> at = thread.getClass();
        at != null && at.getClassLoader() != null && at != AgentThread.class;
        at = at.getSuperclass()) {
      for (String method : MEASURING) {
        if (declares(at, method)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean declares(Class<?> type, String method) {
    try {
      return type.getDeclaredMethod(method) != null;
    } catch (NoSuchMethodException inherited) {
      return false;
    } catch (LinkageError missingType) {
      return true;
    }
  }

  private static int patience(int spinning) {
    if (spinning <= FEW) {
      return PATIENCE;
    }
    int many = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());
    return spinning <= many ? PATIENCE / 2 : PATIENCE / 8;
  }

  private boolean measure(Thread thread, long period) {
    long cpu = costs.cpuNanos(thread);
    boolean isWaiting = thread.getState() != Thread.State.RUNNABLE;
    Usage usage = usages.get(thread);
    if (usage == null) {
      usage = new Usage();
      usages.put(thread, usage);
    } else if (usage.cpu >= 0
        && cpu >= 0
        && ThreadCosts.isSpinning(usage.cpu, cpu, period, isWaiting)) {
      usage.spinning++;
    } else if (isWaiting) {
      usage.spinning = 0;
    } // Otherwise the machine is too busy to run it.
    usage.cpu = cpu;
    return usage.spinning > 0;
  }

  private void forgetEnded() {
    Iterator<Thread> all = usages.keySet().iterator();
    while (all.hasNext()) {
      if (!all.next().isAlive()) {
        all.remove();
      }
    }
  }
}
