package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.classpath.UnreadableClassException;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
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
public final class CallPointCheck {
  private final ClassPathFiles files;
  private final TypeLookup types;
  private final TypePartsFinder parts;
  private final Map<MethodRef, MethodSignature> controls = new HashMap<>();

  /** Checks against the classes of this class path. */
  public CallPointCheck(ClassPathFiles files) {
    this.files = files;
    this.types = new TypeLookup(files);
    this.parts = new TypePartsFinder(new TypeLookup(files), Collections.emptySet());
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
          MethodSignature found =
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
    } catch (UnreadableClassException e) {
      findings.error(String.valueOf(e.getMessage()));
    }
    return findings.errors();
  }
}
