package io.understudy.agent.order;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallOrder;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallTurn;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.LedgerPage;
import io.understudy.agent.call.PageCounts;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.OrderConfig;
import io.understudy.agent.config.OrderLimits;
import io.understudy.agent.config.ReplayConfig;
import io.understudy.agent.queue.CallQueue;
import io.understudy.compare.Outcome;
import io.understudy.journal.Fate;
import io.understudy.journal.TallyField;
import io.understudy.value.Uncapturable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calling threads, a queue and workers, one step at a time, with one call point for each key in one
 * group. It knows what must happen: it keeps all calls of a key in the order in which their
 * controls have finished.
 */
final class Simulation {
  private static final MethodRef METHOD = MethodRef.parse("a.Old#q");

  /** One call of a key, or a call that was refused at its entry. */
  private static final class Event {
    final int key;
    final int number;
    final CallTurn turn;
    @Nullable Fate fate;
    @Nullable Call call;

    Event(int key, int number, CallTurn turn) {
      this.key = key;
      this.number = number;
      this.turn = turn;
    }

    /** The call, once its control has finished. */
    Call call() {
      return Objects.requireNonNull(call);
    }
  }

  /** One generation with its queue. */
  private static final class Generation {
    final List<CallPoint> points = new ArrayList<>();
    final CallQueue queue;
    final Orders orders;
    boolean isClosed;

    Generation(int keys, int queueCalls, OrderLimits limits, @Nullable Orders before) {
      for (int i = 0; i < keys; i++) {
        CallConfig config =
            CallConfig.builder("key" + i, METHOD, METHOD)
                .order(OrderConfig.of("/arguments/0", "all"))
                .build();
        points.add(new CallPoint(i, config, new Ledger(0)));
      }
      queue = new CallQueue(queueCalls, 1L << 20);
      ReplayConfig replay =
          new ReplayConfig(
                  2,
                  queueCalls,
                  1L << 20,
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(2),
                  1,
                  Duration.ZERO,
                  Duration.ofSeconds(2),
                  0,
                  false,
                  Collections.emptyList(),
                  Duration.ZERO)
              .withOrder(limits);
      orders = new Orders(points, replay, before);
    }
  }

  private final int keys;
  private final int queueCalls;
  private final OrderLimits limits;
  private final List<Generation> generations = new ArrayList<>();

  /** All calls of each key, in the order in which their controls have finished. */
  private final Map<Integer, List<Event>> history = new HashMap<>();

  /** Calls whose controls have finished and whose outcome is being frozen. */
  private final List<Event> freezing = new ArrayList<>();

  /** Calls that a worker serves. */
  private final List<Event> running = new ArrayList<>();

  /** Calls that have timed out, while their candidates still run. */
  private final List<Event> lingering = new ArrayList<>();

  private final Map<Call, Event> byCall = new HashMap<>();
  private final Map<Integer, Integer> lastStarted = new HashMap<>();
  private int started;

  Simulation(int keys, int queueCalls, OrderLimits limits) {
    this.keys = keys;
    this.queueCalls = queueCalls;
    this.limits = limits;
    generations.add(new Generation(keys, queueCalls, limits, null));
  }

  private Generation current() {
    return generations.get(generations.size() - 1);
  }

  /** Plays one step: the number of its kind, and a number that chooses among what is possible. */
  void play(int kind, int choice) {
    switch (kind) {
      case 0:
      case 1:
        finish(choice % keys);
        break;
      case 2:
      case 3:
        handOver(choice);
        break;
      case 4:
        loseInCapture(choice);
        break;
      case 5:
        refuse(choice % keys);
        break;
      case 6:
      case 7:
        work(generations.get(choice % generations.size()));
        break;
      case 8:
        end(choice, Fate.MATCHED);
        break;
      case 9:
        end(choice, Fate.UNANSWERED);
        break;
      case 10:
        timeOut(choice);
        break;
      case 11:
        returnFromCandidate(choice);
        break;
      case 12:
        if (generations.size() < 4) {
          generations.add(new Generation(keys, queueCalls, limits, current().orders));
        }
        break;
      default:
        closeOld(choice);
    }
  }

  private void finish(int key) {
    CallPoint point = current().points.get(key);
    if (Objects.requireNonNull(point.order()).refusal() != null) {
      refuse(key);
      return;
    }
    point.ledger().page().intercepted();
    CallTurn turn = begin(point, key);
    List<Event> events = history.computeIfAbsent(key, k -> new ArrayList<>());
    Event event = new Event(key, events.size(), turn);
    events.add(event);
    turn.finished();
    freezing.add(event);
    event.call =
        new Call(
            point, point.ledger().page(), 0, new Object[] {key}, Outcome.returned(null), 1, 100);
    event.call().takesTurn(turn);
    byCall.put(event.call(), event);
  }

  private static CallTurn begin(CallPoint point, int key) {
    try {
      return Objects.requireNonNull(point.order()).ofArguments(new Object[] {key});
    } catch (Uncapturable e) {
      throw new AssertionError(e);
    }
  }

  private void handOver(int choice) {
    if (!freezing.isEmpty()) {
      Event event = freezing.remove(choice % freezing.size());
      event.turn.handedOver();
      generationOf(event).queue.accept(event.call());
    }
  }

  private Generation generationOf(Event event) {
    return generations.stream()
        .filter(each -> each.points.contains(event.call().point()))
        .findFirst()
        .orElseThrow(AssertionError::new);
  }

  private void loseInCapture(int choice) {
    if (!freezing.isEmpty()) {
      Event event = freezing.remove(choice % freezing.size());
      CallOrder order = Objects.requireNonNull(event.call().point().order());
      order.notReplayed(event.turn, event.call().page(), Fate.UNCAPTURED);
      event.call().page().ended(Fate.UNCAPTURED, "frozen in vain");
      event.fate = Fate.UNCAPTURED;
    }
  }

