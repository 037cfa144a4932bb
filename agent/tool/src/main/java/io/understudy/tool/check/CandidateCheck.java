package io.understudy.tool.check;

import io.understudy.agent.config.ArgumentSource;
import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.ForeignClasses;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.NearestWord;
import io.understudy.compare.identity.IdPaths;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.ArgumentFit;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.PrimitiveTypes;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.tool.type.ValueSort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/**
 * Finds the candidate's method with the rules of replay, or reports why there is none. The order
 * is: the method with the configured parameter types; the method that Java would choose for the
 * control's parameter types; the only method that can take some of the arguments.
 */
final class CandidateCheck {
  private final ClassPathFiles files;
  private final TypeLookup types;
  private final Findings findings;
  private final NestedTypeCheck nested;
  private final TypePartsFinder parts;
  private final ControlSide side;

  /** Which arguments of the current call point are ids. */
  private IntPredicate ids = i -> false;

  /** Checks candidates that see the classes of their controls. */
  CandidateCheck(ClassPathFiles files, TypeLookup types, TypePartsFinder parts, Findings findings) {
    this(files, types, parts, findings, new ControlSide(types, parts));
  }

  /**
   * Checks candidates.
   *
   * @param side the classes that their controls see
   */
  CandidateCheck(
      ClassPathFiles files,
      TypeLookup types,
      TypePartsFinder parts,
      Findings findings,
      ControlSide side) {
    this.side = side;
    this.files = files;
    this.types = types;
    this.parts = parts;
    this.findings = findings;
    this.nested = new NestedTypeCheck(files, types, parts);
  }

  /**
   * Returns the method that replay would call; null if an error was reported.
   *
   * @param control null if it was not found; then only the candidate's names are checked
   */
  @Nullable MethodSignature find(CallConfig call, @Nullable MethodSignature control) {
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
    List<MethodSignature> named = types.methods(ref.className(), ref.methodName());
    if (named.isEmpty()) {
      findings.error(
          ref.className()
              + " has no method "
              + ref.methodName()
              + NearestWord.didYouMean(ref.methodName(), types.methodNames(ref.className())));
      return null;
    }
    MethodSignature found = control == null ? null : choose(named, call, control);
    if (control == null || found == null) {
      return null;
    }
    if (!found.isAbstract() && ForeignClasses.isOfJdk(found.owner())) {
      findings.error(
          "the candidate is inherited from "
              + found.owner()
              + ", which belongs to the JDK and is never called as a candidate");
      return null;
    }
    MethodSignature adapter = new AdapterCheck(files, types, findings).find(call);
    if (adapter == null && call.mapping().adapter() != null) {
      return null; // The error was reported.
    }
    if (adapter != null || call.mapping().arguments() != null || isConverted(control, found)) {
      new MappingCheck(call, files, types, parts, findings, side)
          .check(control, adapter == null ? found : adapter);
    } else {
      checkArguments(control, found);
    }
    new ResultCheck(types, nested, findings).check(control, found);
    new InstanceCheck(files, types, findings).check(found, type, call);
    if (call.isolation() == null) {
      boolean isChosen = call.factory() != null || call.instance() != null;
      new SelfCheck(files, types, findings).check(control, found, isChosen);
    }
    return found;
  }

  /** Whether an argument is not passed as it is, by the declared types. */
  private boolean isConverted(MethodSignature control, MethodSignature candidate) {
    for (int i = 0; i < control.parameters().size(); i++) {
      StaticType from = control.parameterTypes().get(i);
      StaticType to = candidate.parameterTypes().get(i);
      boolean isGeneric = !to.toString().equals(to.rawName());
      boolean isSame = to.toString().equals(from.toString()) && !side.isForeign(from.toString());
      ArgumentFit fit = fit(i, control.parameters().get(i), candidate.parameters().get(i));
      if (!ids.test(i) && (fit == ArgumentFit.NEVER || (isGeneric && !isSame))) {
        return true;
      }
    }
    return false;
  }

  /** The only method with the written types, or with the number of arguments. */
  private @Nullable MethodSignature chooseByCount(
      List<MethodSignature> named, MethodRef ref, int count) {
    List<MethodSignature> found =
        named.stream()
            .filter(
                m ->
                    ref.parameterTypes() == null
                        ? count < 0 || m.parameters().size() == count
                        : ref.takes(m.parameters()))
            .collect(Collectors.toList());
    if (found.size() == 1) {
      return found.get(0);
    }
    findings.error(
        found.isEmpty()
            ? "no method "
                + ref
                + " takes "
                + count
                + " arguments; it has "
                + ControlCheck.listed(named)
            : ref.methodName() + ControlCheck.overloads(found));
    return null;
  }

  /** The only method to whose parameters the arguments may be converted; null if none is. */
  private @Nullable MethodSignature chooseConverted(
      List<MethodSignature> named, MethodSignature control) {
    List<MethodSignature> found =
        named.stream().filter(m -> mayBeConverted(control, m)).collect(Collectors.toList());
    return found.size() == 1 ? found.get(0) : refuse(named, control);
  }

