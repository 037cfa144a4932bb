package io.understudy.agent.ids;

import io.understudy.agent.call.Call;
import io.understudy.compare.identity.Id;
import java.util.Map;
import java.util.Set;

/**
 * The ids in a call's arguments whose counterparts are not known yet. Immutable and thread-safe.
 */
public final class PendingIds {
  private final RunIds ids;
  private final Call call;
  private final Map<String, Set<Id>> given;

  PendingIds(RunIds ids, Call call, Map<String, Set<Id>> given) {
    this.ids = ids;
    this.call = call;
    this.given = given;
  }

  /** Returns the waiting call. */
  public Call call() {
    return call;
  }

  /** Whether counterparts of some ids are still pending. */
  public boolean isAwaited() {
    return ids.isAwaited(call, given);
  }
}
