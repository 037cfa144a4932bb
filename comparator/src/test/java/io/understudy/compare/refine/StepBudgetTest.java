package io.understudy.compare.refine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepBudgetTest {
  @Test
  void endsAfterItsSteps() {
    StepBudget budget = new StepBudget(3);
    budget.take(3);

    assertThat(budget.taken()).isEqualTo(3);
    assertThatThrownBy(() -> budget.take(1)).isInstanceOf(StepBudget.Exceeded.class);
  }

  @Test
  void trialEndsBeforeTheComparison() {
    StepBudget budget = new StepBudget(100);
    long outer = budget.beginTrial(10);
    budget.take(10);

    assertThatThrownBy(() -> budget.take(1)).isInstanceOf(StepBudget.TrialEnded.class);
    budget.endTrial(outer);
    budget.take(80);
  }

  @Test
  void trialInsideATrialHasNoMoreStepsThanTheOuterOne() {
    StepBudget budget = new StepBudget(100);
    budget.beginTrial(10);
    budget.beginTrial(50);
    budget.take(10);

    assertThatThrownBy(() -> budget.take(1)).isInstanceOf(StepBudget.TrialEnded.class);
  }

  @Test
  void trialWithMoreStepsThanAreLeftEndsTheComparison() {
    StepBudget budget = new StepBudget(5);
    budget.beginTrial(10);

    assertThatThrownBy(() -> budget.take(6)).isInstanceOf(StepBudget.Exceeded.class);
  }

  @Test
  void suspendedTrialDoesNotEnd() {
    StepBudget budget = new StepBudget(100);
    long first = budget.beginTrial(10);
    long trial = budget.suspendTrial();
    budget.take(50);
    budget.endTrial(trial);

    assertThatThrownBy(() -> budget.take(1)).isInstanceOf(StepBudget.TrialEnded.class);
    budget.endTrial(first);
    budget.take(1);
  }

  @Test
  void budgetWithoutAStepIsRefused() {
    assertThatThrownBy(() -> new StepBudget(0)).hasMessageContaining("at least 1 step, not 0");
  }
}
