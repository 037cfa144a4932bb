package host;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.locks.LockSupport;

/** Deploys an application, uses it and undeploys it, as a server does. */
public class Main {
  public static void main(String[] args) throws Exception {
    WeakReference<ClassLoader> loader = deploy(new File(args[0]).toURI().toURL());
    for (int i = 0; i < 150 && loader.get() != null; i++) {
      System.gc();
      LockSupport.parkNanos(100_000_000);
    }
    System.out.println(loader.get() == null ? "collected" : "still there");
  }

  private static WeakReference<ClassLoader> deploy(URL classes) throws Exception {
    URLClassLoader loader = new URLClassLoader(new URL[] {classes});
    Class<?> service = loader.loadClass("app.Service");
    Class<?> item = loader.loadClass("app.Service$Item");
    for (int i = 0; i < 100; i++) {
      service
          .getMethod("find", item)
          .invoke(service.getConstructor().newInstance(), item.getConstructor().newInstance());
    }
    loader.close();
    return new WeakReference<ClassLoader>(loader);
  }
}
