package io.understudy.agent.ids;

import io.understudy.agent.call.Call;
import io.understudy.compare.identity.Counterpart;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.IdSearch;
import io.understudy.compare.identity.Identities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The calls whose controls have shown ids and whose verdicts are pending, numbered in the order of
 * the hand-over. A call is handed over before the application can use the id that it created. So a
 * later call with that id finds the earlier call here, or the verdict is known.
 *
 * <p>{@link #add} runs on the application's threads and takes no lock; the other methods are for
 * the pool. Thread-safe.
 */
final class UndecidedCalls {
  private static final int SWEEP_FROM = 64;

  private final Identities identities;
  private final int maxCalls;
  private final Queue<UndecidedCall> added = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final Map<Call, UndecidedCall> open = new IdentityHashMap<>();
  private final Map<String, Map<Id, List<UndecidedCall>>> byId = new HashMap<>();

  /** The calls whose outcomes are not complete, so that their ids are not known; in order. */
  private final List<UndecidedCall> unread = new LinkedList<>();

  /** The namespaces of ids that were created by calls whose outcomes were never complete. */
  private final Set<String> lost = ConcurrentHashMap.newKeySet();

  private long numbers;
  private int sweepAt = SWEEP_FROM;

  /** Creates a register for at most {@code most} calls. */
  UndecidedCalls(Identities identities, int maxCalls) {
    this.identities = identities;
    this.maxCalls = maxCalls;
  }

  /** Adds a call; returns false if there is no room. */
  boolean add(Call call, PointIds point) {
    if (size.incrementAndGet() > maxCalls) {
      size.decrementAndGet();
      return false;
    }
    added.add(new UndecidedCall(call, point));
    return true;
  }

  /**
   * Whether a call that was handed over earlier has shown this id and has no verdict yet. A call
   * only waits for earlier calls, so two calls never wait for each other.
   */
  synchronized boolean isAwaited(String namespace, Id id, Call by) {
    numberAdded();
    UndecidedCall mine = open.get(by);
    boolean awaited = false;
    for (UndecidedCall other : callsThatShow(namespace, id)) {
      if (other.call.isConcluded()) {
        close(other);
      } else if (isEarlier(other, mine)) {
        awaited = true;
      }
    }
    for (UndecidedCall other : unread) {
      awaited |= isEarlier(other, mine) && other.mayShow(namespace);
    }
    return awaited;
  }

  private static boolean isEarlier(UndecidedCall other, @Nullable UndecidedCall than) {
    return than == null || other.number < than.number;
  }

  private List<UndecidedCall> callsThatShow(String namespace, Id id) {
    Map<Id, List<UndecidedCall>> ids = byId.get(namespace);
    List<UndecidedCall> calls = ids == null ? null : ids.get(id);
    return calls == null ? new ArrayList<>(0) : new ArrayList<>(calls);
  }

  /** Records the ids in a call's arguments before they are translated. */
  synchronized void given(Call call, IdSearch ids) {
    numberAdded();
    UndecidedCall undecided = open.get(call);
    if (undecided != null) {
      undecided.given(ids);
    }
  }

  /** Processes a call that has its verdict. */
  synchronized void concluded(Call call) {
    numberAdded();
    UndecidedCall undecided = open.get(call);
    if (undecided != null) {
      close(undecided);
    }
  }

  /** Whether a call has ended whose ids of this namespace are not known. */
  boolean hasLost(String namespace) {
    return lost.contains(namespace);
  }

  /** Returns the number of calls. */
  int size() {
    return size.get();
  }

  private void numberAdded() {
    for (UndecidedCall next = added.poll(); next != null; next = added.poll()) {
      next.number = ++numbers;
      open.put(next.call, next);
      unread.add(next);
    }
    for (Iterator<UndecidedCall> each = unread.iterator(); each.hasNext(); ) {
      UndecidedCall next = each.next();
      if (next.call.isComplete()) {
        addShown(next);
        each.remove();
      } else if (next.call.isConcluded()) {
        each.remove();
      }
    }
    sweep();
  }

  private void addShown(UndecidedCall next) {
    for (Map.Entry<String, Set<Id>> shown : next.shown().found().entrySet()) {
      Map<Id, List<UndecidedCall>> all = byId.computeIfAbsent(shown.getKey(), n -> new HashMap<>());
      for (Id id : shown.getValue()) {
        all.computeIfAbsent(id, i -> new ArrayList<>(1)).add(next);
      }
    }
  }

  private void sweep() {
    // Calls end in many places, such as the queue at shutdown, and not all of them report here.
    if (open.size() >= sweepAt) {
      for (UndecidedCall undecided : new ArrayList<>(open.values())) {
        if (undecided.call.isConcluded()) {
          close(undecided);
        }
      }
      sweepAt = Math.max(SWEEP_FROM, 2 * open.size());
    }
  }

  private void close(UndecidedCall undecided) {
    open.remove(undecided.call);
    size.decrementAndGet();
    if (!undecided.call.isComplete()) {
      lost.addAll(undecided.createdNamespaces());
      return;
    }
    undecided.shown().found().forEach((namespace, ids) -> close(undecided, namespace, ids));
  }

  /**
   * An id that was not in the arguments was created by the control: without a pair, the candidate
   * has no counterpart.
   */
  private void close(UndecidedCall undecided, String namespace, Set<Id> ids) {
    Map<Id, List<UndecidedCall>> all = byId.getOrDefault(namespace, new HashMap<>());
    for (Id id : ids) {
      List<UndecidedCall> others = all.get(id);
      if (others != null && others.remove(undecided) && others.isEmpty()) {
        all.remove(id);
      }
      if (identities.counterpart(namespace, id).state() != Counterpart.State.PAIRED
          && !undecided.given().has(namespace, id)) {
        identities.unpaired(namespace, id);
      }
    }
  }
}
