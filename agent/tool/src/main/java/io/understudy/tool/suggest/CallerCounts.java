package io.understudy.tool.suggest;

import io.understudy.agent.service.MethodOutline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Counts from how many classes a method is called, by the references in their constant pools (Java
 * Virtual Machine Specification 4.4.2): each class names a method once there, however often it
 * calls it. Calls by reflection, and from classes that are not read, are not seen.
 */
final class CallerCounts {
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;

  private final Map<String, Integer> callers = new HashMap<>();

  /** Takes note of what a class calls. */
  void add(ClassReader reader, Predicate<String> wanted) {
    char[] buffer = new char[reader.getMaxStringLength()];
    String self = outermost(reader.getClassName().replace('/', '.'));
    Set<String> above = above(reader);
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
      boolean foreign = !above.contains(owner) && !outermost(owner).equals(self);
      if (foreign && wanted.test(owner) && !name.startsWith("<")) {
        called.add(id(owner, ""));
        called.add(id(owner, MethodOutline.key(name, reader.readUTF8(nameAndType + 2, buffer))));
      }
    }
    called.forEach(method -> callers.merge(method, 1, Integer::sum));
  }

  private static Set<String> above(ClassReader reader) {
    Set<String> above = new HashSet<>();
    above.add(String.valueOf(reader.getSuperName()).replace('/', '.'));
    for (String each : reader.getInterfaces()) {
      above.add(each.replace('/', '.'));
    }
    return above;
  }

  /** From how many classes the method is called by this very name. */
  int of(String owner, String key) {
    return callers.getOrDefault(id(owner, key), 0);
  }

  /** From how many classes some method is called by the name of this class. */
  int of(String owner) {
    return of(owner, "");
  }

  /** Counts calls that name a class which only inherits the method for the one that declares it. */
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
