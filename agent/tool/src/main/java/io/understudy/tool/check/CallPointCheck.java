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
 * Checks single methods as {@code check} would check a call point with them. It caches what it
 * finds, so that many methods can be checked. Not thread-safe.
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
   * Returns why the method cannot be a control; empty if it can.
   *
   * @param isShared true if the call point covers all methods that implement or override it, false
   *     if it covers its own body
   */
  public List<String> control(MethodRef control, boolean isShared) {
    return errors(
        findings -> {
          ControlCheck check = new ControlCheck(files, types, parts, findings);
          MethodSignature found =
              isShared ? check.declared(control) : check.find(control, Collections.emptyList());
          if (found != null) {
            controls.put(control, found);
          }
        });
  }

  /**
   * Returns why the candidate does not fit the control; empty if it fits. {@link #control} must
   * have accepted the control before.
   *
   * @param factory the method that creates the candidate's instance; null for its constructor
   */
  public List<String> candidate(
      MethodRef control, MethodRef candidate, @Nullable MethodRef factory) {
    CallConfig call =
        CallConfig.builder(control.toString(), control, candidate).factory(factory).build();
    return errors(
        findings ->
            new CandidateCheck(files, types, parts, findings).find(call, controls.get(control)));
  }

  /**
   * Whether the candidate fits the control once there is a factory for its instance. {@link
   * #control} must have accepted the control before.
   */
  public boolean fitsWithFactory(MethodRef control, MethodRef candidate, MethodRef openFactory) {
    List<String> errors = candidate(control, candidate, openFactory);
    return errors.size() == 1 && errors.get(0).startsWith(InstanceCheck.OPEN);
  }

  private static List<String> errors(Consumer<Findings> check) {
    Findings findings = new Findings();
    try {
      check.accept(findings);
    } catch (TypePool.Resolution.NoSuchTypeException e) {
      findings.error(
          e.getName() + " is not on the class path, so the call point cannot be" + " checked");
    } catch (UnreadableClassException e) {
      findings.error(String.valueOf(e.getMessage()));
    }
    return findings.errors();
  }
}
