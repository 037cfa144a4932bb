package io.understudy.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call point as one session runs it. Written when it is known, again when the code identities
 * become known, and at the head of every further file; the last one read holds. Immutable.
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

  /**
   * States a call point that accepts no difference and never repeats a call.
   *
   * @param name its name, unique in the session
   * @param control the legacy method, as configuration writes it
   * @param candidate the new method, as configuration writes it
   * @param controlCode which build of the legacy code; null until it is known
   * @param candidateCode which build of the new code; null until it is known
   * @param sample share of calls that is taken, from 0 to 1
   * @param timeoutMillis how long the candidate may take, milliseconds
   * @param rules what counts as equal, one text for each rule; copied
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
        0);
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
      double noise) {
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
  }

  /** The same call point with these accepted differences instead; copied. */
  public PointEntry withAcceptances(List<RecordedAcceptance> differences) {
    return with(new ArrayList<>(differences), noise);
  }

  /** The same call point of whose calls this share, from 0 to 1, is asked of the control twice. */
  public PointEntry withNoise(double share) {
    return with(accepts, share);
  }

  private PointEntry with(List<RecordedAcceptance> differences, double share) {
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
        share);
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

  /** Which build of the legacy code ran; null until it is known. */
  public @Nullable CodeIdentity controlCode() {
    return controlCode;
  }

  /** Which build of the new code ran; null until it is known. */
  public @Nullable CodeIdentity candidateCode() {
    return candidateCode;
  }

  /** The share of calls that is taken, from 0 to 1. */
  public double sample() {
    return sample;
  }

  /** How long the candidate may take, milliseconds. */
  public long timeoutMillis() {
    return timeoutMillis;
  }

  /** The rules of comparing, one text each. Unmodifiable. */
  public List<String> rules() {
    return rules;
  }

  /** The accepted differences, in the order in which they are tried. Unmodifiable. */
  public List<RecordedAcceptance> accepts() {
    return accepts;
  }

  /** The share of calls for which the control is asked twice, from 0 to 1. */
  public double noise() {
    return noise;
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
        && Double.compare(noise, that.noise) == 0;
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
