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
 * Lists what would be woven for a call point that has packages, as capture will find it; and what
 * would not, though it runs when the control is called.
 */
final class ImplementorCheck {
  /** More lines than that nobody reads. */
  private static final int MOST = 20;

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

  /** The named method; null where an error was noted. */
  @Nullable MethodSignature find(MethodRef ref, List<String> packages) {
    NamedMethod named;
    try {
      named = NamedMethod.find(ref, hierarchy, files.asClassFiles());
    } catch (MethodNotFoundException e) {
      findings.error(e.reason());
      return null;
    }
    own(named, ref);
    OverridingMethods overriders = new OverridingMethods(named, hierarchy, files.asClassFiles());
    for (String name : files.names()) {
      if (isIn(name, packages) && !GeneratedNames.is(name)) {
        look(name, ref, overriders);
      }
    }
    report(ref, packages);
    return signature(named.member());
  }

  private void own(NamedMethod named, MethodRef ref) {
    Member member = named.member();
    if (member.isNative()) {
      findings.warning(
          ref + " is native, so there is no code to weave; what overrides it is woven");
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

  private void look(String name, MethodRef ref, OverridingMethods overriders) {
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
      findings.warning(name + " was not looked into: " + refusal);
      return;
    }
    String internal = name.replace('.', '/');
    if (!hierarchy.above(internal, files.asClassFiles()).contains(target)) {
      return;
    }
    byte[] bytes = files.asClassFiles().find(internal);
    try {
      if (bytes != null) {
        overriding(ClassFile.of(bytes), ref, overriders);
      }
    } catch (ClassFileException e) {
      throw new IllegalStateException("was read before", e);
    }
  }

  private void overriding(ClassFile type, MethodRef ref, OverridingMethods overriders) {
    List<Member> found = overriders.in(type);
    found.forEach(member -> woven.add(line(member)));
    for (Member each : overriders.natives(type)) {
      findings.warning(line(each) + " is native, so there is no code to weave");
    }
    Member inherited = found.isEmpty() ? overriders.inherited(type) : null;
    if (inherited != null) {
      findings.warning(
          type.name().replace('/', '.')
              + " runs a body that is not woven, since it inherits it from "
              + inherited.owner()
              + ", which is not below "
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
              + " makes a "
              + ref.className()
              + " by a lambda or method reference, which no agent can weave: its calls are not"
              + " intercepted");
    }
  }

  /** What would be woven, a line each, the first of them where there are many. */
  List<String> woven() {
    List<String> lines = new ArrayList<>(woven.subList(0, Math.min(MOST, woven.size())));
    if (woven.size() > MOST) {
      lines.add("and " + (woven.size() - MOST) + " more");
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
