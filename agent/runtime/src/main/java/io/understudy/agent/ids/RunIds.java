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
 * The generated ids of one run. What a call shows is learnt when its verdict is there; what a later
 * call is given is translated for the candidate. An id of which that cannot be said surely is never
 * guessed: the call stays unanswered, with the reason. Thread-safe.
 */
public final class RunIds {
  private static final int MOST_AWAITED = 16_384;

  private final Identities identities;
  private final UndecidedCalls register;
  private final @Nullable PointIds[] points;

  /** Which call points make the ids of a namespace. */
  private final Map<String, List<CallPoint>> makers = new HashMap<>();

  private final Set<String> wanted = new HashSet<>();
  private final Set<String> doubtful = ConcurrentHashMap.newKeySet();

  /** No id has been seen; points by their numbers. */
  public RunIds(List<CallPoint> points) {
    this(points, Identities.empty(), MOST_AWAITED);
  }

  /**
   * The ids of a run that goes on with other call points, after a reload: what was learnt is kept.
   * An id that a call of the generation before may yet show, or never will, is not known surely.
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
    this.register = new UndecidedCalls(identities, mostAwaited);
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
    for (String namespace : ids.made()) {
      makers.computeIfAbsent(namespace, n -> new ArrayList<>()).add(point);
    }
  }

  /** The pairs of this run. */
  public Identities identities() {
    return identities;
  }

  /** The way to a sink, on which each call that shows ids is noted before it can be asked. */
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
        handedOver(call);
        sink.accept(call);
      }
    };
  }

  private @Nullable PointIds of(Call call) {
    int number = call.point().id();
    return number < points.length ? points[number] : null;
  }

  private void handedOver(Call call) {
    PointIds point = of(call);
    if (point != null && point.makes() && !register.add(call, point)) {
      doubtful.addAll(point.made());
    }
  }

  /**
   * What a call has to wait for: ids that it is given, and that an earlier call has made which has
   * no verdict yet.
   *
   * @return null where it can be asked, or never will be
   */
  public @Nullable PendingIds awaited(Call call) {
    PointIds point = of(call);
    if (point == null || !point.inArguments()) {
      return null;
    }
    Map<String, Set<Id>> given = point.given(call.arguments()).found();
    return isAwaited(call, given) ? new PendingIds(this, call, given) : null;
  }

  boolean isAwaited(Call call, Map<String, Set<Id>> given) {
    for (Map.Entry<String, Set<Id>> ids : given.entrySet()) {
      for (Id id : ids.getValue()) {
        if (identities.counterpart(ids.getKey(), id).state() != Counterpart.State.PAIRED
            && register.isAwaited(ids.getKey(), id, call)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Learns from a call that was concluded. */
  public void concluded(Call call) {
    PointIds point = of(call);
    if (point != null && point.makes() && !wanted.isEmpty()) {
      register.concluded(call);
    }
  }

  /** Whether the array of a call's arguments may be written to by {@link #translate}. */
  public boolean mayTranslate(Call call) {
    PointIds point = of(call);
    return point != null && point.inArguments();
  }

  /**
   * Puts the candidate's ids into the copies of a call's arguments.
   *
   * @return whether any id was changed
   * @throws TranslationException when the candidate's id is not known, or cannot be put there
   */
  public boolean translate(Call call) throws TranslationException {
    PointIds point = of(call);
    if (point == null || !point.inArguments()) {
      return false;
    }
    @Nullable Object[] arguments = call.arguments();
    IdSearch given = point.given(arguments);
    register.given(call, given);
    Map<String, Map<Id, Id>> changed = changed(given);
    if (changed.isEmpty()) {
      return false;
    }
    new ArgumentTranslation(changed).of(arguments, point);
    return true;
  }

  /** The ids that are others with the candidate. */
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

  /** An id that was never seen comes from data that both share, unless a call was not looked at. */
  private void refuseDoubtful(String namespace) throws TranslationException {
    for (CallPoint maker : makers.getOrDefault(namespace, new ArrayList<>())) {
      if (doubtful.contains(namespace) || lost(maker) > 0) {
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
