package io.understudy.tool.check;

import io.understudy.agent.classfile.ClassFile;
import io.understudy.agent.classfile.ClassFileException;
import io.understudy.agent.classfile.GeneratedNames;
import io.understudy.agent.classfile.Hierarchy;
import io.understudy.agent.classfile.Member;
import io.understudy.agent.classfile.MethodNotFoundException;
import io.understudy.agent.classfile.NamedMethod;
import io.understudy.agent.classfile.OverridingMethods;
import io.understudy.agent.config.MethodRef;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.TypeLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lists the methods that are woven for a call point with packages, with the rules of capture. It
 * warns of code that is not woven although it runs when the control is called.
 */
final class ImplementorCheck {
  /** The maximum number of woven methods in the output. */
  private static final int MAX_LINES = 20;

  private final ClassPathFiles files;
  private final TypeLookup types;
  private final Findings findings;
  private final Hierarchy hierarchy;
  private final List<String> woven = new ArrayList<>();
  private final Set<String> lambdas = new TreeSet<>();

  ImplementorCheck(ClassPathFiles files, TypeLookup types, Findings findings, boolean intoJdk) {
    this.files = files;
    this.types = types;
    this.findings = findings;
    this.hierarchy = intoJdk ? files.scan().withJdk : files.scan().hierarchy;
  }

  /** Returns the named method; null if an error was reported. */
  @Nullable MethodSignature find(MethodRef ref, List<String> packages) {
    NamedMethod named;
    try {
      named = NamedMethod.find(ref, hierarchy, files.asClassFiles());
    } catch (MethodNotFoundException e) {
      findings.error(e.reason());
      return null;
    }
    addNamed(named, ref);
    OverridingMethods overriders = new OverridingMethods(named, hierarchy, files.asClassFiles());
    for (String name : files.names()) {
      if (isIn(name, packages) && !GeneratedNames.is(name)) {
        addFrom(name, ref, overriders);
      }
    }
    report(ref, packages);
    return signature(named.member());
  }

  private void addNamed(NamedMethod named, MethodRef ref) {
    Member member = named.member();
    if (member.isNative()) {
      findings.warning(
          ref + " is native, so there is no code to weave; methods that override it are woven");
    } else if (member.hasBody() && named.isDeclared()) {
      woven.add(line(member));
    } else if (member.hasBody()) {
      findings.warning(
          ref.className()
              + " inherits the body of "
              + member
              + " from "
              + member.owner()
              + ", which is not woven; give "
              + member.owner()
              + "#"
              + member.name()
              + " a call point of its own");
    }
  }

  private static boolean isIn(String name, List<String> packages) {
    return packages.stream().anyMatch(each -> name.startsWith(each + "."));
  }

  private void addFrom(String name, MethodRef ref, OverridingMethods overriders) {
    String target = ref.className().replace('.', '/');
    for (String lambda : files.scan().lambdas(name)) {
      String of = lambda.substring(0, lambda.indexOf('.'));
      if (lambda.endsWith("." + ref.methodName())
          && (of.equals(target) || hierarchy.above(of, files.asClassFiles()).contains(target))) {
        lambdas.add(name);
      }
    }
    String refusal = files.scan().refusal(name);
    if (refusal != null) {
      findings.warning(name + " was not checked: " + refusal);
      return;
    }
    String internal = name.replace('.', '/');
    if (!hierarchy.above(internal, files.asClassFiles()).contains(target)) {
      return;
    }
    byte[] bytes = files.asClassFiles().find(internal);
    try {
      if (bytes != null) {
        addOverriding(ClassFile.of(bytes), ref, overriders);
      }
    } catch (ClassFileException e) {
      throw new IllegalStateException("was read before", e);
    }
  }

  private void addOverriding(ClassFile type, MethodRef ref, OverridingMethods overriders) {
    List<Member> found = overriders.in(type);
    found.forEach(member -> woven.add(line(member)));
    for (Member each : overriders.natives(type)) {
      findings.warning(line(each) + " is native, so there is no code to weave");
    }
    Member inherited = found.isEmpty() ? overriders.inherited(type) : null;
    if (inherited != null) {
      findings.warning(
          type.name().replace('/', '.')
              + " runs a body that is not woven, because it is inherited from "
              + inherited.owner()
              + ", which is not a subtype of "
              + ref.className()
              + "; give "
              + inherited.owner()
              + "#"
              + inherited.name()
              + " a call point of its own");
    }
  }

  private void report(MethodRef ref, List<String> packages) {
    if (woven.isEmpty()) {
      findings.error(
          "no class in "
              + String.join(", ", packages)
              + " has a body for "
              + ref
              + "; nothing would be woven");
    }
    for (String each : lambdas) {
      findings.warning(
          each
              + " creates a "
              + ref.className()
              + " from a lambda or method reference, which no agent can weave: its calls are"
              + " not intercepted");
    }
  }

  /** The methods that are woven, one a line; at most 20, then the number of the others. */
  List<String> woven() {
    List<String> lines = new ArrayList<>(woven.subList(0, Math.min(MAX_LINES, woven.size())));
    if (woven.size() > MAX_LINES) {
      lines.add("and " + (woven.size() - MAX_LINES) + " more");
    }
    return lines;
  }

  private static String line(Member member) {
    return member.owner() + "#" + member;
  }

  private @Nullable MethodSignature signature(Member member) {
    for (MethodSignature each : types.declared(member.owner(), member.name())) {
      if (each.parameters().equals(member.parameters())) {
        return each;
      }
    }
    return null;
  }
}
