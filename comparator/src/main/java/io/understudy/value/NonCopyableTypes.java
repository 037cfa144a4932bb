package io.understudy.value;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Classes of which no second object may exist, because it would own a resource of the original: a
 * finalizer, a cleaner or a call into native code of the copy would release what the original still
 * uses. Such objects are never copied, whatever their other content is. Reads only the declarations
 * of the class; runs no code of the application. Stateless.
 */
public final class NonCopyableTypes {
  /** Types that release a resource when the garbage collector finds an object unreachable. */
  private static final Set<String> CLEANERS =
      setOf(
          "java.lang.ref.Cleaner",
          "java.lang.ref.Cleaner$Cleanable",
          "java.lang.ref.PhantomReference",
          "sun.misc.Cleaner",
          "jdk.internal.ref.Cleaner",
          "com.google.common.base.FinalizableReference",
          "io.netty.util.ResourceLeakTracker");

  /** Types that stand for memory or objects outside the JVM's heap. */
  private static final Set<String> NATIVE =
      setOf(
          "java.io.FileDescriptor",
          "java.io.RandomAccessFile",
          "java.lang.foreign.Arena",
          "java.lang.foreign.MemorySegment",
          "java.util.zip.Deflater",
          "java.util.zip.Inflater",
          "java.util.zip.ZipFile",
          "com.sun.jna.Pointer",
          "com.sun.jna.PointerType",
          "com.sun.jna.Structure",
          "com.sun.jna.NativeLibrary",
          "jnr.ffi.Pointer",
          "jnr.ffi.Struct",
          "org.bytedeco.javacpp.Pointer",
          "org.rocksdb.AbstractNativeReference",
          "io.netty.util.ReferenceCounted");

  /** Names, in lower case, that generators of native bindings give to the fields of handles. */
  private static final Set<String> HANDLE_NAMES =
      setOf(
          "cptr",
          "hdc",
          "hwnd",
          "nativeaddress",
          "nativehandle",
          "nativeobj",
          "nativeobject",
          "nativepeer",
          "nativepointer",
          "nativeptr",
          "nativeref",
          "swigcptr");

  private NonCopyableTypes() {}

  private static Set<String> setOf(String... names) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(names)));
  }

  /**
   * Why no copy of an object of the class may exist: a sentence without a full stop, which names
   * the class. Null if the class owns no such resource by its own declarations; a value in one of
   * its fields may still own one.
   *
   * @param type any class; it is not initialised
   */
  public static @Nullable String reason(Class<?> type) {
    if (type.isArray() || type.isPrimitive()) {
      return null;
    }
    String why = finalizer(type);
    if (why == null) {
      why = resource(type);
    }
    if (why == null && !Origin.isJdk(type)) {
      why = ofFields(type);
    }
    return why == null ? null : type.getName() + " is never copied: " + why;
  }

  /**
   * Whether an object of the class may be used in place of a copy if nothing in it can change: the
   * class has a finalizer, but nothing that looks like a handle, so that no method of the object
   * can release a resource.
   *
   * @param type a class with a {@link #reason}; it is not initialised
   */
  public static boolean mayBeShared(Class<?> type) {
    if (resource(type) != null || ofFields(type) != null) {
      return false;
    }
    for (Class<?> at = type; at != null && !Origin.isJdk(at); at = at.getSuperclass()) {
      for (Field field : fields(at)) {
        if (isNumber(field)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Why a finalizer would run for a copy; null if {@code Object.finalize} is not overridden.
   *
   * @param type any class; it is not initialised
   */
  private static @Nullable String finalizer(Class<?> type) {
    Class<?> owner = FinalizerLookup.owner(type);
    return owner == null
        ? null
        : subject(owner, type)
            + " overrides finalize(), which could release what the original still uses";
  }

  private static String subject(Class<?> owner, Class<?> type) {
    return owner == type ? "it" : "its superclass " + owner.getName();
  }

  private static @Nullable String resource(Class<?> type) {
    return resource(Origin.typeNames(type));
  }

  /**
   * Why no copy of an object may exist that has one of these types; null if none of them forbids
   * it. For code that knows classes by their names only.
   *
   * @param typeNames the names of a class and its supertypes
   * @return a clause whose subject is "it"
   */
  public static @Nullable String resource(Collection<String> typeNames) {
    for (String name : typeNames) {
      if (CLEANERS.contains(name)) {
        return "it is a " + name + ", which releases a resource";
      }
      if (NATIVE.contains(name)) {
        return "it is a " + name + ", which stands for a resource outside the heap";
      }
    }
    return null;
  }

  private static @Nullable String ofFields(Class<?> type) {
    Field number = null;
    boolean hasNativeMethods = false;
    for (Class<?> at = type; at != null && !Origin.isJdk(at); at = at.getSuperclass()) {
      for (Field field : fields(at)) {
        if (isCleaner(field.getType())) {
          return "its field "
              + name(field)
              + " is a "
              + field.getType().getName()
              + ", which releases a resource";
        }
        if (isNumber(field)) {
          if (isNamedAsHandle(field)) {
            return "its field " + name(field) + " is named as a native handle";
          }
          number = field;
        }
      }
      hasNativeMethods |= hasNativeMethod(at);
    }
    if (number == null) {
      return null;
    }
    if (hasNativeMethods) {
      return "it has native methods, and its field " + name(number) + " may be a native handle";
    }
    Field outer = cleanerAround(type);
    return outer == null
        ? null
        : "the class around it has the cleaner "
            + name(outer)
            + ", and its field "
            + name(number)
            + " may be a native handle";
  }

  private static String name(Field field) {
    return field.getDeclaringClass().getName() + "." + field.getName();
  }

  private static boolean isNumber(Field field) {
    Class<?> type = field.getType();
    return (type == long.class || type == int.class) && !Modifier.isStatic(field.getModifiers());
  }

  private static boolean isNamedAsHandle(Field field) {
    return isHandleName(field.getName());
  }

  /** Whether generators of native bindings give this name to fields of type int or long. */
  public static boolean isHandleName(String field) {
    return HANDLE_NAMES.contains(field.replace("_", "").toLowerCase(java.util.Locale.ROOT));
  }

  private static boolean isCleaner(Class<?> declared) {
    return !declared.isPrimitive()
        && !declared.isArray()
        && !Collections.disjoint(Origin.typeNames(declared), CLEANERS);
  }

  /** A static cleaner of a class around a nested class; null if there is none. */
  private static @Nullable Field cleanerAround(Class<?> type) {
    for (Class<?> at = outer(type); at != null; at = outer(at)) {
      for (Field field : fields(at)) {
        if (Modifier.isStatic(field.getModifiers()) && isCleaner(field.getType())) {
          return field;
        }
      }
    }
    return null;
  }

  // The outer class may be missing, and generators write wrong attributes.
  private static @Nullable Class<?> outer(Class<?> type) {
    try {
      return type.getEnclosingClass();
    } catch (LinkageError | RuntimeException unknown) {
      return null;
    }
  }

  // Fields whose type cannot be loaded make the object uncapturable elsewhere, with that reason.
  private static List<Field> fields(Class<?> at) {
    try {
      return Arrays.asList(at.getDeclaredFields());
    } catch (LinkageError missing) {
      return Collections.emptyList();
    }
  }

  private static boolean hasNativeMethod(Class<?> at) {
    Collection<Method> methods = FinalizerLookup.methods(at);
    for (Method method : methods) {
      if (Modifier.isNative(method.getModifiers())) {
        return true;
      }
    }
    return false;
  }
}
