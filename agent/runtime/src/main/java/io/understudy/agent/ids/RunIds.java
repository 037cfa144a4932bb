package io.understudy.agent.ids;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.CallSink;
import io.understudy.compare.identity.Counterpart;
import io.understudy.compare.identity.Id;
import io.understudy.compare.identity.IdPaths;
import io.understudy.compare.identity.IdSearch;
import io.understudy.compare.identity.Identities;
import io.understudy.journal.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The generated ids of one run. The verdict of a call pairs the ids that it shows, and the ids in a
 * later call's arguments are translated for the candidate. The counterpart of an id is never
 * guessed: if it is not certain, the call stays unanswered, with the reason. Thread-safe.
 */
public final class RunIds {
  private static final int MOST_AWAITED = 16_384;

  private final Identities identities;
  private final UndecidedCalls undecided;
  private final @Nullable PointIds[] points;

  /** The call points that create ids, by namespace. */
  private final Map<String, List<CallPoint>> makers = new HashMap<>();

  private final Set<String> wanted = new HashSet<>();
  private final Set<String> doubtful = ConcurrentHashMap.newKeySet();

  /** Creates the ids of a new run; points in the order of their indexes. */
  public RunIds(List<CallPoint> points) {
    this(points, Identities.empty(), MOST_AWAITED);
  }

  /**
   * Creates the ids of a run that continues with other call points after a reload, and keeps the
   * known pairs. An id that a call of the previous generation may have created is doubtful.
   */
  public RunIds(List<CallPoint> points, RunIds before) {
    this(points, before.identities, MOST_AWAITED);
    doubtful.addAll(before.doubtful);
    before.makers.forEach(
        (namespace, calls) -> {
          if (calls.stream().anyMatch(call -> lost(call) > 0 || call.ledger().inFlight() > 0)) {
            doubtful.add(namespace);
          }
        });
  }

  RunIds(List<CallPoint> points, Identities identities, int mostAwaited) {
    this.identities = identities;
    this.undecided = new UndecidedCalls(identities, mostAwaited);
    this.points = new @Nullable PointIds[points.size()];
    for (CallPoint point : points) {
      if (!point.config().rules().identity().isEmpty()) {
        add(point);
      }
    }
  }

  private void add(CallPoint point) {
    IdPaths paths = IdPaths.of(point.config().rules().identity());
    PointIds ids = new PointIds(point, paths);
    points[point.id()] = ids;
    wanted.addAll(paths.inArguments());
    for (String namespace : ids.createdNamespaces()) {
      makers.computeIfAbsent(namespace, n -> new ArrayList<>()).add(point);
    }
  }

  /** Returns the pairs of this run. */
  public Identities identities() {
    return identities;
  }

  /** Wraps a sink so that each call that shows ids is registered before the sink receives it. */
  public CallSink before(CallSink sink) {
    if (wanted.isEmpty()) {
      return sink;
    }
    return new CallSink() {
      @Override
      public @Nullable String refusal() {
        return sink.refusal();
      }

      @Override
      public void accept(Call call) {
        register(call);
        sink.accept(call);
      }
    };
  }

  private @Nullable PointIds of(Call call) {
    int number = call.point().id();
    return number < points.length ? points[number] : null;
  }

  private void register(Call call) {
    PointIds point = of(call);
    if (point != null && point.createsIds() && !undecided.add(call, point)) {
      doubtful.addAll(point.createdNamespaces());
    }
  }

  /**
   * Returns the ids that a call must wait for: its arguments contain them, and an earlier call
   * without a verdict has created them.
   *
   * @return null if the call need not wait
   */
  public @Nullable PendingIds awaited(Call call) {
    PointIds point = of(call);
    if (point == null || !point.hasIdsInArguments()) {
      return null;
    }
    Map<String, Set<Id>> given = point.findIds(call.arguments()).found();
    return isAwaited(call, given) ? new PendingIds(this, call, given) : null;
  }

  boolean isAwaited(Call call, Map<String, Set<Id>> given) {
    for (Map.Entry<String, Set<Id>> ids : given.entrySet()) {
      for (Id id : ids.getValue()) {
        if (identities.counterpart(ids.getKey(), id).state() != Counterpart.State.PAIRED
            && undecided.isAwaited(ids.getKey(), id, call)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Processes the verdict of a concluded call. */
  public void concluded(Call call) {
    PointIds point = of(call);
    if (point != null && point.createsIds() && !wanted.isEmpty()) {
      undecided.concluded(call);
    }
  }

  /** Whether {@link #translate} may write to the array of a call's arguments. */
  public boolean mayTranslate(Call call) {
    PointIds point = of(call);
    return point != null && point.hasIdsInArguments();
  }

  /**
   * Replaces the ids in the copies of a call's arguments by the candidate's ids.
   *
   * @return whether any id was changed
   * @throws TranslationException if the candidate's id is unknown, or a slot cannot hold it
   */
  public boolean translate(Call call) throws TranslationException {
    PointIds point = of(call);
    if (point == null || !point.hasIdsInArguments()) {
      return false;
    }
    @Nullable Object[] arguments = call.arguments();
    IdSearch given = point.findIds(arguments);
    undecided.given(call, given);
    Map<String, Map<Id, Id>> changed = changed(given);
    if (changed.isEmpty()) {
      return false;
    }
    new ArgumentTranslation(changed).translate(arguments, point);
    return true;
  }

  /** Returns the ids that differ for the candidate. */
  private Map<String, Map<Id, Id>> changed(IdSearch given) throws TranslationException {
    Map<String, Map<Id, Id>> changed = new HashMap<>();
    for (Map.Entry<String, Set<Id>> ids : given.found().entrySet()) {
      for (Id id : ids.getValue()) {
        Id candidate = candidate(ids.getKey(), id);
        if (!candidate.equals(id)) {
          changed.computeIfAbsent(ids.getKey(), n -> new HashMap<>()).put(id, candidate);
        }
      }
    }
    return changed;
  }

  private Id candidate(String namespace, Id id) throws TranslationException {
    Counterpart known = identities.counterpart(namespace, id);
    Id paired = known.id();
    if (paired != null) {
      return paired;
    }
    switch (known.state()) {
      case UNPAIRED:
        throw refused(namespace, "was made by a call in which the candidate showed none for it");
      case FORGOTTEN:
        throw refused(namespace, "was forgotten, for want of room");
      case TAKEN:
        throw refused(namespace, "was never compared, and means another with the candidate");
      default:
        refuseDoubtful(namespace);
        return id;
    }
  }

  /**
   * Refuses an unseen id if a call that was not compared may have created it. Otherwise it comes
   * from data that both sides share.
   */
  private void refuseDoubtful(String namespace) throws TranslationException {
    for (CallPoint maker : makers.getOrDefault(namespace, new ArrayList<>())) {
      if (doubtful.contains(namespace) || undecided.hasLost(namespace) || lost(maker) > 0) {
        throw refused(
            namespace,
            "was never compared, and may have been made by a call of "
                + maker.name()
                + " that was not compared either");
      }
    }
  }

  private static long lost(CallPoint maker) {
    long lost = 0;
    for (Fate fate : new Fate[] {Fate.SAMPLED_OUT, Fate.SHED, Fate.UNCAPTURED, Fate.DROPPED}) {
      lost += maker.ledger().total(fate);
    }
    return lost;
  }

  private static TranslationException refused(String namespace, String why) {
    return new TranslationException("an id (" + namespace + ") among the arguments " + why);
  }
}
