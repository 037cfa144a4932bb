package io.understudy.agent.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.call.ShedReason;
import io.understudy.agent.config.BudgetConfig;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The budget on a simulated machine of two processors, with a clock of its own. */
class BudgetSimulationTest {
  private static final BudgetConfig CPU_ALONE = new BudgetConfig(0.25, BudgetConfig.UNLIMITED);
  private static final BudgetConfig CALLER_ALONE = new BudgetConfig(BudgetConfig.UNLIMITED, 0.01);

  /** A candidate with its comparison, a control, and its capture: in nanoseconds. */
  private static final double COST = 85_000;

  private static final double CONTROL = 75_000;
  private static final double CAPTURE = 5_000;

  static CallPoint point(int id) {
    MethodRef method = new MethodRef("a.B", "c" + id, null);
    return new CallPoint(id, CallConfig.builder("p" + id, method, method).build(), new Ledger(0));
  }

  private static SimulatedMachine machine(BudgetConfig config, int points) {
    CallPoint[] all = new CallPoint[points];
    for (int i = 0; i < points; i++) {
      all[i] = point(i);
    }
    SimulatedMachine machine = new SimulatedMachine(2, config, all);
    for (CallPoint each : all) {
      machine.source(each, COST, CONTROL, CAPTURE);
    }
    return machine;
  }

  private static SimulatedMachine busy(double application) {
    SimulatedMachine machine = machine(CPU_ALONE, 1);
    machine.application = seconds -> application;
    machine.sources.get(0).rate(20_000);
    return machine;
  }

  @Test
  void poolUsesItsShareAndNoMore() {
    SimulatedMachine machine = busy(0.2);
    machine.run(40);

    assertThat(machine.run(20)).isBetween(0.35, 0.51);
    assertThat(machine.admission(machine.sources.get(0).point).limit()).isEqualTo(ShedReason.CPU);
  }

  @Test
  void poolLeavesAReserveOfWhatTheApplicationLeavesIdle() {
    SimulatedMachine machine = busy(1.6);
    machine.run(40);

    // 2 processors less 1.6 less a reserve of 0.2.
    assertThat(machine.run(20)).isBetween(0.10, 0.21);
  }

  @Test
  void poolGivesWayWithinTwoPeriods() {
    SimulatedMachine machine = machine(CPU_ALONE, 1);
    machine.application = seconds -> seconds < 40 ? 0.3 : 1.95;
    machine.sources.get(0).rate(20_000);

    assertThat(machine.run(40)).isGreaterThan(0.2);
    machine.run(0.2);
    assertThat(machine.run(1)).isLessThan(0.03);
    assertThat(machine.budget.view().signs()).contains(PressureSign.BUSY.text());
  }

  @Test
  void poolComesBackSlowly() {
    SimulatedMachine machine = machine(CPU_ALONE, 1);
    machine.application = seconds -> seconds > 30 && seconds < 40 ? 2 : 0.3;
    machine.sources.get(0).rate(20_000);
    machine.run(40);

    assertThat(machine.run(1)).isLessThan(0.2);
    machine.run(15);
    assertThat(machine.run(5)).isGreaterThan(0.3);
  }

