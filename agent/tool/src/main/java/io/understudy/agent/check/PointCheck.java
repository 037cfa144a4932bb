package io.understudy.agent.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Says of one method at a time what {@code check} would say of a call point with it. Remembers what
 * it found, so that many can be asked about. Not thread-safe.
 */
public final class PointCheck {
  private final ClassFiles files;
  private final Types types;
  private final PartTypes parts;
  private final Map<MethodRef, Signature> controls = new HashMap<>();

  /** Checks against the classes of this class path. */
  public PointCheck(ClassFiles files) {
    this.files = files;
    this.types = new Types(files);
    this.parts = new PartTypes(new Types(files), Collections.emptySet());
  }

  /**
   * Why the method cannot be a control; empty where it can.
   *
   * @param shared whether it is named for all that implement or override it, and some do; else its
   *     own body is meant
   */
  public List<String> control(MethodRef control, boolean shared) {
    return errors(
        findings -> {
          ControlCheck check = new ControlCheck(files, types, parts, findings);
          Signature found =
              shared ? check.declared(control) : check.find(control, Collections.emptyList());
          if (found != null) {
            controls.put(control, found);
          }
        });
  }

  /**
   * Why the candidate cannot answer for the control, which was found to be one; empty where it can.
   *
   * @param factory what makes the candidate's instance; null for its constructor
   */
  public List<String> candidate(
      MethodRef control, MethodRef candidate, @Nullable MethodRef factory) {
    CallConfig call =
        CallConfig.builder(control.toString(), control, candidate).factory(factory).build();
    return errors(
        findings ->
            new CandidateCheck(files, types, parts, findings).find(call, controls.get(control)));
  }

  private static List<String> errors(Consumer<Findings> check) {
    Findings findings = new Findings();
    try {
      check.accept(findings);
    } catch (TypePool.Resolution.NoSuchTypeException e) {
      findings.error(e.getName() + " is not on the class path; without it nothing can be said");
    } catch (Unreadable e) {
      findings.error(String.valueOf(e.getMessage()));
    }
    return findings.errors();
  }
}
