package io.understudy.agent.jmx;

import io.understudy.agent.log.Log;
import io.understudy.agent.operate.AgentOperations;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/**
 * Registers the agent's MBean once the application has created its platform MBean server, and
 * unregisters it. It reads the factory's list of servers, since {@code getPlatformMBeanServer}
 * would create the server. Not thread-safe.
 */
public final class MBeanRegistration {
  private static final String NAME = "io.understudy:type=Agent";

  private final AgentOperations agent;
  private final Log log;
  private @Nullable MBeanServer server;
  private boolean isDone;

  /** Creates a registration that has not registered the MBean yet. */
  public MBeanRegistration(AgentOperations agent, Log log) {
    this.agent = agent;
    this.log = log;
  }

  /** Registers the MBean if the platform server exists, at most once. To be called periodically. */
  public void tryRegister() {
    if (isDone) {
      return;
    }
    try {
      List<MBeanServer> servers = MBeanServerFactory.findMBeanServer(null);
      for (MBeanServer each : servers) {
        if (each.isRegistered(new ObjectName("java.lang:type=Runtime"))) {
          isDone = true;
          register(each);
          return;
        }
      }
    } catch (JMException | RuntimeException | LinkageError refused) {
      isDone = true;
      log.warn("no MBean " + NAME + ": " + refused.getClass().getName());
    }
  }

  private void register(MBeanServer to) throws JMException {
    ObjectName name = new ObjectName(NAME);
    StandardMBean bean = new StandardMBean(new AgentBean(agent), AgentMXBean.class, true);
    try {
      to.registerMBean(bean, name);
    } catch (InstanceAlreadyExistsException left) {
      log.warn("another MBean is called " + NAME + " already; this agent has none");
      return;
    }
    server = to;
    log.info("MBean " + NAME + " registered");
  }

  /**
   * Unregisters the MBean if it is registered; later calls of {@link #tryRegister} have no effect.
   */
  public void close() {
    isDone = true;
    MBeanServer from = server;
    server = null;
    if (from != null) {
      try {
        from.unregisterMBean(new ObjectName(NAME));
      } catch (JMException | RuntimeException gone) {
        log.warn("MBean " + NAME + " could not be unregistered: " + gone.getClass().getName());
      }
    }
  }
}
