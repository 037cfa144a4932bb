package io.understudy.agent.evidence;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * The identity of this JVM's process, read without network access. Resolving the local host's
 * address would initialise the name resolver before the application can configure it. Stateless.
 */
final class ProcessIdentity {
  private static final Path[] HOST_FILES = {
    Paths.get("/proc/sys/kernel/hostname"), Paths.get("/etc/hostname")
  };

  private ProcessIdentity() {}

  /** The host's name from files or the environment; {@code unknown} if neither contains it. */
  static String host() {
    for (Path file : HOST_FILES) {
      try {
        String name = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).trim();
        if (!name.isEmpty()) {
          return name;
        }
      } catch (Exception absent) {
        // Try the next file.
      }
    }
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String name = System.getenv(variable);
      if (name != null && !name.isEmpty()) {
        return name;
      }
    }
    return "unknown";
  }

  /**
   * The process id; 0 if it is unknown. Management beans are read on Java 8 only: from Java 9 on
   * they load java.util.logging, whose manager application servers choose themselves.
   */
  static long pid() {
    try {
      Class<?> handle = Class.forName("java.lang.ProcessHandle");
      Object current = handle.getMethod("current").invoke(null);
      return (Long) handle.getMethod("pid").invoke(current);
    } catch (ReflectiveOperationException java8) {
      String name = ManagementFactory.getRuntimeMXBean().getName();
      return name.matches("[0-9]+@.*") ? Long.parseLong(name.substring(0, name.indexOf('@'))) : 0;
    }
  }

  /** The JVM: {@code OpenJDK 64-Bit Server VM 17.0.15+6 (Debian)}. */
  static String jvm() {
    return property("java.vm.name")
        + " "
        + property("java.runtime.version")
        + " ("
        + property("java.vendor")
        + ")";
  }

  /** The operating system: {@code Linux 6.1 amd64}. */
  static String os() {
    return property("os.name") + " " + property("os.version") + " " + property("os.arch");
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }
}
