package io.understudy.agent.snapshot.compiled;

import io.understudy.agent.snapshot.plan.BeanCopier;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;

/**
 * Loads one {@link ConstantCopier}. Each copier has a loader of its own, so that it is collected
 * together with the class that it copies: only that class refers to it, through its plan.
 *
 * <p>Public, since the class that it defines belongs to another run-time package.
 */
public final class CopierLoader extends ClassLoader {
  private static final String FILE = "ConstantCopier.class";
  private static final String NAME =
      CopierLoader.class.getName().replace("CopierLoader", "ConstantCopier");

  private final CopierParts parts;

  CopierLoader(CopierParts parts) {
    super(CopierLoader.class.getClassLoader());
    this.parts = parts;
  }

  /** Returns the parts for the class that it defines. */
  public CopierParts parts() {
    return parts;
  }

  /** Defines the class and makes its only instance. Must not run on the application's threads. */
  BeanCopier copier() throws IOException, ReflectiveOperationException {
    byte[] code = code();
    Class<?> own =
        defineClass(NAME, code, 0, code.length, CopierLoader.class.getProtectionDomain());
    Constructor<?> constructor = own.getDeclaredConstructor();
    constructor.setAccessible(true);
    return (BeanCopier) constructor.newInstance();
  }

  private static byte[] code() throws IOException {
    try (InputStream in = CopierLoader.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new FileNotFoundException(NAME);
      }
      ByteArrayOutputStream code = new ByteArrayOutputStream(8192);
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        code.write(octet);
      }
      return code.toByteArray();
    }
  }
}
