package app;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** Uses the agent's MBean as a JMX console does. */
class Jmx {
  static String pause(String point) throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("io.understudy:type=Agent");
    for (int i = 0; i < 1_000 && !server.isRegistered(name); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    if (!server.isRegistered(name)) {
      return "no MBean";
    }
    Object reply =
        server.invoke(
            name, "pause", new Object[] {point}, new String[] {String.class.getName()});
    StringBuilder states = new StringBuilder(String.valueOf(reply));
    for (CompositeData each : (CompositeData[]) server.getAttribute(name, "Points")) {
      states.append(" ").append(each.get("name")).append("=").append(each.get("state"));
    }
    return states.toString();
  }
}
