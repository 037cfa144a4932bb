package io.understudy.agent.weave;

/** What one generation of call points has woven: replaced as one. Immutable. */
final class WeavingPlan {
  final ControlMatcher matcher;
  final PointNumbers numbers;
  final WovenClasses woven;

  WeavingPlan(ControlMatcher matcher, PointNumbers numbers, WovenClasses woven) {
    this.matcher = matcher;
    this.numbers = numbers;
    this.woven = woven;
  }
}
