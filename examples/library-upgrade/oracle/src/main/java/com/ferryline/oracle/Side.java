package com.ferryline.oracle;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application on one set of libraries, in a class loader of its own. Not thread-safe. */
final class Side {
  private final Object desk;
  private final List<?> requests;
  private final Method call;

  private Side(ClassLoader loader, long seed, int count) throws ReflectiveOperationException {
    Class<?> deskType = loader.loadClass("com.ferryline.desk.Desk");
    desk = deskType.getConstructor().newInstance();
    requests =
        (List<?>)
            loader
                .loadClass("com.ferryline.desk.Workload")
                .getMethod("of", long.class, int.class)
                .invoke(null, seed, count);
    call = loader.loadClass("com.ferryline.desk.Workload$Request").getMethod("of", deskType);
  }

  /**
   * Loads the application with the libraries of a directory.
   *
   * @param application its jar
   * @param libraries a directory of jars
   */
  static Side of(Path application, Path libraries, long seed, int count) throws Exception {
    List<URL> urls = new ArrayList<>();
    File[] jars = libraries.toFile().listFiles((place, name) -> name.endsWith(".jar"));
    if (jars == null) {
      throw new IllegalArgumentException("there is no directory " + libraries + "; build first");
    }
    for (File jar : jars) {
      urls.add(jar.toURI().toURL());
    }
    urls.add(application.toUri().toURL());
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    return new Side(new URLClassLoader(urls.toArray(new URL[0]), platform), seed, count);
  }

  /** Returns the method of a request. */
  String method(int request) throws ReflectiveOperationException {
    Object each = requests.get(request);
    return (String) each.getClass().getField("method").get(each);
  }

  /** Makes the call of a request. */
  Outcome outcome(int request) throws IllegalAccessException {
    try {
      return new Outcome(call.invoke(requests.get(request), desk), null);
    } catch (InvocationTargetException thrown) {
      return new Outcome(null, thrown.getTargetException().getClass().getName());
    }
  }

  /** The number of requests. */
  int size() {
    return requests.size();
  }

  /**
   * What a call did.
   *
   * @param value the result; null after an exception
   * @param thrown the name of the exception's class; null if the call returned
   */
  record Outcome(@Nullable Object value, @Nullable String thrown) {
    /** A property of the result. */
    @Nullable Object property(String getter) throws ReflectiveOperationException {
      if (value == null) {
        throw new IllegalStateException("there is no result");
      }
      return value.getClass().getMethod(getter).invoke(value);
    }
  }
}
