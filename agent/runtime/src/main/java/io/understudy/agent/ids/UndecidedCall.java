package io.understudy.agent.ids;

import io.understudy.agent.call.Call;
import io.understudy.compare.identity.IdSearch;
import org.jspecify.annotations.Nullable;

/** A call whose control has shown ids and whose verdict is awaited. Guarded by its register. */
final class UndecidedCall {
  final Call call;

  /** In the order of the hand-over; 0 until the register has taken it in. */
  long number;

  private final PointIds point;
  private @Nullable IdSearch shown;
  private @Nullable IdSearch given;

  UndecidedCall(Call call, PointIds point) {
    this.call = call;
    this.point = point;
  }

  /** The ids that the control's result shows. */
  IdSearch shown() {
    IdSearch known = shown;
    if (known == null) {
      known = point.shown(call);
      shown = known;
    }
    return known;
  }

  /** Notes the ids in its arguments, which are about to be translated. */
  void given(IdSearch ids) {
    given = ids;
  }

  /** The ids in its arguments, which nobody has translated where they were not noted. */
  IdSearch given() {
    IdSearch known = given;
    return known == null ? point.given(call.arguments()) : known;
  }
}
