package io.understudy.value.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The loader of an application: defines some classes of the tests once more. */
final class SeparateLoader extends ClassLoader {
  private final Set<String> own = new HashSet<>();

  /** Names the classes that it defines; all others come from the loader of the tests. */
  SeparateLoader(Class<?>... own) {
    super(SeparateLoader.class.getClassLoader());
    Arrays.stream(own).map(Class::getName).forEach(this.own::add);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!own.contains(name)) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    byte[] bytes = bytes(name);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] bytes(String name) throws ClassNotFoundException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      for (int b = in.read(); b >= 0; b = in.read()) {
        out.write(b);
      }
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
    return out.toByteArray();
  }
}
