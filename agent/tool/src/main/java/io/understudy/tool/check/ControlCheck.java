package io.understudy.tool.check;

import io.understudy.agent.classfile.GeneratedNames;
import io.understudy.agent.classfile.Overloads;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.NearestWord;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.classpath.UnreadableClassException;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.StaticType;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Finds the method that is woven, or reports why there is none. */
final class ControlCheck {
  private final ClassPathFiles files;
  private final TypeLookup types;
  private final Findings findings;
  private final NestedTypeCheck nested;
  private List<String> woven = Collections.emptyList();

  ControlCheck(ClassPathFiles files, TypeLookup types, TypePartsFinder parts, Findings findings) {
    this.files = files;
    this.types = types;
    this.findings = findings;
    this.nested = new NestedTypeCheck(files, types, parts);
  }

  /**
   * Returns the named method; null if an error was reported.
   *
   * @param packages the packages in which all implementations are woven; if empty, only the method
   *     itself is woven
   */
  @Nullable MethodSignature find(MethodRef ref, List<String> packages) {
    String refusal = refusal(ref.className(), !packages.isEmpty());
    if (!refusal.isEmpty()) {
      findings.error(ref.className() + refusal);
      return null;
    }
    TypeDescription type = new ClassSearch(files, types, findings).find(ref.className());
    if (type == null) {
      return null;
    }
    if (!packages.isEmpty()) {
      boolean intoJdk = ref.className().startsWith("java.");
      ImplementorCheck implementors = new ImplementorCheck(files, types, findings, intoJdk);
      MethodSignature method = implementors.find(ref, packages);
      woven = implementors.woven();
      if (method != null) {
        checkCapturable(method);
      }
      return method;
    }
    List<MethodSignature> named = types.declared(ref.className(), ref.methodName());
    MethodSignature method = named.isEmpty() ? null : only(named, ref);
    if (named.isEmpty()) {
      findings.error(missing(ref));
    }
    if (method == null || !hasBody(method, type)) {
      return null;
    }
    checkCapturable(method);
    return method;
  }

  /** The methods that are woven for a call point with packages, one a line. */
  List<String> woven() {
    return woven;
  }

  /** Returns why classes of this name are never woven; empty if they can be. */
  private static String refusal(String className, boolean hasPackages) {
    if (className.matches("(java|javax|jdk|sun|com\\.sun)\\..*") && !hasPackages) {
      return " belongs to the JDK; only the application's own classes are woven";
    }
    if (className.matches("io\\.understudy\\.(agent|bridge)\\..*")) {
      return " belongs to the agent itself";
    }
    return GeneratedNames.is(className)
        ? " is generated at run time; name the class that it was generated for"
        : "";
  }

  private @Nullable MethodSignature only(List<MethodSignature> named, MethodRef ref) {
    List<MethodSignature> fitting =
        named.stream().filter(m -> ref.takes(m.parameters())).collect(Collectors.toList());
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    findings.error(
        fitting.isEmpty()
            ? "no method "
                + ref.methodName()
                + " of "
                + ref.className()
                + " has these parameters;"
                + " it declares "
                + listed(named)
            : ref.methodName() + overloads(fitting));
    return null;
  }

  private boolean hasBody(MethodSignature method, TypeDescription type) {
    if (method.isAbstract()) {
      findings.error(
          method.shortForm()
              + " is abstract, so there is no code to weave; name a class that implements it"
              + implementors(type, method)
              + "; or give packages:, and the classes in them that implement it are woven");
    } else if (method.isNative()) {
      findings.error(
          method.shortForm()
              + " is native, so there is no code to weave; name a Java method that calls it");
    }
    return !method.isAbstract() && !method.isNative();
  }

  /** Names up to three classes on the class path that implement the method. */
  private String implementors(TypeDescription type, MethodSignature method) {
    // A lookup of its own: types missing elsewhere on the class path are not reported here.
    TypeLookup all = new TypeLookup(files);
    List<String> found = new ArrayList<>();
    for (String name : files.names()) {
      if (!name.equals(type.getName()) && implementsIt(name, type, method, all)) {
        found.add(name);
        if (found.size() == 3) {
          break;
        }
      }
    }
    return found.isEmpty() ? "" : ", such as " + String.join(" or ", found);
  }

  private static boolean implementsIt(
      String name, TypeDescription type, MethodSignature method, TypeLookup types) {
    try {
      return types.closure(name).contains(type.getName())
          && types.declared(name, nameOf(method)).stream()
              .anyMatch(m -> m.parameters().equals(method.parameters()) && !m.isAbstract());
    } catch (UnreadableClassException e) {
      // Another class file; it is reported if a call point names its class.
      return false;
    }
  }

  private static String nameOf(MethodSignature method) {
    return method.shortForm().substring(0, method.shortForm().indexOf('('));
  }

  private String missing(MethodRef ref) {
    for (String above : types.closure(ref.className())) {
      if (!above.equals(ref.className()) && !types.declared(above, ref.methodName()).isEmpty()) {
        return ref.className()
            + " inherits "
            + ref.methodName()
            + " and does not declare it; write "
            + above
            + "#"
            + ref.methodName();
      }
    }
    Set<String> names = types.methodNames(ref.className());
    return ref.className()
        + " declares no method "
        + ref.methodName()
        + NearestWord.didYouMean(ref.methodName(), names);
  }

  /** Returns the declared method, with or without a body; null if an error was reported. */
  @Nullable MethodSignature declared(MethodRef ref) {
    MethodSignature method = only(types.declared(ref.className(), ref.methodName()), ref);
    if (method != null) {
      checkCapturable(method);
    }
    return method;
  }

  private void checkCapturable(MethodSignature method) {
    for (int i = 0; i < method.parameters().size(); i++) {
      StaticType type = method.parameterTypes().get(i);
      checkCapturable("parameter " + (i + 1), type, nested.reasonNever(type));
      warnOfRefusals("parameter " + (i + 1), nested.refusedPlaces(type, true));
    }
    StaticType result = method.returnedType();
    checkCapturable("the result", nested.valueType(result), nested.reasonNeverAsResult(result));
    warnOfRefusals("the result", nested.refusedPlaces(result, false));
  }

  private void warnOfRefusals(String label, List<String> places) {
    for (String place : places) {
      findings.warning(label + ": " + place + "; calls with such a value are uncaptured");
    }
  }

  private void checkCapturable(String label, StaticType type, @Nullable String reason) {
    if (reason != null) {
      findings.error("cannot be captured: " + label + ": " + reason);
      return;
    }
    if (nested.isStage(type)) {
      findings.warning(label + " is a " + type + "; calls where it is not complete are uncaptured");
    }
    for (String part : nested.unusableParts(type)) {
      findings.warning(label + " may hold " + part + "; calls with such a value are uncaptured");
    }
  }

  /** Returns what to write where a name means all of these methods. */
  static String overloads(List<MethodSignature> methods) {
    List<String> parameters = new ArrayList<>();
    List<String> withResults = new ArrayList<>();
    for (MethodSignature each : methods) {
      parameters.add(each.parameters().toString());
      withResults.add(each.shortForm() + ": " + each.returned());
    }
    return Overloads.advice(
        " is overloaded; write one of " + listed(methods), parameters, withResults);
  }

  static String listed(List<MethodSignature> methods) {
    return methods.stream()
        .map(MethodSignature::shortForm)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
