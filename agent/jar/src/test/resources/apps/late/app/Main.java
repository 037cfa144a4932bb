package app;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;

/** Attaches the agent to itself after its classes have been loaded and used. */
public class Main {
  public int twice(int value) {
    return 2 * value;
  }

  public int again(int value) {
    return value + value;
  }

  public static void main(String[] args) throws Exception {
    Main main = new Main();
    System.out.println(main.twice(1));
    String pid = ManagementFactory.getRuntimeMXBean().getName().split("@")[0];
    File tools = new File(System.getProperty("java.home"), "../lib/tools.jar"); // Java 8
    ClassLoader loader = new URLClassLoader(new URL[] {tools.toURI().toURL()});
    Class<?> machine = loader.loadClass("com.sun.tools.attach.VirtualMachine");
    Object self = machine.getMethod("attach", String.class).invoke(null, pid);
    machine.getMethod("loadAgent", String.class, String.class).invoke(self, args[0], args[1]);
    machine.getMethod("detach").invoke(self);
    System.out.println(main.twice(2));
    System.out.println(main.twice(3));
  }
}
