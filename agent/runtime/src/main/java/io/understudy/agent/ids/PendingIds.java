package io.understudy.agent.ids;

import io.understudy.agent.call.Call;
import io.understudy.compare.identity.Id;
import java.util.Map;
import java.util.Set;

/** The ids that a call is given and of which the candidate's were still to come. Immutable. */
public final class PendingIds {
  private final RunIds ids;
  private final Call call;
  private final Map<String, Set<Id>> given;

  PendingIds(RunIds ids, Call call, Map<String, Set<Id>> given) {
    this.ids = ids;
    this.call = call;
    this.given = given;
  }

  /** The call that waits. */
  public Call call() {
    return call;
  }

  /** Whether some of them still are to come. */
  public boolean isAwaited() {
    return ids.isAwaited(call, given);
  }
}
