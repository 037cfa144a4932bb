package io.understudy.agent.weave;

/**
 * The parts by which one generation of call points is woven. A reload replaces the whole plan.
 * Immutable.
 */
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
