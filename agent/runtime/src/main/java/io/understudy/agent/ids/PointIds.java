package io.understudy.agent.ids;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.compare.identity.IdPaths;
import io.understudy.compare.identity.IdSearch;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the ids in the arguments and results of one call point. Thread-safe. */
final class PointIds {
  final CallPoint point;
  private final IdPaths paths;

  PointIds(CallPoint point, IdPaths paths) {
    this.point = point;
    this.paths = paths;
  }

  /** Whether arguments may contain ids. */
  boolean hasIdsInArguments() {
    return !paths.inArguments().isEmpty();
  }

  /** Returns the places of ids in an argument; null if there are none. */
  IdPaths.@Nullable Place argument(int index) {
    return paths.argument(index);
  }

  /**
   * Whether calls may create ids: results, or arguments after the call, contain some, and the
   * control is not declared as idempotent.
   */
  boolean createsIds() {
    boolean shows = !paths.inResults().isEmpty() || (leavesInArguments() && hasIdsInArguments());
    return shows && !point.config().idempotent();
  }

  private boolean leavesInArguments() {
    return point.comparesArguments();
  }

  /**
   * Returns the namespaces of the ids that a call creates, according to the rules: the namespaces
   * in results that no argument has. A call that receives an id is assumed to return that id, not
   * to create another one.
   */
  Set<String> createdNamespaces() {
    Set<String> created = new TreeSet<>();
    if (createsIds()) {
      created.addAll(paths.inResults());
      created.removeAll(paths.inArgumentsAlone());
    }
    return created;
  }

  /** Whether results, or arguments after the call, may contain ids of this namespace. */
  boolean mayShow(String namespace) {
    return paths.inResults().contains(namespace) || paths.inArguments().contains(namespace);
  }

  /** Returns the ids that the arguments of a call contain now. */
  IdSearch findIds(@Nullable Object[] arguments) {
    IdSearch search = new IdSearch();
    for (int i = 0; i < arguments.length; i++) {
      search.in(arguments[i], paths.argument(i));
    }
    return search;
  }

  /**
   * Returns the ids in the control's result, and in its arguments after the call if those are kept.
   */
  IdSearch findShown(Call call) {
    @Nullable Object[] afterwards = call.control().arguments();
    IdSearch shown = afterwards == null ? new IdSearch() : findIds(afterwards);
    return shown.in(call.control().value(), paths.root());
  }
}
