package io.understudy.agent.weave;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The class files of the tests' own classes. */
public final class ClassBytes {
  private ClassBytes() {}

  /** The class file of a class, by its binary name. */
  public static byte[] of(String name) {
    return of(
        ClassBytes.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class"));
  }

  /** All bytes of a class file, which is closed. */
  public static byte[] of(InputStream classFile) {
    try (InputStream in = classFile) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        out.write(b);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
