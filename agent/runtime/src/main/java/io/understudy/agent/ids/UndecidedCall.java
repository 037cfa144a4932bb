package io.understudy.agent.ids;

import io.understudy.agent.call.Call;
import io.understudy.compare.identity.IdSearch;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call whose control has shown ids and whose verdict is pending. Guarded by {@link
 * UndecidedCalls}.
 */
final class UndecidedCall {
  final Call call;

  /** Position in the order of the hand-over; 0 until the register has numbered it. */
  long number;

  private final PointIds point;
  private @Nullable IdSearch shown;
  private @Nullable IdSearch given;

  UndecidedCall(Call call, PointIds point) {
    this.call = call;
    this.point = point;
  }

  /** Returns the ids that the control has shown. */
  IdSearch shown() {
    IdSearch known = shown;
    if (known == null) {
      known = point.findShown(call);
      shown = known;
    }
    return known;
  }

  /** Whether the control may have shown ids of this namespace, as far as the rules tell. */
  boolean mayShow(String namespace) {
    return point.mayShow(namespace);
  }

  /** Returns the namespaces of the ids that the control creates, according to the rules. */
  Set<String> createdNamespaces() {
    return point.createdNamespaces();
  }

  /** Records the ids in its arguments before they are translated. */
  void given(IdSearch ids) {
    given = ids;
  }

  /** Returns the ids in its arguments. If none were recorded, the arguments are not translated. */
  IdSearch given() {
    IdSearch known = given;
    return known == null ? point.findIds(call.arguments()) : known;
  }
}
