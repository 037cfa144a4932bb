package io.understudy.agent.classfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the methods of a class that run when the named method is called on its objects. Immutable.
 *
 * <p>For the JVM (JVMS 5.4.6), a method overrides another method with the same name and descriptor.
 * If generics or a narrower result change the descriptor, compilers add a bridge method with the
 * original descriptor that calls the written method. So this class follows the bridges of the
 * class, and of the types between it and the named type. It need not read generic signatures.
 */
public final class OverridingMethods {
  private final NamedMethod method;
  private final Hierarchy hierarchy;
  private final ClassFiles files;

  /** Searches for methods that override {@code method}. */
  public OverridingMethods(NamedMethod method, Hierarchy hierarchy, ClassFiles files) {
    this.method = method;
    this.hierarchy = hierarchy;
    this.files = files;
  }

  /**
   * Returns the overriding methods with bodies of a class that is a subtype of the named type.
   *
   * <p>A bridge is included if it calls a method outside the class: then a superclass has the body,
   * and the superclass may be no subtype of the named type.
   */
  public List<Member> in(ClassFile type) {
    if (!method.member().isVirtual() || isOutOfReach(type)) {
      return new ArrayList<>();
    }
    List<Member> members = type.members();
    Set<String> family = family(members);
    List<Member> found = new ArrayList<>();
    Set<String> own = new HashSet<>();
    members.forEach(each -> own.add(each.key()));
    for (Member each : members) {
      String target = each.target();
      boolean leadsElsewhere = target != null && own.contains(target);
      if (each.isVirtual() && each.hasBody() && !leadsElsewhere && family.contains(each.key())) {
        found.add(each);
      }
    }
    return found;
  }

  /** Returns the native methods of a class that override the named one. */
  public List<Member> natives(ClassFile type) {
    List<Member> members = type.members();
    Set<String> family = family(members);
    members.removeIf(m -> !m.isNative() || !m.isVirtual() || !family.contains(m.key()));
    return members;
  }

  /**
   * Whether the class cannot override a package-private method because it is in another package.
   */
  private boolean isOutOfReach(ClassFile type) {
    return method.member().isOfPackage()
        && !packageOf(type.name()).equals(packageOf(method.member().owner().replace('.', '/')));
  }

  private static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  /** Returns the keys under which the class may declare the method. */
  private Set<String> family(List<Member> members) {
    Set<String> family = new HashSet<>();
    family.add(method.member().key());
    follow(members, family);
    boolean others = false;
    for (Member each : members) {
      others |=
          each.name().equals(method.member().name())
              && each.isVirtual()
              && !family.contains(each.key());
    }
    if (others) {
      // Some compilers omit a bridge that a superclass has already.
      for (String above : between(members.get(0).owner().replace('.', '/'))) {
        follow(NamedMethod.members(above, files), family);
      }
      follow(members, family);
    }
    return family;
  }

  /** Returns the types between the class and the named type. */
  private List<String> between(String name) {
    List<String> between = new ArrayList<>();
    for (String above : hierarchy.above(name, files)) {
      if (hierarchy.above(above, files).contains(method.type())) {
        between.add(above);
      }
    }
    return between;
  }

  /** Adds the methods that bridges in the family call. */
  private static void follow(List<Member> members, Set<String> family) {
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Member each : members) {
        String target = each.target();
        if (target != null && family.contains(each.key())) {
          grown |= family.add(target);
        }
      }
    }
  }

  /**
   * Returns the body that objects of a class run and that is not woven, since the superclass that
   * declares it is no subtype of the named type; null if there is none.
   *
   * @param type a subtype of the named type, for which {@link #in} finds nothing
   */
  public @Nullable Member inherited(ClassFile type) {
    if (!method.member().isVirtual() || type.isInterface()) {
      return null;
    }
    String above = superclass(type.name());
    while (above != null && !isBelow(above)) {
      for (Member each : NamedMethod.members(above, files)) {
        if (each.key().equals(method.member().key()) && each.isVirtual() && each.hasBody()) {
          return each;
        }
      }
      above = superclass(above);
    }
    return null;
  }

  private boolean isBelow(String name) {
    return name.equals(method.type()) || hierarchy.above(name, files).contains(method.type());
  }

  private @Nullable String superclass(String name) {
    List<String> above = hierarchy.supertypes(name, files);
    return above.isEmpty() ? null : above.get(0);
  }
}
