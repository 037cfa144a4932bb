package app;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.locks.LockSupport;

/** Calls all implementors. With the agent's jar and its configuration as arguments, attaches the agent and calls them again. */
public class Main {
  public static void main(String[] args) throws Exception {
    call();
    if (args.length > 0) {
      attach(args[0], args[1]);
      call();
    }
    int calls = args.length > 0 ? 2 : 1;
    for (int i = 0; i < 30_000 && Orders.ASKED.get() <= calls; i++) {
      LockSupport.parkNanos(1_000_000);
    }
    if (Orders.ASKED.get() > calls) {
      System.out.println("called again");
    }
  }

  private static void call() {
    StringBuilder out = new StringBuilder();
    out.append(new Pricings.Plain().quote("a")).append(' ');
    out.append(new Pricings.Concrete().quote("b")).append(' ');
    out.append(Pricings.Fixed.LOW.quote("c")).append(' ');
    out.append(Pricings.Fixed.HIGH.quote("d")).append(' ');
    Pricing anonymous =
        new Pricing() {
          @Override
          public String quote(String sku) {
            return sku + 5;
          }
        };
    out.append(anonymous.quote("e")).append(' ');
    Pricing lambda = sku -> sku + 6;
    out.append(lambda.quote("f")).append(' ');
    out.append(new Pricings.Plain().both("g")).append(' ');
    Repository<Order> orders = new Orders();
    out.append(orders.save(new Order("h")).id);
    System.out.println(out);
  }

  private static void attach(String jar, String configuration) throws Exception {
    String pid = ManagementFactory.getRuntimeMXBean().getName().split("@")[0];
    File tools = new File(System.getProperty("java.home"), "../lib/tools.jar"); // Java 8
    ClassLoader loader = new URLClassLoader(new URL[] {tools.toURI().toURL()});
    Class<?> machine = loader.loadClass("com.sun.tools.attach.VirtualMachine");
    Object self = machine.getMethod("attach", String.class).invoke(null, pid);
    machine.getMethod("loadAgent", String.class, String.class).invoke(self, jar, configuration);
    machine.getMethod("detach").invoke(self);
  }
}
