package io.understudy.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call point as one session runs it. It is written when the point is known, again when the code
 * identities are known, and at the start of each further file; the last one is valid. Immutable.
 */
public final class PointEntry {
  private final String name;
  private final String control;
  private final String candidate;
  private final @Nullable CodeIdentity controlCode;
  private final @Nullable CodeIdentity candidateCode;
  private final double sample;
  private final long timeoutMillis;
  private final List<String> rules;
  private final List<RecordedAcceptance> accepts;
  private final double noise;
  private final String unwoven;

  /**
   * Creates a call point without accepted differences and without repeated calls.
   *
   * @param name its name, unique in the session
   * @param control the legacy method, as in the configuration
   * @param candidate the new method, as in the configuration
   * @param controlCode the build of the legacy code; null until it is known
   * @param candidateCode the build of the new code; null until it is known
   * @param sample the share of calls that is captured, from 0 to 1
   * @param timeoutMillis the time limit of the candidate, milliseconds
   * @param rules the rules of the comparison, one text each; copied
   */
  public PointEntry(
      String name,
      String control,
      String candidate,
      @Nullable CodeIdentity controlCode,
      @Nullable CodeIdentity candidateCode,
      double sample,
      long timeoutMillis,
      List<String> rules) {
    this(
        name,
        control,
        candidate,
        controlCode,
        candidateCode,
        sample,
        timeoutMillis,
        new ArrayList<>(rules),
        Collections.emptyList(),
        0,
        "");
  }

  private PointEntry(
      String name,
      String control,
      String candidate,
      @Nullable CodeIdentity controlCode,
      @Nullable CodeIdentity candidateCode,
      double sample,
      long timeoutMillis,
      List<String> rules,
      List<RecordedAcceptance> accepts,
      double noise,
      String unwoven) {
    this.name = name;
    this.control = control;
    this.candidate = candidate;
    this.controlCode = controlCode;
    this.candidateCode = candidateCode;
    this.sample = sample;
    this.timeoutMillis = timeoutMillis;
    this.rules = Collections.unmodifiableList(rules);
    this.accepts = Collections.unmodifiableList(accepts);
    this.noise = noise;
    this.unwoven = unwoven;
  }

  /** Returns the same call point with these accepted differences; copied. */
  public PointEntry withAcceptances(List<RecordedAcceptance> differences) {
    return with(new ArrayList<>(differences), noise, unwoven);
  }

  /**
   * Returns the same call point with this share of calls, from 0 to 1, whose control is repeated.
   */
  public PointEntry withNoise(double share) {
    return with(accepts, share, unwoven);
  }

  /** Returns the same call point with the reason why its control is not woven; empty if it is. */
  public PointEntry withUnwoven(String reason) {
    return with(accepts, noise, EntryText.clip(reason));
  }

  private PointEntry with(List<RecordedAcceptance> differences, double share, String reason) {
    return new PointEntry(
        name,
        control,
        candidate,
        controlCode,
        candidateCode,
        sample,
        timeoutMillis,
        rules,
        differences,
        share,
        reason);
  }

  /** The call point's name. */
  public String name() {
    return name;
  }

  /** The legacy method. */
  public String control() {
    return control;
  }

  /** The new method. */
  public String candidate() {
    return candidate;
  }

  /** The build of the legacy code that ran; null until it is known. */
  public @Nullable CodeIdentity controlCode() {
    return controlCode;
  }

  /** The build of the new code that ran; null until it is known. */
  public @Nullable CodeIdentity candidateCode() {
    return candidateCode;
  }

  /** The share of calls that is captured, from 0 to 1. */
  public double sample() {
    return sample;
  }

  /** The time limit of the candidate, milliseconds. */
  public long timeoutMillis() {
    return timeoutMillis;
  }

  /** The rules of the comparison, one text each. Unmodifiable. */
  public List<String> rules() {
    return rules;
  }

  /** The accepted differences, in the order in which they are tried. Unmodifiable. */
  public List<RecordedAcceptance> accepts() {
    return accepts;
  }

  /** The share of calls whose control is repeated, from 0 to 1. */
  public double noise() {
    return noise;
  }

  /** Why no class of the control is woven, so that no call is intercepted; empty if unknown. */
  public String unwoven() {
    return unwoven;
  }

  /** Returns the estimated size of this entry in memory. Bytes. */
  public long size() {
    long texts = name.length() + control.length() + candidate.length() + unwoven.length();
    for (String rule : rules) {
      texts += 30 + rule.length();
    }
    for (RecordedAcceptance accepted : accepts) {
      texts += 150 + accepted.toString().length();
    }
    return 500 + 2 * texts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof PointEntry)) {
      return false;
    }
    PointEntry that = (PointEntry) other;
    return name.equals(that.name)
        && control.equals(that.control)
        && candidate.equals(that.candidate)
        && Objects.equals(controlCode, that.controlCode)
        && Objects.equals(candidateCode, that.candidateCode)
        && Double.compare(sample, that.sample) == 0
        && timeoutMillis == that.timeoutMillis
        && rules.equals(that.rules)
        && accepts.equals(that.accepts)
        && Double.compare(noise, that.noise) == 0
        && unwoven.equals(that.unwoven);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, control, candidate);
  }

  @Override
  public String toString() {
    return name + ": " + control + " -> " + candidate;
  }
}
