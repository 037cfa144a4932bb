package io.understudy.agent.weave;

import io.understudy.agent.classfile.ClassFiles;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the class files that a class loader shows as resources, and the given file of the class
 * that is being loaded. Loads no class. For one use, since it refers to the loader.
 */
final class LoaderFiles implements ClassFiles {
  private final @Nullable ClassLoader loader;
  private final String name;
  private final byte[] bytes;

  /**
   * Reads the files of a loader; {@code bytes} is the file of the class with this internal name.
   */
  LoaderFiles(@Nullable ClassLoader loader, String name, byte[] bytes) {
    this.loader = loader;
    this.name = name;
    this.bytes = bytes;
  }

  @Override
  public byte @Nullable [] find(String internalName) {
    if (internalName.equals(name)) {
      return bytes;
    }
    String file = internalName + ".class";
    // Loaders of application servers may throw any exception, for example after they were stopped.
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(file)
            : loader.getResourceAsStream(file)) {
      return in == null ? null : read(in);
    } catch (Throwable unreadable) {
      return null;
    }
  }

  private static byte[] read(InputStream in) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }
}
