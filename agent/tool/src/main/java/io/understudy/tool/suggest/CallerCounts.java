package io.understudy.tool.suggest;

import io.understudy.agent.service.MethodOutline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Counts the classes that call a method, by the references in their constant pools (Java Virtual
 * Machine Specification 4.4.2). A class has one reference to a method, however often it calls it.
 * Calls by reflection and from other classes are not counted. Not thread-safe.
 */
final class CallerCounts {
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;

  private final Map<String, Integer> callers = new HashMap<>();

  /**
   * Counts the methods that a class calls.
   *
   * @param wanted selects the owners of the methods by name
   */
  void add(ClassReader reader, Predicate<String> wanted) {
    char[] buffer = new char[reader.getMaxStringLength()];
    String self = outermost(reader.getClassName().replace('/', '.'));
    Set<String> supertypes = supertypes(reader);
    Set<String> called = new HashSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      int tag = at == 0 ? 0 : reader.readByte(at - 1);
      if (tag != METHOD && tag != INTERFACE_METHOD) {
        continue;
      }
      String owner = reader.readClass(at, buffer).replace('/', '.');
      int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
      String name = reader.readUTF8(nameAndType, buffer);
      boolean isForeign = !supertypes.contains(owner) && !outermost(owner).equals(self);
      if (isForeign && wanted.test(owner) && !name.startsWith("<")) {
        called.add(id(owner, ""));
        called.add(id(owner, MethodOutline.key(name, reader.readUTF8(nameAndType + 2, buffer))));
      }
    }
    called.forEach(method -> callers.merge(method, 1, Integer::sum));
  }

  private static Set<String> supertypes(ClassReader reader) {
    Set<String> supertypes = new HashSet<>();
    supertypes.add(String.valueOf(reader.getSuperName()).replace('/', '.'));
    for (String each : reader.getInterfaces()) {
      supertypes.add(each.replace('/', '.'));
    }
    return supertypes;
  }

  /** The number of classes that call the method through this owner. */
  int of(String owner, String key) {
    return callers.getOrDefault(id(owner, key), 0);
  }

  /** The number of classes that call any method through this owner. */
  int of(String owner) {
    return of(owner, "");
  }

  /** Moves the counts of inherited methods to the class that declares the method. */
  void resolve(ApplicationClasses application) {
    Map<String, Integer> named = new HashMap<>(callers);
    callers.clear();
    named.forEach(
        (id, count) -> {
          int hash = id.indexOf('#');
          String owner = id.substring(0, hash);
          String key = id.substring(hash + 1);
          callers.merge(id(application.declaring(owner, key), key), count, Integer::sum);
        });
  }

  private static String id(String owner, String key) {
    return owner + "#" + key;
  }

  private static String outermost(String name) {
    int dollar = name.indexOf('$');
    return dollar < 0 ? name : name.substring(0, dollar);
  }
}
