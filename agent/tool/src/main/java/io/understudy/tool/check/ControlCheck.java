package io.understudy.tool.check;

import io.understudy.agent.classfile.GeneratedNames;
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

/** Finds the method that would be woven, or says why there is none. */
final class ControlCheck {
  private final ClassPathFiles files;
  private final TypeLookup types;
  private final Findings findings;
  private final NestedTypeCheck inside;
  private List<String> woven = Collections.emptyList();

  ControlCheck(ClassPathFiles files, TypeLookup types, TypePartsFinder parts, Findings findings) {
    this.files = files;
    this.types = types;
    this.findings = findings;
    this.inside = new NestedTypeCheck(files, types, parts);
  }

  /**
   * The method that would be woven, or that those would implement that are woven; null where an
   * error was noted.
   *
   * @param packages in which all that implements it is woven; none where it alone is
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
        usable(method);
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
    usable(method);
    return method;
  }

  /** What would be woven where the call point has packages, a line each. */
  List<String> woven() {
    return woven;
  }

  /** Why classes of this name are never woven; empty where they may be. */
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
            : ref.methodName() + " is overloaded; write one of " + listed(fitting));
    return null;
  }

  private boolean hasBody(MethodSignature method, TypeDescription type) {
    if (method.isAbstract()) {
      findings.error(
          method.shortForm()
              + " is abstract, so there is no code to weave; name a class that implements it"
              + implementors(type, method)
              + "; or give packages: in which all that implement it are woven");
    } else if (method.isNative()) {
      findings.error(
          method.shortForm()
              + " is native, so there is no code to weave; name a Java method that calls it");
    }
    return !method.isAbstract() && !method.isNative();
  }

  /** The first few classes on the class path that have a body for the method. */
  private String implementors(TypeDescription type, MethodSignature method) {
    // Its own types: what the whole class path lacks is no concern of this call point.
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
      // Some other file of the class path; it matters when a call point names its class.
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

  /** The method that is declared, whoever has bodies for it; null where an error was noted. */
  @Nullable MethodSignature declared(MethodRef ref) {
    MethodSignature method = only(types.declared(ref.className(), ref.methodName()), ref);
    if (method != null) {
      usable(method);
    }
    return method;
  }

  private void usable(MethodSignature method) {
    for (int i = 0; i < method.parameters().size(); i++) {
      StaticType type = method.parameterTypes().get(i);
      usable("parameter " + (i + 1), type, inside.always(type));
    }
    StaticType result = method.returnedType();
    usable("the result", inside.meant(result), inside.alwaysAsResult(result));
  }

  private void usable(String what, StaticType type, @Nullable String reason) {
    if (reason != null) {
      findings.error("cannot be captured: " + what + ": " + reason);
      return;
    }
    if (inside.isStage(type)) {
      findings.warning(what + " is a " + type + "; calls where it is not complete are uncaptured");
    }
    for (String place : inside.sometimes(type)) {
      findings.warning(what + " may hold " + place + "; calls with one there are uncaptured");
    }
  }

  static String listed(List<MethodSignature> methods) {
    return methods.stream()
        .map(MethodSignature::shortForm)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
