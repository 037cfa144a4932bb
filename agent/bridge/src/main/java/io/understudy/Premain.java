package io.understudy;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.function.Function;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The entry points of the agent's jar: {@code -javaagent:understudy-agent.jar=understudy.yaml},
 * attachment to a running JVM, and {@code java -jar understudy-agent.jar check …}.
 *
 * <p>Two loaders load this class: the system loader, and the bootstrap loader after the jar is
 * appended to it. So it keeps no state, and refers only to classes of the jar that are loaded after
 * the append. It uses no lambda, since lambdas crash Java 8 before update 40 here (JDK-8041920). It
 * uses nothing that starts logging, JMX, XML or the network, since this breaks application servers
 * with their own implementations.
 */
public final class Premain {
  private static final String LATCH = "io.understudy.attached";
  private static final String BRIDGE_PACKAGE = "io.understudy.bridge";

  private static final String TOO_OLD =
      "Java 8 before update 40 crashes under agents (JDK-8041920); update the JVM";

  /** Properties of filtering class loaders: they show the listed packages to every class. */
  private static final String[] DELEGATION = {
    "org.osgi.framework.bootdelegation",
    "atlassian.org.osgi.framework.bootdelegation",
    "jboss.modules.system.pkgs"
  };

  private Premain() {}

  /** Called by the JVM before the application's {@code main}. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation);
  }

  /** Called by the JVM when the agent is attached to a running application. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation);
  }

  /** Runs the agent's command line and exits with its code. */
  public static void main(String[] arguments) throws Exception {
    Class<?> commands = new AgentClassLoader(ownJar()).loadClass("io.understudy.tool.command.Main");
    System.exit(
        (Integer) commands.getMethod("run", String[].class).invoke(null, (Object) arguments));
  }

  private static void attach(@Nullable String arguments, Instrumentation instrumentation) {
    String given = arguments == null ? "" : arguments;
    // This loads the class, also without arguments: once the jar is appended to the bootstrap
    // loader, the other class of this name would be found, which is not accessible from here.
    if (Requests.is(given)) {
      serve(Requests.parse(given), instrumentation);
      return;
    }
    String refusal;
    try {
      String command = System.getProperty("sun.java.command", "");
      boolean isTool =
          isJdkTool(command) || isOwnTool(command, System.getProperty("java.class.path", ""));
      refusal = isTool ? "" : start(arguments, instrumentation);
    } catch (Throwable failure) {
      System.err.println(
          "understudy: not started; the application runs without it: " + describe(failure));
      return;
    }
    if (!refusal.isEmpty()) {
      throw new IllegalStateException("understudy: " + refusal);
    }
  }

  private static void serve(Map<String, String> request, Instrumentation instrumentation) {
    String answer;
    try {
      answer = answer(request, instrumentation);
    } catch (Throwable failure) {
      Throwable cause = failure instanceof InvocationTargetException ? failure.getCause() : failure;
      answer = "refused\n" + describe(cause == null ? failure : cause);
    }
    Requests.answer(request, answer);
  }

  private static String answer(Map<String, String> request, Instrumentation instrumentation)
      throws Exception {
    Function<Map<String, String>, String> attached = Requests.attached();
    if (attached != null) {
      return attached.apply(request);
    }
    if (isTooOld(System.getProperty("java.version", ""))) {
      return "refused\n" + TOO_OLD;
    }
    String named = request.get("jar");
    File jar = named == null ? ownJar() : new File(named);
    boolean attaches = "attach".equals(request.get("command"));
    if (attaches && System.getProperties().putIfAbsent(LATCH, "true") != null) {
      return "refused\nUnderstudy is being attached already";
    }
    try {
      prepare(jar, instrumentation);
      return Requests.answerByNew(new AgentClassLoader(jar), request, instrumentation);
    } finally {
      if (attaches && Requests.attached() == null) {
        System.getProperties().remove(LATCH);
      }
    }
  }

  /**
   * Returns the reason why the application must not start ({@code on-error: fail}); empty if it may
   * start.
   */
  private static String start(@Nullable String arguments, Instrumentation instrumentation)
      throws Throwable {
    if (isTooOld(System.getProperty("java.version", ""))) {
      throw new IllegalStateException(TOO_OLD);
    }
    if (System.getProperties().putIfAbsent(LATCH, "true") != null) {
      System.err.println("understudy: attached already; the second attachment is ignored");
      return "";
    }
    try {
      File jar = ownJar();
      prepare(jar, instrumentation);
      AgentClassLoader loader = new AgentClassLoader(jar);
      String refusal =
          (String)
              loader
                  .loadClass("io.understudy.agent.Agent")
                  .getMethod("start", String.class, Instrumentation.class)
                  .invoke(null, arguments == null ? "" : arguments, instrumentation);
      if (Requests.attached() == null) { // refused; a later attachment may succeed
        System.getProperties().remove(LATCH);
        loader.close();
      }
      return refusal;
    } catch (Throwable failure) {
      System.getProperties().remove(LATCH);
      throw failure instanceof InvocationTargetException ? failure.getCause() : failure;
    }
  }

