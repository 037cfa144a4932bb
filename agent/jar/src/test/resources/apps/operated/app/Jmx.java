package app;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** What an operator sees in a JMX console. */
class Jmx {
  static String pause(String point) throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("io.understudy:type=Agent");
    for (int i = 0; i < 100 && !server.isRegistered(name); i++) {
      Thread.sleep(100);
    }
    if (!server.isRegistered(name)) {
      return "no MBean";
    }
    Object said =
        server.invoke(
            name, "pause", new Object[] {point}, new String[] {String.class.getName()});
    StringBuilder states = new StringBuilder(String.valueOf(said));
    for (CompositeData each : (CompositeData[]) server.getAttribute(name, "Points")) {
      states.append(" ").append(each.get("name")).append("=").append(each.get("state"));
    }
    return states.toString();
  }
}
