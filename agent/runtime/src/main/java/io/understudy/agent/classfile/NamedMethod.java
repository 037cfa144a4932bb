package io.understudy.agent.classfile;

import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one method that a configuration names by a type, a name and maybe parameter types. The type
 * or one of its supertypes declares it. Immutable.
 */
public final class NamedMethod {
  private final String type;
  private final Member member;

  private NamedMethod(String type, Member member) {
    this.type = type;
    this.member = member;
  }

  /**
   * Finds the method.
   *
   * @throws MethodNotFoundException if there is none, or more than one
   */
  public static NamedMethod find(MethodRef ref, Hierarchy hierarchy, ClassFiles files)
      throws MethodNotFoundException {
    String type = ref.className().replace('.', '/');
    Set<String> types = new LinkedHashSet<>();
    types.add(type);
    types.addAll(hierarchy.above(type, files));
    List<Member> all = new ArrayList<>();
    for (String each : types) {
      List<Member> named = named(each, ref, files);
      List<Member> fitting =
          named.stream().filter(m -> ref.takes(m.parameters())).collect(Collectors.toList());
      if (fitting.size() > 1) {
        throw new MethodNotFoundException(ref + Member.overloads(fitting));
      }
      if (!fitting.isEmpty()) {
        return new NamedMethod(type, fitting.get(0));
      }
      all.addAll(named);
    }
    Member generic = all.isEmpty() ? null : GenericSupertypes.find(ref, all, files);
    if (generic != null) {
      return new NamedMethod(type, generic);
    }
    throw new MethodNotFoundException(missing(ref, all, types, files));
  }

  private static String missing(
      MethodRef ref, List<Member> named, Set<String> types, ClassFiles files) {
    if (files.find(ref.className().replace('.', '/')) == null) {
      return "the class file of " + ref.className() + " is not found";
    }
    if (!named.isEmpty()) {
      return ref + " is not there; the class has " + join(named);
    }
    Set<String> names = new LinkedHashSet<>();
    for (String type : types) {
      members(type, files).stream()
          .filter(m -> !m.isGenerated() && !m.name().startsWith("<"))
          .forEach(m -> names.add(m.name()));
    }
    return ref.className()
        + " has no method "
        + ref.methodName()
        + NearestWord.didYouMean(ref.methodName(), names);
  }

  private static List<Member> named(String type, MethodRef ref, ClassFiles files) {
    return members(type, files).stream()
        .filter(m -> m.name().equals(ref.methodName()) && !m.isGenerated())
        .collect(Collectors.toList());
  }

  static List<Member> members(String type, ClassFiles files) {
    byte[] bytes = files.find(type);
    try {
      return bytes == null ? new ArrayList<>() : ClassFile.of(bytes).members();
    } catch (ClassFileException e) {
      return new ArrayList<>();
    }
  }

  private static String join(List<Member> members) {
    return members.stream().map(Member::toString).sorted().collect(Collectors.joining(", "));
  }

  /** Returns the internal name of the type that the configuration names. */
  String type() {
    return type;
  }

  /** Returns the method, as the type or its supertype declares it. */
  public Member member() {
    return member;
  }

  /** Whether the named type itself declares it. */
  public boolean isDeclared() {
    return member.owner().equals(type.replace('/', '.'));
  }
}
