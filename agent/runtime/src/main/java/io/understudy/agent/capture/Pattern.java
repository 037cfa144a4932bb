package io.understudy.agent.capture;

/** What one generation of call points has woven: replaced as one. Immutable. */
final class Pattern {
  final Matching matcher;
  final Numbers numbers;
  final WovenClasses woven;

  Pattern(Matching matcher, Numbers numbers, WovenClasses woven) {
    this.matcher = matcher;
    this.numbers = numbers;
    this.woven = woven;
  }
}
