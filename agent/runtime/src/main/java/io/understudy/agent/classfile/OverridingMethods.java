package io.understudy.agent.classfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which methods of a class run when the named one is called on its objects.
 *
 * <p>As the JVM sees it (JVMS 5.4.6), a method overrides another of the same name and descriptor.
 * Where generics or a narrower result change the descriptor, compilers add a bridge method that has
 * the other's and calls the method that was written: so the bridges of the class, and of those
 * between it and the named type, lead to it, and no generic signature need be understood.
 */
public final class OverridingMethods {
  private final NamedMethod method;
  private final Hierarchy hierarchy;
  private final ClassFiles files;

  /** Looks for what overrides a method. */
  public OverridingMethods(NamedMethod method, Hierarchy hierarchy, ClassFiles files) {
    this.method = method;
    this.hierarchy = hierarchy;
    this.files = files;
  }

  /**
   * The methods of a class that is below the named type, with bodies.
   *
   * <p>A bridge is among them where it leads out of the class: then the body is a superclass's,
   * which may not be below the named type.
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

  /** The methods of a class that override the named one and have a body that is not Java's. */
  public List<Member> natives(ClassFile type) {
    List<Member> members = type.members();
    Set<String> family = family(members);
    members.removeIf(m -> !m.isNative() || !m.isVirtual() || !family.contains(m.key()));
    return members;
  }

  /** A method without modifier is overridden in its own package alone. */
  private boolean isOutOfReach(ClassFile type) {
    return method.member().isOfPackage()
        && !packageOf(type.name()).equals(packageOf(method.member().owner().replace('.', '/')));
  }

  private static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  /** The names and descriptors under which the class may have it. */
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
      // Some compilers leave out the bridge that a superclass has already.
      for (String above : between(members.get(0).owner().replace('.', '/'))) {
        follow(NamedMethod.members(above, files), family);
      }
      follow(members, family);
    }
    return family;
  }

  /** What is above the class and below the named type. */
  private List<String> between(String name) {
    List<String> between = new ArrayList<>();
    for (String above : hierarchy.above(name, files)) {
      if (hierarchy.above(above, files).contains(method.type())) {
        between.add(above);
      }
    }
    return between;
  }

  /** Adds what the bridges in the family lead to. */
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
   * The body that objects of a class run and that is not woven, since the superclass that declares
   * it is not below the named type; null where there is none.
   *
   * @param type a class below the named type, for which {@link #in} finds nothing
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