  private void refuse(int key) {
    CallPoint point = current().points.get(key);
    LedgerPage page = point.ledger().page();
    page.intercepted();
    CallTurn turn = begin(point, key);
    List<Event> events = history.computeIfAbsent(key, k -> new ArrayList<>());
    Event event = new Event(key, events.size(), turn);
    event.fate = Fate.SHED;
    events.add(event);
    Objects.requireNonNull(point.order()).notReplayed(turn, page, Fate.SHED);
    page.ended(Fate.SHED, "paused");
  }

  private boolean work(Generation generation) {
    Call call = generation.orders.calls().ready(this::isInHand);
    if (call == null) {
      call = poll(generation.queue);
      if (call == null || !generation.orders.calls().admit(call)) {
        return call != null;
      }
    }
    Event event = Objects.requireNonNull(byCall.get(call));
    for (List<Event> busy : Arrays.asList(running, lingering)) {
      for (Event other : busy) {
        if (other.key == event.key) {
          throw new AssertionError("two calls of key " + event.key + " at once");
        }
      }
    }
    int last = lastStarted.getOrDefault(event.key, -1);
    if (event.number <= last) {
      throw new AssertionError(
          "call " + event.number + " of key " + event.key + " is served after call " + last);
    }
    lastStarted.put(event.key, event.number);
    running.add(event);
    started++;
    return true;
  }

  private static @Nullable Call poll(CallQueue queue) {
    try {
      return queue.poll(0);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private boolean isInHand(Call call) {
    return running.contains(byCall.get(call)) || lingering.contains(byCall.get(call));
  }

  private void end(int choice, Fate fate) {
    if (!running.isEmpty()) {
      Event event = running.remove(choice % running.size());
      event.call().end(fate, fate == Fate.MATCHED ? null : "no candidate");
      generationOf(event).orders.calls().left(event.call());
    }
  }

  private void timeOut(int choice) {
    if (!running.isEmpty()) {
      Event event = running.remove(choice % running.size());
      event.call().end(Fate.TIMED_OUT, "late");
      lingering.add(event);
    }
  }

  private void returnFromCandidate(int choice) {
    if (!lingering.isEmpty()) {
      Event event = lingering.remove(choice % lingering.size());
      generationOf(event).orders.calls().left(event.call());
    }
  }

  private void closeOld(int choice) {
    Generation old = generations.get(choice % generations.size());
    if (old != current() && !old.isClosed) {
      old.isClosed = true;
      old.queue.close(0);
      running.removeIf(event -> isEndedWith(old, event));
      lingering.removeIf(event -> isEndedWith(old, event));
      old.orders.calls().drop("shutdown");
    }
  }

  private boolean isEndedWith(Generation old, Event event) {
    if (generationOf(event) != old) {
      return false;
    }
    event.call().end(Fate.DROPPED, "shutdown");
    old.orders.calls().left(event.call());
    return true;
  }

  /** Lets everything end, and checks that nothing is left over and every break is counted. */
  void complete() {
    while (!freezing.isEmpty()) {
      handOver(0);
    }
    boolean isBusy = true;
    while (isBusy) {
      isBusy = false;
      while (!running.isEmpty()) {
        end(0, Fate.MATCHED);
      }
      while (!lingering.isEmpty()) {
        returnFromCandidate(0);
      }
      for (Generation generation : generations) {
        isBusy |= !generation.isClosed && work(generation);
      }
    }
    for (Generation generation : generations) {
      if (generation.orders.calls().waiting() != 0) {
        throw new AssertionError(generation.orders.calls().waiting() + " calls wait for ever");
      }
      for (CallPoint point : generation.points) {
        if (point.ledger().inFlight() != 0) {
          throw new AssertionError(point.name() + " has calls without a fate");
        }
      }
    }
  }

  /** Returns the number of verdicts that follow a break, by key: as counted. */
  Map<Integer, Long> counted() {
    Map<Integer, Long> counted = new HashMap<>();
    for (Generation generation : generations) {
      for (CallPoint point : generation.points) {
        for (LedgerPage page : point.ledger().pages()) {
          PageCounts.of(page)
              .tally("all")
              .counted(TallyField.BROKEN)
              .values()
              .forEach(count -> counted.merge(point.id(), count, Long::sum));
        }
      }
    }
    return counted;
  }

  /** Returns the same as it must be: verdicts after an earlier call that was not answered. */
  Map<Integer, Long> expected() {
    Map<Integer, Long> expected = new HashMap<>();
    Set<Fate> answers = EnumSet.of(Fate.MATCHED, Fate.MISMATCHED, Fate.ACCEPTED);
    history.forEach(
        (key, events) -> {
          boolean isBroken = false;
          for (Event event : events) {
            Fate fate = fateOf(event);
            boolean isVerdict = answers.contains(fate) || fate == Fate.TIMED_OUT;
            if (isBroken && isVerdict) {
              expected.merge(key, 1L, Long::sum);
            }
            isBroken |= !answers.contains(fate);
          }
        });
    return expected;
  }

  private static Fate fateOf(Event event) {
    Fate known = event.fate;
    if (known != null) {
      return known;
    }
    return Objects.requireNonNull(((Place) event.turn).fate());
  }

  /** Ends the call that was started last; false if fewer than two calls are served. */
  boolean endLastOfTwo() {
    if (running.size() < 2) {
      return false;
    }
    end(running.size() - 1, Fate.MATCHED);
    return true;
  }

  /** Returns the number of calls that were served. */
  int started() {
    return started;
  }
}
