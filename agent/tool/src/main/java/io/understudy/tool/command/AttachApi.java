package io.understudy.tool.command;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's Attach API, called by reflection. From Java 9 on it is the module jdk.attach; on Java 8
 * it is in the JDK's tools.jar; a JRE has neither.
 */
final class AttachApi {
  private static final String NAME = "com.sun.tools.attach.VirtualMachine";

  private final Class<?> type;

  private AttachApi(Class<?> type) {
    this.type = type;
  }

  /**
   * Finds the API.
   *
   * @throws UnreachableJvmException if this Java runtime has no Attach API
   */
  static AttachApi find() throws UnreachableJvmException {
    try {
      return new AttachApi(Class.forName(NAME, true, loader()));
    } catch (ClassNotFoundException | LinkageError | MalformedURLException missing) {
      throw new UnreachableJvmException(
          "the Java that runs this command ("
              + System.getProperty("java.home")
              + ") has no Attach API, because it is not a JDK; run the command with the java"
              + " of a JDK, preferably of the same version as the target JVM: /path/to/jdk/bin/java"
              + " -jar understudy-agent.jar ...");
    }
  }

  private static ClassLoader loader() throws MalformedURLException {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    File home = new File(System.getProperty("java.home", ""));
    for (File lib : new File[] {new File(home.getParentFile(), "lib"), new File(home, "lib")}) {
      File tools = new File(lib, "tools.jar");
      if (tools.isFile()) {
        return new URLClassLoader(new URL[] {tools.toURI().toURL()}, system);
      }
    }
    return system;
  }

  /**
   * Returns the JVMs that this user can see, each as its process id, a space, and its main class or
   * jar.
   */
  List<String> list() throws Exception {
    List<String> jvms = new ArrayList<>();
    for (Object each : (List<?>) call(type, "list", null)) {
      Class<?> descriptor = Class.forName(NAME + "Descriptor", true, type.getClassLoader());
      jvms.add(call(descriptor, "id", each) + " " + call(descriptor, "displayName", each));
    }
    return jvms;
  }

  /** Loads the agent of a jar into a JVM, and returns after its {@code agentmain} has returned. */
  void load(String pid, String jar, String argument) throws Exception {
    Object jvm = attach(pid);
    try {
      invoke(type.getMethod("loadAgent", String.class, String.class), jvm, jar, argument);
    } finally {
      call(type, "detach", jvm);
    }
  }

  private Object attach(String pid) throws Exception {
    return invoke(type.getMethod("attach", String.class), null, pid);
  }

  private static Object call(Class<?> type, String method, @Nullable Object on) throws Exception {
    return invoke(type.getMethod(method), on);
  }

  @SuppressWarnings(
      "NullAway") // the methods called here return no null, or their result is not used
  private static Object invoke(Method method, @Nullable Object on, Object... arguments)
      throws Exception {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause instanceof Exception ? (Exception) cause : e;
    }
  }
}
