package host;

import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/** Starts an OSGi framework as its launchers do, which pass on the system's properties. */
public class Main {
  public static void main(String[] args) throws Exception {
    Map<String, Object> configuration = new HashMap<String, Object>();
    if (args[2].equals("launcher")) {
      for (String name : System.getProperties().stringPropertyNames()) {
        if (name.startsWith("org.osgi.framework.")) {
          configuration.put(name, System.getProperty(name));
        }
      }
    }
    if (args[2].equals("strict")) {
      configuration.put("felix.bootdelegation.implicit", "false");
    }
    configuration.put("org.osgi.framework.storage", args[1]);
    Framework framework =
        new org.apache.felix.framework.FrameworkFactory().newFramework(configuration);
    framework.start();
    Bundle bundle = framework.getBundleContext().installBundle(args[0]);
    bundle.start();
    Class<?> twice = bundle.loadClass("app.Twice");
    Object instance = twice.getConstructor().newInstance();
    for (int i = 0; i < 3; i++) {
      System.out.println(twice.getMethod("twice", int.class).invoke(instance, i));
    }
    framework.stop();
    framework.waitForStop(0);
  }
}
