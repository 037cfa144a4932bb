package io.understudy.inject;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;

/** Decides what a called method of the JDK or of a library may do. Not thread-safe. */
final class CallKinds {
  private static final Set<String> PLAIN =
      new HashSet<>(
          Arrays.asList(
              "java/lang/Object.<init>",
              "java/lang/Object.getClass",
              "java/lang/Object.equals",
              "java/lang/Object.hashCode",
              "java/lang/System.nanoTime",
              "java/lang/System.currentTimeMillis",
              "java/lang/Thread.currentThread",
              "java/lang/String.length",
              "java/lang/String.charAt",
              "java/lang/String.equals",
              "java/lang/String.isEmpty",
              "java/lang/Enum.ordinal",
              "java/util/List.size",
              "java/util/List.get",
              "java/util/Map.get",
              "java/util/Map.size",
              "java/util/Iterator.hasNext"));

  private final Map<String, SiteKind> known = new HashMap<>();

  SiteKind of(String owner, String name, String descriptor) {
    return known.computeIfAbsent(
        owner + "." + name + descriptor, key -> find(owner, name, descriptor));
  }

  private static SiteKind find(String owner, String name, String descriptor) {
    if (owner.equals("java/util/concurrent/locks/LockSupport") && name.startsWith("park")) {
      return SiteKind.WAIT;
    }
    if (owner.startsWith("java/util/concurrent/atomic/") && !name.equals("<init>")) {
      return name.equals("get") || name.equals("newUpdater") ? SiteKind.PLAIN_CALL : SiteKind.STORE;
    }
    if (declares(owner, name, descriptor, InterruptedException.class)) {
      return SiteKind.WAIT;
    }
    // Appendable declares an exception that texts in memory never throw.
    boolean isText = owner.startsWith("java/lang/");
    if (!isText && declares(owner, name, descriptor, IOException.class)) {
      return SiteKind.WRITE;
    }
    boolean isPlain =
        PLAIN.contains(owner + "." + name)
            || owner.equals("java/lang/Math")
            || (name.equals("get") && descriptor.equals("()Ljava/lang/Object;"));
    return isPlain ? SiteKind.PLAIN_CALL : SiteKind.CALL;
  }

  private static boolean declares(
      String owner, String name, String descriptor, Class<? extends Exception> thrown) {
    if (owner.startsWith("[")) {
      return false;
    }
    try {
      Class<?> type =
          Class.forName(owner.replace('/', '.'), false, CallKinds.class.getClassLoader());
      return declares(type, name, descriptor, thrown);
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  private static boolean declares(
      Class<?> type, String name, String descriptor, Class<? extends Exception> thrown) {
    Executable[] all = name.equals("<init>") ? type.getDeclaredConstructors() : type.getMethods();
    for (Executable each : all) {
      boolean isNamed = name.equals("<init>") || each.getName().equals(name);
      int parameters = Type.getArgumentTypes(descriptor).length;
      if (isNamed && each.getParameterCount() == parameters) {
        for (Class<?> exception : each.getExceptionTypes()) {
          if (thrown.isAssignableFrom(exception)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
