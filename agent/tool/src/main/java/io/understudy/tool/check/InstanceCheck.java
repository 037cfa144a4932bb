package io.understudy.tool.check;

import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.NearestWord;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.ArgumentFit;
import io.understudy.tool.type.MethodSignature;
import io.understudy.tool.type.TypeLookup;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** Says how the candidate's instance is made, or why it cannot be. */
final class InstanceCheck {
  private final ClassPathFiles files;
  private final TypeLookup types;
  private final Findings findings;

  InstanceCheck(ClassPathFiles files, TypeLookup types, Findings findings) {
    this.files = files;
    this.types = types;
    this.findings = findings;
  }

  /** Notes what is wrong with the way to an instance of {@code type}, which has the method. */
  void check(MethodSignature candidate, TypeDescription type, @Nullable MethodRef factory) {
    if (candidate.isStatic()) {
      if (factory != null) {
        findings.warning("the candidate is static, so the factory " + factory + " is not called");
      } else if (type.isInterface() && !candidate.owner().equals(type.getName())) {
        findings.error("static methods of interfaces are not inherited; name " + candidate.owner());
      }
    } else if (factory != null) {
      factory(factory, type);
    } else {
      constructor(type);
    }
  }

  private void constructor(TypeDescription type) {
    if (type.isAbstract()) {
      findings.error(
          type.getName()
              + " is abstract; name a class that can be constructed, or give a factory:");
      return;
    }
    for (MethodDescription.InDefinedShape each : type.getDeclaredMethods()) {
      if (each.isConstructor() && each.getDescriptor().equals("()V")) {
        return;
      }
    }
    findings.error(
        type.getName()
            + " has no constructor without parameters; give a factory:, a static method without"
            + " parameters that makes it");
  }

  private void factory(MethodRef ref, TypeDescription type) {
    if (new ClassSearch(files, types, findings).find(ref.className()) == null) {
      return;
    }
    List<MethodSignature> named = types.methods(ref.className(), ref.methodName());
    List<MethodSignature> usable =
        named.stream()
            .filter(m -> m.parameters().equals(Collections.emptyList()))
            .collect(Collectors.toList());
    if (usable.isEmpty()) {
      findings.error(
          "the factory "
              + ref
              + " is not there: "
              + ref.className()
              + " has no method "
              + ref.methodName()
              + " without parameters"
              + (named.isEmpty()
                  ? NearestWord.didYouMean(ref.methodName(), types.methodNames(ref.className()))
                  : ""));
    } else if (!usable.get(0).isStatic()) {
      findings.error("the factory " + ref + " is not static");
    } else {
      made(ref, usable.get(0).returned(), type.getName());
    }
  }

  private void made(MethodRef ref, String made, String wanted) {
    ArgumentFit fit = ArgumentFit.of(made, wanted, types);
    if (made.equals("void") || fit == ArgumentFit.NEVER) {
      findings.error("the factory " + ref + " makes a " + made + " and not a " + wanted);
    } else if (fit == ArgumentFit.CAST || fit == ArgumentFit.UNKNOWN) {
      findings.warning("the factory " + ref + " makes a " + made + ", which must be a " + wanted);
    }
  }
}
