package io.understudy.agent.ids;

import io.understudy.agent.call.Call;
import io.understudy.agent.call.CallPoint;
import io.understudy.compare.identity.IdPaths;
import io.understudy.compare.identity.IdSearch;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where one call point has ids. Thread-safe. */
final class PointIds {
  final CallPoint point;
  private final IdPaths paths;

  PointIds(CallPoint point, IdPaths paths) {
    this.point = point;
    this.paths = paths;
  }

  /** Whether arguments may hold ids. */
  boolean inArguments() {
    return !paths.inArguments().isEmpty();
  }

  /** Where ids are in an argument; null where there are none. */
  IdPaths.@Nullable Place argument(int index) {
    return paths.argument(index);
  }

  /**
   * Whether calls may make ids: results, or arguments after the call, show some; and the control is
   * not idempotent, which says that it makes nothing.
   */
  boolean makes() {
    boolean shows = !paths.inResults().isEmpty() || (leavesInArguments() && inArguments());
    return shows && !point.config().idempotent();
  }

  private boolean leavesInArguments() {
    return point.comparesArguments();
  }

  /**
   * The namespaces of ids that a call makes, as far as the rules tell: those in results, of which
   * no argument is said to be one. What is given an id is taken to show that one, not to make
   * another.
   */
  Set<String> made() {
    Set<String> made = new TreeSet<>();
    if (makes()) {
      made.addAll(paths.inResults());
      made.removeAll(paths.inArgumentsAlone());
    }
    return made;
  }

  /** The ids in the arguments of a call, as they stand now. */
  IdSearch given(@Nullable Object[] arguments) {
    IdSearch search = new IdSearch();
    for (int i = 0; i < arguments.length; i++) {
      search.in(arguments[i], paths.argument(i));
    }
    return search;
  }

  /** The ids that the control shows: in its result, and in its arguments where those are kept. */
  IdSearch shown(Call call) {
    @Nullable Object[] afterwards = call.control().arguments();
    IdSearch shown = afterwards == null ? new IdSearch() : given(afterwards);
    return shown.in(call.control().value(), paths.root());
  }
}
