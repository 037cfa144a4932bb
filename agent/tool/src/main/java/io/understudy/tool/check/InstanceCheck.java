package io.understudy.tool.check;

import io.understudy.agent.config.CallConfig;
import io.understudy.agent.config.InstanceKind;
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

/** Checks how the candidate's instance is created. */
final class InstanceCheck {
  /** The beginning of the error for a factory that the user must still name. */
  static final String OPEN =
      "no factory is named yet: write a static method without parameters that returns a ";

  private final ClassPathFiles files;
  private final TypeLookup types;
  private final Findings findings;

  InstanceCheck(ClassPathFiles files, TypeLookup types, Findings findings) {
    this.files = files;
    this.types = types;
    this.findings = findings;
  }

  /**
   * Reports why no instance of {@code type}, which has the candidate method, can be created.
   *
   * @param call names the factory, or another source of the instance
   */
  void check(MethodSignature candidate, TypeDescription type, CallConfig call) {
    MethodRef factory = call.factory();
    InstanceKind instance = call.instance();
    if (candidate.isStatic()) {
      if (factory != null) {
        findings.warning("the candidate is static, so the factory " + factory + " is not called");
      } else if (type.isInterface() && !candidate.owner().equals(type.getName())) {
        findings.error("static methods of interfaces are not inherited; name " + candidate.owner());
      }
    } else if (factory != null && factory.isOpen()) {
      findings.error(
          OPEN
              + type.getName()
              + " in place of "
              + factory
              + ", such as factory: com.acme.shadow.Instances#create");
    } else if (factory != null) {
      checkFactory(factory, type);
    } else if (instance == InstanceKind.STATIC) {
      findings.error("the candidate is not static; remove instance: static");
    } else if (instance == InstanceKind.CONSTRUCT && type.isAbstract()) {
      findings.error(type.getName() + " is abstract; name a concrete class");
    } else if (instance == null) {
      checkConstructor(type);
    }
  }

  private void checkConstructor(TypeDescription type) {
    if (type.isAbstract()) {
      findings.error(type.getName() + " is abstract; name a concrete class, or give a factory:");
      return;
    }
    for (MethodDescription.InDefinedShape each : type.getDeclaredMethods()) {
      if (each.isConstructor() && each.getDescriptor().equals("()V")) {
        return;
      }
    }
    findings.error(
        type.getName()
            + " has no constructor without parameters; give a factory:, a static method"
            + " without parameters that returns an instance; or say by instance: where its object"
            + " comes from");
  }

  private void checkFactory(MethodRef ref, TypeDescription type) {
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
              + " does not exist: "
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
      checkReturned(ref, usable.get(0).returned(), type.getName());
    }
  }

  private void checkReturned(MethodRef ref, String returned, String required) {
    ArgumentFit fit = ArgumentFit.of(returned, required, types);
    if (returned.equals("void") || fit == ArgumentFit.NEVER) {
      findings.error("the factory " + ref + " returns a " + returned + ", not a " + required);
    } else if (fit == ArgumentFit.CAST || fit == ArgumentFit.UNKNOWN) {
      findings.warning(
          "the factory " + ref + " returns a " + returned + ", which must be a " + required);
    }
  }
}
