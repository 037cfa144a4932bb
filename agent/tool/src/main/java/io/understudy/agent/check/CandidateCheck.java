package io.understudy.agent.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.Nearest;
import io.understudy.compare.identity.IdPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/**
 * Finds the candidate's method as replay will find it, or says why there is none: the one with the
 * written parameter types, else the one that Java would choose for the control's, else the only one
 * that can take some of them.
 */
final class CandidateCheck {
  private final ClassFiles files;
  private final Types types;
  private final Findings findings;
  private final InsideCheck inside;

  /** Which arguments of the call point at hand are ids. */
  private IntPredicate ids = i -> false;

  CandidateCheck(ClassFiles files, Types types, PartTypes parts, Findings findings) {
    this.files = files;
    this.types = types;
    this.findings = findings;
    this.inside = new InsideCheck(files, types, parts);
  }

  /**
   * The method that would be asked; null where an error was noted.
   *
   * @param control null where it was not found, and then only the names are looked up
   */
  @Nullable Signature find(CallConfig call, @Nullable Signature control) {
    MethodRef ref = call.candidate();
    ids = IdPaths.of(call.rules().identity())::isArgument;
    if (ref.isOpen()) {
      findings.error("no candidate is named yet: write the new method in place of " + ref);
      return null;
    }
    TypeDescription type = new ClassSearch(files, types, findings).find(ref.className());
    if (type == null) {
      return null;
    }
    List<Signature> named = types.methods(ref.className(), ref.methodName());
    if (named.isEmpty()) {
      findings.error(
          ref.className()
              + " has no method "
              + ref.methodName()
              + Nearest.didYouMean(ref.methodName(), types.methodNames(ref.className())));
      return null;
    }
    Signature found = control == null ? null : choose(named, ref, control);
    if (control == null || found == null) {
      return null;
    }
    arguments(control, found);
    new ResultCheck(types, inside, findings).check(control, found);
    new InstanceCheck(files, types, findings).check(found, type, call.factory());
    return found;
  }

  private @Nullable Signature choose(List<Signature> named, MethodRef ref, Signature control) {
    if (ref.parameterTypes() != null) {
      List<Signature> written =
          named.stream().filter(m -> ref.takes(m.parameters())).collect(Collectors.toList());
      if (written.isEmpty()) {
        findings.error(
            "no method "
                + ref.methodName()
                + " of "
                + ref.className()
                + " has these parameters; it has "
                + ControlCheck.listed(named));
        return null;
      }
      return fits(written.get(0), control) ? written.get(0) : refuse(written, control);
    }
    for (Fit worst : Fit.values()) {
      List<Signature> fitting = new ArrayList<>();
      for (Signature each : named) {
        if (fit(control.parameters(), each.parameters()).compareTo(worst) <= 0) {
          fitting.add(each);
        }
      }
      if (!fitting.isEmpty() && worst != Fit.NEVER) {
        return mostSpecific(fitting, ref);
      }
    }
    return refuse(named, control);
  }

  private boolean fits(Signature method, Signature control) {
    return fit(control.parameters(), method.parameters()) != Fit.NEVER;
  }

  private @Nullable Signature refuse(List<Signature> methods, Signature control) {
    findings.error(
        "the candidate cannot take the control's arguments ("
            + String.join(", ", control.parameters())
            + "); it has "
            + ControlCheck.listed(methods));
    return null;
  }

  /** Java Language Specification 15.12.2.5: the one whose parameters all others would take. */
  private @Nullable Signature mostSpecific(List<Signature> methods, MethodRef ref) {
    for (Signature each : methods) {
      if (methods.stream().allMatch(m -> fit(each.parameters(), m.parameters()) == Fit.SUBTYPE)) {
        return each;
      }
    }
    if (methods.size() > 1) {
      findings.error(
          ref.methodName() + " is overloaded; write one of " + ControlCheck.listed(methods));
      return null;
    }
    return methods.get(0);
  }

  private Fit fit(List<String> from, List<String> to) {
    if (from.size() != to.size()) {
      return Fit.NEVER;
    }
    Fit worst = Fit.SUBTYPE;
    for (int i = 0; i < from.size(); i++) {
      worst = Fit.worse(worst, fit(i, from.get(i), to.get(i)));
    }
    return worst;
  }

  private Fit fit(int i, String from, String to) {
    return ids.test(i) ? Fit.ofId(from, to, types) : Fit.of(from, to, types);
  }

  private void arguments(Signature control, Signature candidate) {
    for (int i = 0; i < control.parameters().size(); i++) {
      String from = control.parameters().get(i);
      String to = candidate.parameters().get(i);
      Fit fit = fit(i, from, to);
      if (fit == Fit.CONVERTED && !to.equals("java.lang.String")) {
        findings.warning(
            "parameter "
                + (i + 1)
                + ": not every id that is a "
                + from
                + " can be written as a "
                + to
                + "; calls with others stay unanswered");
      } else if (fit == Fit.CAST) {
        findings.warning(
            "parameter "
                + (i + 1)
                + ": not every "
                + from
                + " is a "
                + to
                + "; calls with others stay unanswered");
      } else if (fit == Fit.UNKNOWN) {
        findings.warning(
            "parameter "
                + (i + 1)
                + ": whether a "
                + from
                + " is a "
                + to
                + " cannot be said, for the class path is not complete");
      } else if (Primitives.isPrimitive(to) && !Primitives.isPrimitive(from)) {
        findings.warning(
            "parameter "
                + (i + 1)
                + ": a null does not go into "
                + to
                + "; calls with it stay unanswered");
      }
    }
  }
}
