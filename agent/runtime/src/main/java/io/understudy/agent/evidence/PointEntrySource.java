package io.understudy.agent.evidence;

import io.understudy.agent.call.CallPoint;
import io.understudy.agent.call.ControlClasses;
import io.understudy.agent.call.Ledger;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.IsolationConfig;
import io.understudy.agent.isolated.IsolatedLoaders;
import io.understudy.compare.accept.Acceptance;
import io.understudy.compare.accept.Acceptances;
import io.understudy.journal.CodeIdentity;
import io.understudy.journal.Fate;
import io.understudy.journal.PointEntry;
import io.understudy.journal.RecordedAcceptance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates the journal's entries for call points: their configuration, and the builds of both sides
 * once their classes are loaded. For the journal's thread.
 */
final class PointEntrySource {
  private final CodeIdentities codes = new CodeIdentities();
  private final ControlClasses controls;
  private final IsolatedLoaders isolated;

  /**
   * Creates a source.
   *
   * @param controls the classes of the controls
   * @param isolated the builds of the candidates that have a class path of their own
   */
  PointEntrySource(ControlClasses controls, IsolatedLoaders isolated) {
    this.controls = controls;
    this.isolated = isolated;
  }

  /** Returns the entry of a call point, without builds that are unknown so far. */
  PointEntry of(CallPoint point) {
    CallConfig config = point.config();
    Class<?> control = controls.of(point);
    String unwoven = controls.unwoven(point);
    return new PointEntry(
            config.name(),
            config.control().toString(),
            config.candidateText(),
            codes.of(control),
            candidateCode(point, control),
            config.sample(),
            config.timeout().toMillis(),
            config.ruleLines(point.comparesArguments()))
        .withAcceptances(recorded(config.acceptances()))
        .withNoise(config.noise())
        .withUnwoven(unwoven == null ? "" : unwoven);
  }

  private static List<RecordedAcceptance> recorded(Acceptances acceptances) {
    List<RecordedAcceptance> recorded = new ArrayList<>();
    for (Acceptance acceptance : acceptances.list()) {
      recorded.add(
          new RecordedAcceptance(
              acceptance.id(),
              acceptance.where().toString(),
              acceptance.reason(),
              acceptance.owner(),
              acceptance.until(),
              acceptance.limit().isNone() ? null : acceptance.limit().toString()));
    }
    return recorded;
  }

  private @Nullable CodeIdentity candidateCode(CallPoint point, @Nullable Class<?> control) {
    if (!point.config().isHere()) {
      return point.remoteCode();
    }
    if (control == null || !hasAnswered(point.ledger())) {
      return null;
    }
    IsolationConfig isolation = point.config().isolation();
    return isolation == null ? codes.of(candidate(point, control)) : isolated.identity(isolation);
  }

  /** The candidate's class, once it has answered; this method must not be the first to load it. */
  private static @Nullable Class<?> candidate(CallPoint point, Class<?> control) {
    try {
      return Class.forName(point.config().candidate().className(), false, control.getClassLoader());
    } catch (ClassNotFoundException | LinkageError gone) {
      return null;
    }
  }

  private static boolean hasAnswered(Ledger ledger) {
    return ledger.total(Fate.MATCHED) + ledger.total(Fate.ACCEPTED) + ledger.total(Fate.MISMATCHED)
        > 0;
  }
}
