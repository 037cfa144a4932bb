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
 * Which controls are asked a second time. At most one of a call point at a time, so that a control
 * that hangs holds one thread; and none any more of a point that has left a thread behind, or did
 * not answer {@link #TIMEOUTS_IN_A_ROW} times in a row: asking it again does harm. Thread-safe.
 */
final class RepeatPolicy {
  static final int TIMEOUTS_IN_A_ROW = 3;

  private final ArgumentCopier copies;
  private final Log log;
  private final ConcurrentMap<CallPoint, PointRepeats> points = new ConcurrentHashMap<>();

  /**
   * By the class that declares the control, then by site or point: when the class is undeployed,
   * what is kept here goes.
   */
  private final RemovableClassValue<ConcurrentMap<Object, ControlMethod>> methods =
      new RemovableClassValue<ConcurrentMap<Object, ControlMethod>>() {
        @Override
        protected ConcurrentMap<Object, ControlMethod> compute(Class<?> declaring) {
          return new ConcurrentHashMap<>();
        }
      };

  RepeatPolicy(ArgumentCopier copies, Log log) {
    this.copies = copies;
    this.log = log;
  }

  /**
   * Prepares to ask a call's control again: copies the arguments before the candidate may change
   * them.
   *
   * @return null when the control is not asked again
   */
  @Nullable ControlRepeat of(Call call) {
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
    Meter meter = new Meter(OriginalArguments.bounds(call.point().config().bounds()));
    meter.resume(System.nanoTime());
    return copies.copy(call.arguments(), meter);
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

  /** The repeats of one call point. */
  final class PointRepeats {
    private final CallPoint point;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile int timeouts;
    private volatile boolean off;

    PointRepeats(CallPoint point) {
      this.point = point;
    }

    private void acquire() throws UnansweredException {
      if (off) {
        throw new UnansweredException(
            "switched off, since the control did not return when asked again");
      }
      if (!underWay.compareAndSet(false, true)) {
        throw new UnansweredException("another call of the point was being repeated");
      }
    }

    /** The worker is back; not called for one that was left behind, until it comes back. */
    void release() {
      underWay.set(false);
    }

    void answered() {
      timeouts = 0;
    }

    /** For the watchdog's thread alone. */
    void expired() {
      timeouts = timeouts + 1;
      if (timeouts >= TIMEOUTS_IN_A_ROW) {
        switchOff();
      }
    }

    void switchOff() {
      off = true;
      log.warnOnce(
          point.name() + " repeat",
          point.name()
              + ": the control does not return in time when it is asked again for its noise; it is"
              + " not asked again until the next start. Is it idempotent?");
    }
  }
}