  @Test
  void allowanceDoesNotOscillate() {
    for (double application : new double[] {0.4, 1.12, 1.6}) {
      SimulatedMachine machine = busy(application);
      machine.run(40);
      List<Double> used = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        used.add(machine.run(1));
      }

      double most = Collections.max(used);
      assertThat(most - Collections.min(used)).as("" + application + used).isLessThan(0.3 * most);
    }
  }

  @Test
  void applicationThatIsAlwaysBusyIsStillWatchedALittle() {
    SimulatedMachine machine = busy(2);
    machine.run(65);
    long before = machine.sources.get(0).replayed;

    assertThat(machine.run(10)).isLessThan(0.01);
    assertThat(machine.sources.get(0).replayed).isGreaterThan(before + 10);
  }

  @Test
  void poolStopsWhileTheContainerIsThrottled() {
    SimulatedMachine machine = busy(0.5);
    machine.throttled = millis -> millis > 30_000;
    machine.run(31);

    assertThat(machine.run(5)).isLessThan(0.001);
    assertThat(machine.budget.view().signs()).contains(PressureSign.THROTTLED.text());
  }

  @Test
  void poolUsesLittleWhileTheJitCompilerIsBusy() {
    SimulatedMachine machine = busy(0.8);
    machine.compiler = seconds -> seconds < 20 ? 0.6 : 0;
    machine.run(10);

    assertThat(machine.run(10)).isLessThan(0.06);
    machine.run(20);
    assertThat(machine.run(5)).isGreaterThan(0.3);
  }

  @Test
  void jvmThatHasJustBegunToWorkIsLeftAlone() {
    SimulatedMachine machine = busy(0.2);
    machine.compiler = seconds -> seconds < 10 ? 0.6 : 0;

    assertThat(machine.run(11)).isZero();
    assertThat(machine.sources.get(0).taken).isEqualTo(PointAdmission.FIRST_BURST);
    assertThat(machine.budget.activity().isSettling()).isTrue();
    machine.run(30);
    assertThat(machine.run(5)).isGreaterThan(0.3);
    assertThat(machine.budget.activity().isSettling()).isFalse();
    machine.compiler = seconds -> 0.6;
    machine.run(1);
    assertThat(machine.budget.activity().isSettling()).isFalse();
  }

  @Test
  void jvmThatIsAlwaysBusyIsLeftAloneForAMinute() {
    SimulatedMachine machine = busy(1.95);

    assertThat(machine.run(60)).isZero();
    assertThat(machine.run(20)).isPositive();
  }

  @Test
  void longCandidatesArePaidAfterwards() {
    SimulatedMachine machine = new SimulatedMachine(2, CPU_ALONE, point(0));
    machine.application = seconds -> 0.2;
    machine.source(machine.admission(point(0)).point(), 400e6, 1e9, CAPTURE).rate(20);
    machine.run(40);

    assertThat(machine.run(60)).isBetween(0.2, 0.55);
  }

  @Test
  void pointBeginsWithFewCallsAndGrows() {
    SimulatedMachine machine = busy(0.2);
    machine.run(7);
    long first = machine.sources.get(0).taken;
    machine.run(5);
    long after = machine.sources.get(0).taken;
    machine.run(24);
    long before = machine.sources.get(0).taken;
    machine.run(1);

    assertThat(first).isBetween(1L, 40L);
    assertThat(after).isBetween(50L, 1_500L);
    assertThat(machine.sources.get(0).taken - before).isGreaterThan(3_000);
  }

  @Test
  void resumedPointBeginsAgainWithFewCalls() {
    SimulatedMachine machine = busy(0.2);
    machine.run(40);
    machine.admission(machine.sources.get(0).point).restart();
    machine.run(0.2);
    long before = machine.sources.get(0).taken;
    machine.run(1);

    assertThat(machine.sources.get(0).taken - before).isBetween(5L, 40L);
    assertThat(machine.admission(machine.sources.get(0).point).limit())
        .isEqualTo(ShedReason.WARMING_UP);
  }

  @Test
  void rarePointsAreTakenWhileHotOnesPay() {
    SimulatedMachine machine = machine(CPU_ALONE, 5);
    machine.application = seconds -> 1.12;
    machine.sources.get(0).rate(20_000);
    machine.sources.get(1).rate(10_000);
    machine.sources.get(2).rate(200);
    machine.sources.get(3).rate(5);
    machine.sources.get(4).rate(0.5);
    machine.run(40);
    List<Long> taken = new ArrayList<>();
    List<Long> arrived = new ArrayList<>();
    machine.sources.forEach(each -> taken.add(each.taken));
    machine.sources.forEach(each -> arrived.add(each.arrived));
    machine.run(30);
    double[] share = new double[5];
    for (int i = 0; i < 5; i++) {
      SimulatedMachine.Source source = machine.sources.get(i);
      share[i] = (double) (source.taken - taken.get(i)) / (source.arrived - arrived.get(i));
    }

    assertThat(share[0]).isBetween(0.02, 0.25);
    // The hot points get equal numbers of calls.
    assertThat(share[1] / share[0]).isBetween(1.7, 2.3);
    assertThat(share[2]).isGreaterThan(0.98);
    assertThat(share[3]).isEqualTo(1);
    assertThat(share[4]).isEqualTo(1);
  }

  @Test
  void timeOfCallersIsHeldToItsShare() {
    SimulatedMachine machine = machine(CALLER_ALONE, 1);
    SimulatedMachine.Source source = machine.sources.get(0).rate(10_000);
    machine.run(10);
    long taken = source.taken;
    long arrived = source.arrived;
    machine.run(20);

    // 1 % of 75 us is 0.75 us, 15 % of a capture of 5 us; looks at arguments cost a part of it.
    assertThat((double) (source.taken - taken) / (source.arrived - arrived)).isBetween(0.11, 0.15);
    assertThat(machine.admission(source.point).limit()).isEqualTo(ShedReason.CALLER);
  }

  @Test
  void cheapCaptureOfSlowControlsIsNotLimited() {
    SimulatedMachine machine = new SimulatedMachine(2, CALLER_ALONE, point(0));
    SimulatedMachine.Source source =
        machine.source(machine.admission(point(0)).point(), COST, 1e6, CAPTURE).rate(1_000);
    machine.run(10);

    assertThat(source.taken).isEqualTo(source.arrived);
    assertThat(machine.admission(source.point).limit()).isNull();
  }

  @Test
  void withoutALimitEveryCallIsTaken() {
    SimulatedMachine machine =
        machine(new BudgetConfig(BudgetConfig.UNLIMITED, BudgetConfig.UNLIMITED), 1);
    machine.application = seconds -> 2;
    machine.sources.get(0).rate(2_000);
    machine.run(3);

    assertThat(machine.sources.get(0).taken).isEqualTo(machine.sources.get(0).arrived);
  }

  @Test
  void burstIsCutOff() {
    SimulatedMachine machine = machine(CPU_ALONE, 1);
    SimulatedMachine.Source source = machine.sources.get(0);
    source.perSecond = seconds -> seconds < 60 ? 20 : 200_000;
    machine.run(60);
    long before = source.taken;
    machine.run(0.1);

    assertThat(source.taken - before).isLessThan(1_300);
  }

  @Test
  void sheddingKeepsTheBooks() {
    SimulatedMachine machine = busy(1.2);
    machine.run(20);
    SimulatedMachine.Source source = machine.sources.get(0);

    assertThat(source.shed + source.taken).isEqualTo(source.arrived);
    assertThat(source.point.ledger().totalIntercepted()).isEqualTo(source.arrived);
    assertThat(source.point.ledger().inFlight()).isEqualTo(source.taken - source.replayed);
  }

  @Test
  void jvmThatWasStoppedForAnHourGoesOnWithinItsShare() {
    SimulatedMachine machine = busy(0.4);
    machine.run(30);
    machine.jump(3_600);

    assertThat(machine.run(1)).isLessThan(0.51);
    assertThat(machine.run(30)).isBetween(0.2, 0.51);
  }

  @Test
  void clockThatGoesBackStopsNothing() {
    SimulatedMachine machine = busy(0.4);
    machine.run(30);
    machine.jump(-3_600);

    assertThat(machine.run(30)).isBetween(0.2, 0.51);
  }

  @Test
  void metersThatFailTellNothing() {
    SimulatedMachine machine = busy(0.4);
    machine.isMeterBroken = true;
    machine.run(10);
    long before = machine.sources.get(0).replayed;

    assertThat(machine.run(10)).isLessThan(0.51);
    assertThat(machine.sources.get(0).replayed).isGreaterThan(before);
  }

  @Test
  void burstAfterASilenceIsHeldToTheShareOfCallers() {
    SimulatedMachine machine = new SimulatedMachine(2, new BudgetConfig(0.25, 0.01), point(0));
    SimulatedMachine.Source source =
        machine.source(machine.admission(point(0)).point(), COST, 10_000, CAPTURE).rate(20_000);
    machine.run(40);
    source.perSecond = seconds -> (long) (seconds * 1_000) % 2_000 < 50 ? 20_000 : 0;
    machine.run(10);
    long taken = source.taken;
    long arrived = source.arrived;
    machine.run(60);

    // 1 % of 10 us is 2 % of a capture of 5 us.
    assertThat(source.arrived - arrived).isGreaterThan(29_000);
    assertThat((double) (source.taken - taken) / (source.arrived - arrived)).isLessThan(0.02);
    assertThat(source.taken).isGreaterThan(taken);
  }

  @Test
  void pointThatBeginsAgainTakesFewCallsFromTheFirstMomentOn() {
    SimulatedMachine machine = busy(0.2);
    machine.run(40);
    SimulatedMachine.Source source = machine.sources.get(0);
    PointAdmission admission = machine.admission(source.point);
    admission.restart();
    Quota quota = admission.quota();
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      taken += quota.decide() == Quota.Decision.TAKE && quota.reserve() ? 1 : 0;
    }

    assertThat(taken).isEqualTo(PointAdmission.FIRST_BURST);
  }

  @Test
  void rareCallsOfALongCandidateAreTaken() {
    SimulatedMachine machine = new SimulatedMachine(2, CPU_ALONE, point(0));
    SimulatedMachine.Source source =
        machine.source(machine.admission(point(0)).point(), 1.5e9, CONTROL, CAPTURE);
    source.perSecond = seconds -> seconds < 20 ? 10 : 0.1;
    machine.run(100);
    long taken = source.taken;
    long arrived = source.arrived;
    machine.run(400);

    assertThat(source.arrived - arrived).isEqualTo(40);
    assertThat(source.taken - taken).isGreaterThan(38);
  }
}