  /**
   * Adds the bridge to the bootstrap loader. If an earlier attachment has done so, checks that both
   * have the same contract.
   */
  private static void prepare(File jar, Instrumentation instrumentation) throws Exception {
    Integer present = contract(null);
    if (present == null) {
      appendToBootstrap(jar, instrumentation);
    } else {
      check(jar);
      int required = required(jar);
      if (present != required) {
        throw new IllegalStateException(
            "an earlier attachment has left the bridge of another version of Understudy in this"
                + " JVM (contract "
                + present
                + "), and "
                + jar
                + " needs contract "
                + required
                + "; attach a version that has the same, or restart the JVM");
      }
    }
    for (String property : DELEGATION) {
      delegate(property);
    }
  }

  /** Returns the contract of the bridge that a loader finds; null if there is none. */
  private static @Nullable Integer contract(@Nullable ClassLoader loader) throws Exception {
    try {
      return (Integer)
          Class.forName(BRIDGE_PACKAGE + ".Bridge", false, loader)
              .getMethod("contract")
              .invoke(null);
    } catch (ClassNotFoundException notYet) {
      return null;
    }
  }

  /** Returns the contract for which the agent in a jar was compiled. */
  private static int required(File file) throws Exception {
    try (JarFile jar = new JarFile(file, false)) {
      String contract = jar.getManifest().getMainAttributes().getValue("Understudy-Bridge");
      return contract == null ? -1 : Integer.parseInt(contract.trim());
    }
  }

  private static File ownJar() throws Exception {
    return new File(Premain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /**
   * Shows the bridge to every class loader. The jar's root holds only the bridge and this class's
   * package.
   */
  private static void appendToBootstrap(File file, Instrumentation instrumentation)
      throws Exception {
    check(file);
    try (JarFile jar = new JarFile(file, false)) {
      instrumentation.appendToBootstrapClassLoaderSearch(jar);
    }
    Class.forName(BRIDGE_PACKAGE + ".Bridge", false, null);
  }

  private static void check(File file) throws IOException {
    try (JarFile jar = new JarFile(file, false)) {
      // In a jar that merges the application and the agent, the application would not work.
      if (!Premain.class
              .getName()
              .equals(jar.getManifest().getMainAttributes().getValue("Premain-Class"))
          || jar.getEntry("inst/io/understudy/agent/Agent.classdata") == null) {
        throw new IllegalStateException(
            file + " is not understudy-agent.jar as it was built; do not merge it into other jars");
      }
    }
  }

  private static void delegate(String property) {
    String value = System.getProperty(property, "");
    if ((',' + value + ',').contains("," + BRIDGE_PACKAGE + ",")) {
      return; // an earlier attachment has set it
    }
    System.setProperty(property, value.isEmpty() ? BRIDGE_PACKAGE : value + "," + BRIDGE_PACKAGE);
  }

  /**
   * Whether the JVM runs a tool of the JDK; these tools read {@code JAVA_TOOL_OPTIONS} too.
   *
   * @param command main class and arguments; a module name and a slash may precede the class
   */
  static boolean isJdkTool(String command) {
    String main = command.substring(0, (command + " ").indexOf(' '));
    String name = main.substring(main.indexOf('/') + 1);
    return !name.startsWith("com.sun.tools.javac.launcher.") // runs an application from source
        && (name.startsWith("com.sun.tools.")
            || name.startsWith("sun.")
            || name.startsWith("jdk.")
            || name.startsWith("java.")
            || name.startsWith("com.ibm.crypto.tools."));
  }

  /**
   * Whether the JVM runs a command of Understudy; an agent there would write a session to the
   * journal of the application.
   *
   * @param command the jar after {@code -jar}, and its arguments
   * @param classPath the same jar, and what agents have appended
   */
  static boolean isOwnTool(String command, String classPath) {
    int end = (classPath + File.pathSeparator).indexOf(File.pathSeparator);
    String jar = classPath.substring(0, end);
    String name = new File(jar).getName();
    return (command + " ").startsWith(jar + " ")
        && (name.startsWith("understudy-agent") || name.startsWith("understudy-report"))
        && name.endsWith(".jar");
  }

  /** Whether this is Java 8 before update 40. */
  static boolean isTooOld(String version) {
    if (!version.startsWith("1.8.0")) {
      return false;
    }
    int update = 0;
    for (int i = "1.8.0_".length();
        i < version.length() && Character.isDigit(version.charAt(i));
        i++) {
      update = 10 * update + Character.digit(version.charAt(i), 10);
    }
    return update < 40;
  }

  /** Describes a failure in one line, with the place where it happened. */
  private static String describe(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return String.valueOf(failure).replaceAll("\\s+", " ")
        + (trace.length == 0 ? "" : " (at " + trace[0] + ")");
  }
}
