package io.understudy.rig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts a JVM with the agent, an application and a configuration:
 *
 * <pre>{@code
 * Run run = ChildJvm.of(17, directory).app("public class Main {…}").yaml("calls: …").run("Main");
 * }</pre>
 *
 * Without {@link #yaml} and {@link #arguments} the agent is not attached. Not thread-safe.
 */
public final class ChildJvm {
  /** The keys with which every call is replayed, whatever it costs. */
  public static final String UNLIMITED = "budget: { cpu: unlimited, caller: unlimited }\n";

  private static final long SECONDS = 90;
  private static final long DUMP_SECONDS = 2;

  private final Jvm jvm;
  private final Path directory;
  private final List<String> options = new ArrayList<>();
  private final List<String> classPath = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private @Nullable String agentArguments;
  private @Nullable Path agentJar;
  private List<String> prefix = Collections.emptyList();
  private long seconds = SECONDS;

  private ChildJvm(Jvm jvm, Path directory) {
    this.jvm = jvm;
    this.directory = directory;
    // Small and fast to start, since several JVMs run at a time.
    options.addAll(Arrays.asList("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
  }

  /**
   * Prepares a JVM of a Java version; its files are written to {@code directory}, which is empty.
   */
  public static ChildJvm of(int version, Path directory) {
    return new ChildJvm(Jvm.of(version), directory);
  }

  /** The path of the built agent jar. */
  public static Path agentJar() {
    String jar = System.getProperty("understudy.agent.jar", "target/understudy-agent.jar");
    Path path = Paths.get(jar).toAbsolutePath();
    if (!Files.exists(path)) {
      throw new IllegalStateException(path + " is not built; run this test through mvn verify");
    }
    return path;
  }

  /** Compiles the application for Java 8 and adds it to the class path. */
  public ChildJvm app(String... sources) {
    return classPath(Sources.compile(directory.resolve("app"), 8, compileClassPath(), sources));
  }

  /** Compiles an application of the test resources for Java 8 and adds it to the class path. */
  public ChildJvm appOf(String name) {
    return app(Sources.ofApp(name));
  }

  private String compileClassPath() {
    return String.join(System.getProperty("path.separator", ":"), classPath);
  }

  /** Adds a directory or jar to the class path. */
  public ChildJvm classPath(Path... entries) {
    for (Path entry : entries) {
      classPath.add(entry.toString());
    }
    return this;
  }

  /** Adds options of the JVM. */
  public ChildJvm option(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  /** Sets an environment variable. */
  public ChildJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /**
   * Attaches the agent with this configuration. The application's name and the journal's directory
   * are added unless the text starts with {@code application:}. Every call is replayed, unless the
   * text has a {@code budget:}.
   */
  public ChildJvm yaml(String text) {
    return arguments(configuration(text));
  }

  /**
   * Writes a configuration as {@link #yaml} does and returns its path; does not attach the agent.
   */
  public String configuration(String text) {
    String head =
        text.startsWith("application:")
            ? ""
            : "application: test\njournal:\n  directory: " + journalDirectory() + "\n";
    return write("understudy.yaml", head + unlimited(text)).toString();
  }

  /**
   * Returns a configuration whose calls are all replayed, for tests that count them. The key is
   * added at the end, so that the positions in messages stay as they are.
   */
  public static String unlimited(String text) {
    boolean isLimited = text.startsWith("budget:") || text.contains("\nbudget:");
    return isLimited ? text : text + "\n" + UNLIMITED;
  }

  /** Attaches the agent with these arguments, which may name a missing file. */
  public ChildJvm arguments(String arguments) {
    agentArguments = arguments;
    return this;
  }

  /** Attaches another jar than the built one. */
  public ChildJvm agent(Path jar) {
    agentJar = jar;
    return this;
  }

  /** The directory of the journal. */
  public Path journalDirectory() {
    return directory.resolve("journal");
  }

  /** Writes a file next to the application and returns its path. */
  public Path write(String name, String text) {
    try {
      return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The {@code -javaagent} option; empty when the agent is not attached. */
  public String agentOption() {
    if (agentArguments == null) {
      return "";
    }
    Path jar = agentJar == null ? agentJar() : agentJar;
    return "-javaagent:" + jar + (agentArguments.isEmpty() ? "" : "=" + agentArguments);
  }

  /** Limits the size of each file of the JVM in kilobytes, to simulate a full disk. */
  public ChildJvm filesUpTo(int kilobytes) {
    return after("ulimit -f " + kilobytes);
  }

  /** Runs commands of bash, such as {@code ulimit -n 64}, in the process that becomes the JVM. */
  public ChildJvm after(String commands) {
    prefix = Arrays.asList("bash", "-c", commands + "; exec \"$@\"", "bash");
    return this;
  }

  /** Sets the time after which a JVM that has not ended is killed; 90 seconds by default. */
  public ChildJvm limit(int newSeconds) {
    seconds = newSeconds;
    return this;
  }

  /** Runs a main class to its end. */
  public Run run(String mainClass, String... arguments) throws Exception {
    return run(javaCommand(mainClass, arguments));
  }

  private List<String> javaCommand(String mainClass, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(jvm.command("java").toString());
    if (!agentOption().isEmpty()) {
      command.add(agentOption());
    }
    command.addAll(options);
    if (!classPath.isEmpty()) {
      command.add("-cp");
      command.add(compileClassPath());
    }
    command.add(mainClass);
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /**
   * Starts a main class that executes lines of the test; see {@link LiveJvm}. Returns after its
   * first line.
   */
  public LiveJvm start(String mainClass, String... arguments) throws Exception {
    ProcessBuilder builder = builder(javaCommand(mainClass, arguments));
    LiveJvm live = new LiveJvm(builder, directory.resolve("live-stderr.txt"));
    live.next();
    return live;
  }

  /** The journal's directory as it is now, as a run with exit code 0 and no output. */
  public Run left() {
    return new Run(0, "", "", journalDirectory());
  }

  /**
   * Runs a command of the JDK, such as {@code keytool}; only the environment can attach the agent.
   */
  public Run command(String name, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(jvm.command(name).toString());
    command.addAll(Arrays.asList(arguments));
    return run(command);
  }

  private Run run(List<String> command) throws Exception {
    Path out = directory.resolve("stdout.txt");
    Path err = directory.resolve("stderr.txt");
    Process process =
        builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!ended) {
        dumpThreads(process);
      }
      return new Run(ended ? process.exitValue() : -1, read(out), read(err), journalDirectory());
    } finally {
      process.destroyForcibly();
    }
  }

  /** Lets a JVM that does not end print its threads to standard output. */
  private static void dumpThreads(Process process) throws Exception {
    String pid = String.valueOf(Process.class.getMethod("pid").invoke(process));
    new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
    process.waitFor(DUMP_SECONDS, TimeUnit.SECONDS);
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeAll(Arrays.asList("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    return builder;
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
