package host;

import java.io.File;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.locks.LockSupport;

/** Deploys an application twice, calls both deployments, and undeploys and redeploys one. */
public class Main {
  private static final int CALLS = 50;

  public static void main(String[] args) throws Exception {
    URL classes = new File(args[0]).toURI().toURL();
    Application a = new Application(classes, "a");
    Application b = new Application(classes, "b");
    for (int i = 0; i < CALLS; i++) {
      a.call();
      b.call();
    }
    await(2 * CALLS);
    System.out.println("instances: " + Shared.MADE);
    WeakReference<ClassLoader> gone = a.undeploy();
    a = null;
    System.out.println("a: " + (isCollected(gone) ? "collected" : "still there"));
    Application c = new Application(classes, "c");
    for (int i = 0; i < CALLS; i++) {
      c.call();
      b.call();
    }
    await(4 * CALLS);
    System.out.println("instances: " + Shared.MADE);
    WeakReference<ClassLoader> ofB = b.undeploy();
    WeakReference<ClassLoader> ofC = c.undeploy();
    b = null;
    c = null;
    System.out.println("b: " + (isCollected(ofB) ? "collected" : "still there"));
    System.out.println("c: " + (isCollected(ofC) ? "collected" : "still there"));
  }

  private static void await(int asked) throws InterruptedException {
    for (int i = 0; i < 300 && Shared.ASKED.get() < asked; i++) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  private static boolean isCollected(WeakReference<ClassLoader> loader)
      throws InterruptedException {
    for (int i = 0; i < 400 && loader.get() != null; i++) {
      System.gc();
      LockSupport.parkNanos(100_000_000);
    }
    return loader.get() == null;
  }

  private static final class Application {
    private URLClassLoader loader;
    private Object service;
    private Class<?> item;

    Application(URL classes, String name) throws Exception {
      loader = new URLClassLoader(new URL[] {classes}, Main.class.getClassLoader());
      Class<?> type = loader.loadClass("app.Service");
      type.getField("deployment").set(null, name);
      service = type.getConstructor().newInstance();
      item = loader.loadClass("app.Item");
    }

    void call() throws Exception {
      Object argument = item.getConstructor().newInstance();
      item.getField("next").set(argument, argument);
      method("where", item).invoke(service, argument);
      method("number", int.class).invoke(service, 1);
      method("shared", String.class).invoke(service, "text");
    }

    private Method method(String name, Class<?> parameter) throws Exception {
      return service.getClass().getMethod(name, parameter);
    }

    WeakReference<ClassLoader> undeploy() throws Exception {
      WeakReference<ClassLoader> reference = new WeakReference<ClassLoader>(loader);
      loader.close();
      loader = null;
      service = null;
      item = null;
      return reference;
    }
  }
}
