package io.understudy.agent.weave;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.classfile.Member;

/** A method to weave, of a class that is being loaded, with its call point. Immutable. */
final class WeavingTarget {
  final CallPoint point;
  final Member method;

  WeavingTarget(CallPoint point, Member method) {
    this.point = point;
    this.method = method;
  }
}
