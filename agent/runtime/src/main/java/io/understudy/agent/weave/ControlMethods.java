package io.understudy.agent.weave;

import io.understudy.agent.classfile.ClassFile;
import io.understudy.agent.classfile.ClassFileException;
import io.understudy.agent.classfile.ClassFiles;
import io.understudy.agent.classfile.Hierarchy;
import io.understudy.agent.classfile.Member;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.NearestWord;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the one method that a configuration refers to among the methods that a class declares.
 * Reads class files and loads no class. Ignores methods that the compiler has added.
 */
final class ControlMethods {
  private final Hierarchy hierarchy;
  private final ClassFiles files;

  /** Looks for inherited methods in these files. */
  ControlMethods(Hierarchy hierarchy, ClassFiles files) {
    this.hierarchy = hierarchy;
    this.files = files;
  }

  /**
   * Returns the method that a configuration refers to.
   *
   * @throws UnweavableControlException if there is none, or more than one
   */
  Member find(ClassFile type, MethodRef ref) throws UnweavableControlException {
    List<Member> named = named(type, ref.methodName());
    if (named.isEmpty()) {
      throw new UnweavableControlException(
          ref.className() + " declares no method " + ref.methodName() + elsewhere(type, ref));
    }
    List<Member> fitting =
        named.stream().filter(m -> ref.takes(m.parameters())).collect(Collectors.toList());
    if (fitting.isEmpty()) {
      throw new UnweavableControlException(
          ref + " is not there; the class declares " + join(named));
    }
    if (fitting.size() > 1) {
      throw new UnweavableControlException(ref + Member.overloads(fitting));
    }
    return fitting.get(0);
  }

  /**
   * Returns the method that a configuration refers to, which must have a body.
   *
   * @throws UnweavableControlException if there is none, or more than one, or it has no body
   */
  Member findWithBody(ClassFile type, MethodRef ref) throws UnweavableControlException {
    Member method = find(type, ref);
    if (method.isNative()) {
      throw new UnweavableControlException(ref + " is native: name the Java method that calls it");
    }
    if (!method.hasBody()) {
      throw new UnweavableControlException(
          ref
              + " is abstract: name a class that implements it, or give packages: in which all that"
              + " implement it are woven");
    }
    return method;
  }

  private static List<Member> named(ClassFile type, String name) {
    return type.members().stream()
        .filter(m -> m.name().equals(name) && !m.isGenerated())
        .collect(Collectors.toList());
  }

  private static String join(List<Member> methods) {
    return methods.stream().map(Member::toString).sorted().collect(Collectors.joining(", "));
  }

  private String elsewhere(ClassFile type, MethodRef ref) {
    for (String above : hierarchy.above(type.name(), files)) {
      byte[] bytes = files.find(above);
      try {
        if (bytes != null && !named(ClassFile.of(bytes), ref.methodName()).isEmpty()) {
          String owner = above.replace('/', '.');
          return "; it inherits it: write " + owner + "#" + ref.methodName();
        }
      } catch (ClassFileException damaged) {
        continue;
      }
    }
    return NearestWord.didYouMean(
        ref.methodName(),
        type.members().stream()
            .filter(m -> !m.isGenerated() && !m.name().startsWith("<"))
            .map(Member::name)
            .collect(Collectors.toList()));
  }
}