  private boolean mayBeConverted(MethodSignature control, MethodSignature method) {
    int count = control.parameters().size();
    boolean may = method.parameters().size() == count;
    for (int i = 0; may && i < count; i++) {
      StaticType to = method.parameterTypes().get(i);
      may =
          fit(i, control.parameters().get(i), method.parameters().get(i)) != ArgumentFit.NEVER
              || ValueSort.of(control.parameterTypes().get(i), side.types)
                  .mayBecome(ValueSort.of(to, types));
    }
    return may;
  }

  private @Nullable MethodSignature choose(
      List<MethodSignature> named, CallConfig call, MethodSignature control) {
    MethodRef ref = call.candidate();
    List<ArgumentSource> sources = call.mapping().arguments();
    if (call.mapping().adapter() != null || sources != null) {
      boolean isCounted = call.mapping().adapter() == null && sources != null;
      return chooseByCount(named, ref, isCounted ? sources.size() : -1);
    }
    if (ref.parameterTypes() != null) {
      List<MethodSignature> written =
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
      return fits(written.get(0), control) ? written.get(0) : chooseConverted(written, control);
    }
    for (ArgumentFit worst : ArgumentFit.values()) {
      List<MethodSignature> fitting = new ArrayList<>();
      for (MethodSignature each : named) {
        if (fit(control.parameters(), each.parameters()).compareTo(worst) <= 0) {
          fitting.add(each);
        }
      }
      if (!fitting.isEmpty() && worst != ArgumentFit.NEVER) {
        return mostSpecific(fitting, ref);
      }
    }
    return chooseConverted(named, control);
  }

  private boolean fits(MethodSignature method, MethodSignature control) {
    return fit(control.parameters(), method.parameters()) != ArgumentFit.NEVER;
  }

  private @Nullable MethodSignature refuse(List<MethodSignature> methods, MethodSignature control) {
    findings.error(
        "the candidate cannot take the control's arguments ("
            + String.join(", ", control.parameters())
            + "); it has "
            + ControlCheck.listed(methods));
    return null;
  }

  /**
   * Returns the most specific method (Java Language Specification 15.12.2.5): all others accept its
   * parameters.
   */
  private @Nullable MethodSignature mostSpecific(List<MethodSignature> methods, MethodRef ref) {
    for (MethodSignature each : methods) {
      if (methods.stream().allMatch(m -> isSubtype(each.parameters(), m.parameters()))) {
        return each;
      }
    }
    if (methods.size() > 1) {
      findings.error(ref.methodName() + ControlCheck.overloads(methods));
      return null;
    }
    return methods.get(0);
  }

  /** Whether a method of the candidate accepts all parameters of another. */
  private boolean isSubtype(List<String> from, List<String> to) {
    boolean isSubtype = from.size() == to.size();
    for (int i = 0; isSubtype && i < from.size(); i++) {
      isSubtype = ArgumentFit.of(from.get(i), to.get(i), types) == ArgumentFit.SUBTYPE;
    }
    return isSubtype;
  }

  private ArgumentFit fit(List<String> from, List<String> to) {
    if (from.size() != to.size()) {
      return ArgumentFit.NEVER;
    }
    ArgumentFit worst = ArgumentFit.SUBTYPE;
    for (int i = 0; i < from.size(); i++) {
      worst = ArgumentFit.worse(worst, fit(i, from.get(i), to.get(i)));
    }
    return worst;
  }

  private ArgumentFit fit(int i, String from, String to) {
    if (side.isForeign(from)) {
      return side.isPassed(from, to) ? ArgumentFit.SUBTYPE : ArgumentFit.NEVER;
    }
    return ids.test(i) ? ArgumentFit.ofId(from, to, types) : ArgumentFit.of(from, to, types);
  }

  private void checkArguments(MethodSignature control, MethodSignature candidate) {
    for (int i = 0; i < control.parameters().size(); i++) {
      String from = control.parameters().get(i);
      String to = candidate.parameters().get(i);
      ArgumentFit fit = fit(i, from, to);
      if (fit == ArgumentFit.CONVERTED && !to.equals("java.lang.String")) {
        findings.warning(
            "parameter "
                + (i + 1)
                + ": not every id that is a "
                + from
                + " can be written as a "
                + to
                + "; calls with other values are unanswered");
      } else if (fit == ArgumentFit.CAST) {
        findings.warning(
            "parameter "
                + (i + 1)
                + ": not every "
                + from
                + " is a "
                + to
                + "; calls with other values are unanswered");
      } else if (fit == ArgumentFit.UNKNOWN) {
        findings.warning(
            "parameter "
                + (i + 1)
                + ": whether a "
                + from
                + " is a "
                + to
                + " is unknown, because the class path is incomplete");
      } else if (PrimitiveTypes.isPrimitive(to) && !PrimitiveTypes.isPrimitive(from)) {
        findings.warning(
            "parameter "
                + (i + 1)
                + ": a null cannot be passed as "
                + to
                + "; calls with a null are unanswered");
      }
    }
  }
}
