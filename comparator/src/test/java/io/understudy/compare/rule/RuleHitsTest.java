package io.understudy.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleHitsTest {
  private static Rule rule(int number) {
    return Rule.of(Rule.Sort.IGNORE, RuleScope.everywhere(), null).withNumber(number);
  }

  @Test
  void hitsInOrder() {
    RuleHits hits = new RuleHits();
    hits.count(rule(3));
    hits.count((Rule) null);
    hits.count(rule(1));

    assertThat(hits.mark()).isEqualTo(2);
    assertThat(hits.rule(0)).isEqualTo(3);
    assertThat(hits.rule(1)).isEqualTo(1);
    assertThat(hits.isCounting()).isTrue();
  }

  @Test
  void hitsAfterAMarkAreDiscarded() {
    RuleHits hits = new RuleHits();
    hits.count(rule(1));
    int mark = hits.mark();
    hits.count(rule(2));
    hits.truncate(mark);
    hits.count(rule(3));

    assertThat(hits.mark()).isEqualTo(2);
    assertThat(hits.rule(1)).isEqualTo(3);
  }

  @Test
  void listGrows() {
    RuleHits hits = new RuleHits();
    for (int i = 0; i < 100; i++) {
      hits.count(rule(i));
    }

    assertThat(hits.mark()).isEqualTo(100);
    assertThat(hits.rule(16)).isEqualTo(16);
    assertThat(hits.rule(99)).isEqualTo(99);
  }

  @Test
  void noneCountsNothing() {
    RuleHits.NONE.count(rule(1));

    assertThat(RuleHits.NONE.isCounting()).isFalse();
    assertThat(RuleHits.NONE.mark()).isZero();
  }
}
