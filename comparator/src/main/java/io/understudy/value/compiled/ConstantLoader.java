package io.understudy.value.compiled;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;

/**
 * Defines one class once more, with constants of its own: its static initialiser takes them from
 * {@link #parts}. The JIT compiler inlines such constants, among them method handles.
 *
 * <p>Each definition has a loader of its own, so that it is collected together with its parts.
 */
public final class ConstantLoader extends ClassLoader {
  private final Class<?> neighbour;
  private final Object parts;

  /**
   * Prepares a definition.
   *
   * @param neighbour a class of the same package, whose loader also has the class to define
   * @param parts the parts from which the class takes its constants
   */
  public ConstantLoader(Class<?> neighbour, Object parts) {
    super(neighbour.getClassLoader());
    this.neighbour = neighbour;
    this.parts = parts;
  }

  /** Returns the parts for a class that one of these loaders has defined. */
  public static Object parts(Class<?> defined) {
    return ((ConstantLoader) defined.getClassLoader()).parts;
  }

  /**
   * Defines the class and makes its only instance. Must not run on the application's threads.
   *
   * @param simpleName the name of the class, which has a constructor without parameters
   */
  public Object instance(String simpleName) throws IOException, ReflectiveOperationException {
    byte[] code = code(simpleName + ".class");
    String name = neighbour.getName();
    Class<?> own =
        defineClass(
            name.substring(0, name.lastIndexOf('.') + 1) + simpleName,
            code,
            0,
            code.length,
            neighbour.getProtectionDomain());
    Constructor<?> constructor = own.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private byte[] code(String file) throws IOException {
    try (InputStream in = neighbour.getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      ByteArrayOutputStream code = new ByteArrayOutputStream(8192);
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        code.write(octet);
      }
      return code.toByteArray();
    }
  }
}
