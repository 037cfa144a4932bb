package io.understudy.agent.classfile;

import io.understudy.agent.config.MethodRef;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the parameter types of inherited generic methods: {@code OrderRepository extends
 * Repository<Order>} has a {@code save(Order)}, though the class file of {@code Repository} has
 * {@code save(Object)}. Stateless.
 */
final class GenericSupertypes {
  private GenericSupertypes() {}

  /**
   * Returns the one method of {@code inherited} whose resolved parameters have the types of {@code
   * ref}; null if there is not exactly one.
   */
  static @Nullable Member find(MethodRef ref, List<Member> inherited, ClassFiles files) {
    try {
      TypePool pool = TypePool.Default.WithLazyResolution.of(new Locator(files));
      Member found = null;
      Deque<TypeDefinition> open = new ArrayDeque<>();
      open.add(pool.describe(ref.className()).resolve());
      while (!open.isEmpty()) {
        TypeDefinition type = open.remove();
        for (MethodDescription method : type.getDeclaredMethods()) {
          Member member = member(method, inherited);
          if (member != null && ref.takes(parameters(method))) {
            if (found != null && found != member) {
              return null;
            }
            found = member;
          }
        }
        if (type.getSuperClass() != null) {
          open.add(type.getSuperClass());
        }
        open.addAll(type.getInterfaces());
      }
      return found;
    } catch (RuntimeException classFileMissing) {
      return null;
    }
  }

  private static @Nullable Member member(MethodDescription method, List<Member> inherited) {
    MethodDescription.InDefinedShape defined = method.asDefined();
    for (Member member : inherited) {
      if (member.name().equals(defined.getInternalName())
          && member.descriptor().equals(defined.getDescriptor())
          && member.owner().equals(defined.getDeclaringType().getName())) {
        return member;
      }
    }
    return null;
  }

  private static List<String> parameters(MethodDescription method) {
    List<String> names = new ArrayList<>();
    for (ParameterDescription parameter : method.getParameters()) {
      TypeDescription erased = parameter.getType().asErasure();
      names.add(erased.getCanonicalName() == null ? erased.getName() : erased.getActualName());
    }
    return names;
  }

  /** Gives Byte Buddy access to the same class files. */
  private static final class Locator implements ClassFileLocator {
    private final ClassFiles files;

    Locator(ClassFiles files) {
      this.files = files;
    }

    @Override
    public Resolution locate(String name) {
      byte[] bytes = files.find(name.replace('.', '/'));
      return bytes == null ? new Resolution.Illegal(name) : new Resolution.Explicit(bytes);
    }

    @Override
    public void close() throws IOException {}
  }
}
