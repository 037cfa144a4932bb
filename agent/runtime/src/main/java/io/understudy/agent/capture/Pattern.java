package io.understudy.agent.capture;

/** What one generation of call points has woven: replaced as one. Immutable. */
final class Pattern {
  final Matching matching;
  final Numbers numbers;
  final WovenClasses woven;

  Pattern(Matching matching, Numbers numbers, WovenClasses woven) {
    this.matching = matching;
    this.numbers = numbers;
    this.woven = woven;
  }
}
