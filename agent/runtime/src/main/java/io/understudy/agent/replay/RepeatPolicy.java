package io.understudy.agent.replay;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Receiver;
import io.understudy.agent.call.Site;
import io.understudy.agent.log.Log;
import io.understudy.agent.replay.target.ControlMethod;
import io.understudy.agent.replay.target.UnansweredException;
import io.understudy.journal.TallyField;
import io.understudy.value.Meter;
import io.understudy.value.RemovableClassValue;
import io.understudy.value.Uncapturable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Decides which controls are repeated. Each call point repeats at most one control at a time, so
 * that a control that hangs holds one thread. A call point stops repeating when its control has
 * left a thread behind, or after {@link #TIMEOUTS_IN_A_ROW} consecutive timeouts. Thread-safe.
 */
final class RepeatPolicy {
  static final int TIMEOUTS_IN_A_ROW = 3;

  private final ArgumentCopier copier;
  private final Log log;
  private final ConcurrentMap<CallPoint, PointRepeats> points = new ConcurrentHashMap<>();

  /**
   * By the class that declares the control, then by site or call point. The entries are collected
   * with the class when the application is undeployed.
   */
  private final RemovableClassValue<ConcurrentMap<Object, ControlMethod>> methods =
      new RemovableClassValue<ConcurrentMap<Object, ControlMethod>>() {
        @Override
        protected ConcurrentMap<Object, ControlMethod> compute(Class<?> declaring) {
          return new ConcurrentHashMap<>();
        }
      };

  RepeatPolicy(ArgumentCopier copier, Log log) {
    this.copier = copier;
    this.log = log;
  }

  /**
   * Prepares the repeat of a call's control: copies the arguments before the candidate can change
   * them.
   *
   * @return null when the control is not repeated
   */
  @Nullable ControlRepeat prepare(Call call) {
    Receiver receiver = call.receiver();
    if (receiver == null) {
      return null;
    }
    PointRepeats point = points.computeIfAbsent(call.point(), PointRepeats::new);
    try {
      point.acquire();
    } catch (UnansweredException e) {
      call.page().count(TallyField.UNREPEATED, e.reason());
      return null;
    }
    ControlRepeat repeat = null;
    try {
      ControlMethod method = method(call, receiver);
      repeat = new ControlRepeat(call, receiver, copy(call), method, point);
    } catch (Uncapturable e) {
      call.page().count(TallyField.UNREPEATED, e.reason());
    } catch (UnansweredException e) {
      call.page().count(TallyField.UNREPEATED, e.reason());
    } finally {
      if (repeat == null) {
        point.release();
      }
    }
    return repeat;
  }

  private @Nullable Object[] copy(Call call) throws Uncapturable {
    Meter meter = Meter.ofAgentThread(OriginalArguments.bounds(call.point().config().bounds()));
    meter.resume(System.nanoTime());
    return copier.copy(call.arguments(), meter);
  }

  private ControlMethod method(Call call, Receiver receiver) throws UnansweredException {
    ConcurrentMap<Object, ControlMethod> known = methods.get(receiver.declaring());
    Site site = call.site();
    Object key = site == null ? call.point() : site;
    ControlMethod found = known.get(key);
    if (found == null) {
      found =
          site == null
              ? ControlMethod.of(receiver.declaring(), call.point().config().control())
              : ControlMethod.of(receiver.declaring(), site);
      known.put(key, found);
    }
    return found;
  }

  /** The state of the repeats of one call point. */
  final class PointRepeats {
    private final CallPoint point;
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private volatile int timeouts;
    private volatile boolean isOff;

    PointRepeats(CallPoint point) {
      this.point = point;
    }

    private void acquire() throws UnansweredException {
      if (isOff) {
        throw new UnansweredException(
            "switched off, since the control did not return when asked again");
      }
      if (!isRunning.compareAndSet(false, true)) {
        throw new UnansweredException("another call of the point was being repeated");
      }
    }

    /**
     * Lets another repeat start. A worker that hangs in the control calls this only when it
     * returns.
     */
    void release() {
      isRunning.set(false);
    }

    void answered() {
      timeouts = 0;
    }

    /** Records a timeout; on the watchdog's thread only. */
    void expired() {
      timeouts = timeouts + 1;
      if (timeouts >= TIMEOUTS_IN_A_ROW) {
        switchOff();
      }
    }

    void switchOff() {
      isOff = true;
      log.warnOnce(
          point.name() + " repeat",
          point.name()
              + ": the control does not return in time when it is called again to measure noise; it is"
              + " not called again until the next start. Is it idempotent?");
    }
  }
}
