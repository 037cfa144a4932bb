package io.understudy.rig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A Java installation of this machine.
 *
 * <p>By default tests start JVMs of one installation only: the one that runs them. With the system
 * property {@code understudy.jvms=all}, which the Maven profile {@code full} sets, they start JVMs
 * of all installations. {@code UNDERSTUDY_JVMS} lists them as {@code 8=/path/to/home;11=/home}. If
 * it is unset, they are searched in JAVA_HOME, below {@code /usr/lib/jvm}, and where {@code
 * .ci/jvms} puts them.
 */
public final class Jvm {
  private static final Pattern RELEASE = Pattern.compile("(?:1\\.)?(\\d+).*");
  private static final Pattern OUTPUT = Pattern.compile("(?s).*version \"(?:1\\.)?(\\d+).*");

  private static @Nullable Map<Integer, Path> found;

  private final int version;
  private final Path home;

  private Jvm(int version, Path home) {
    this.version = version;
    this.home = home;
  }

  /**
   * Returns the installation of this major version.
   *
   * @throws TestAbortedException if there is none, or it is not the running one and only that is
   *     used; the test is skipped, and its message says what to do
   * @throws AssertionError instead, if {@code UNDERSTUDY_REQUIRE_JVMS} lists the version
   */
  public static Jvm of(int version) {
    Path home = installed().get(version);
    if (home != null) {
      return new Jvm(version, home);
    }
    String missing =
        usesAll()
            ? "no Java " + version + " here; name one: UNDERSTUDY_JVMS=" + version + "=/home"
            : "only the running Java " + running() + " is used; all are by mvn -Pfull verify";
    String required = System.getenv().getOrDefault("UNDERSTUDY_REQUIRE_JVMS", "");
    if (Arrays.asList(required.split("[,; ]+")).contains(String.valueOf(version))) {
      throw new AssertionError("Java " + version + " is required: " + missing);
    }
    throw new TestAbortedException(missing);
  }

  /** The major version of the JVM that runs the tests. */
  public static int running() {
    return number(RELEASE, System.getProperty("java.specification.version", ""));
  }

  /** Whether tests start JVMs of all installations, not of the running one only. */
  static boolean usesAll() {
    return System.getProperty("understudy.jvms", "running").equals("all");
  }

  /** The major version: 8, 11, 17. */
  public int version() {
    return version;
  }

  /** The directory that JAVA_HOME names. */
  public Path home() {
    return home;
  }

  /** The path of a command, such as {@code java} or {@code keytool}. */
  public Path command(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static synchronized Map<Integer, Path> installed() {
    Map<Integer, Path> all = found;
    if (all == null) {
      String named = System.getenv("UNDERSTUDY_JVMS");
      if (!usesAll()) {
        all = Collections.singletonMap(running(), Paths.get(System.getProperty("java.home", "")));
      } else {
        all = named == null ? search() : parse(named);
      }
      found = all;
    }
    return all;
  }

  private static Map<Integer, Path> parse(String named) {
    Map<Integer, Path> all = new LinkedHashMap<>();
    for (String entry : named.split(";")) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        all.put(
            Integer.valueOf(entry.substring(0, equals).trim()),
            Paths.get(entry.substring(equals + 1).trim()));
      }
    }
    return all;
  }

  private static Map<Integer, Path> search() {
    Map<Integer, Path> all = new LinkedHashMap<>();
    for (Path home : candidates()) {
      int version = Files.isExecutable(home.resolve("bin/java")) ? versionOf(home) : 0;
      if (version != 0) {
        all.putIfAbsent(version, home);
      }
    }
    return all;
  }

  private static List<Path> candidates() {
    List<Path> homes = new ArrayList<>();
    homes.add(Paths.get(System.getProperty("java.home", "")));
    String javaHome = System.getenv("JAVA_HOME");
    if (javaHome != null) {
      homes.add(Paths.get(javaHome));
    }
    String directory = System.getenv("UNDERSTUDY_JVMS_DIRECTORY");
    addChildren(homes, Paths.get("/usr/lib/jvm"));
    addChildren(
        homes,
        directory == null
            ? Paths.get(System.getProperty("user.home", ""), ".cache", "understudy-jvms")
            : Paths.get(directory));
    return homes;
  }

  private static void addChildren(List<Path> homes, Path directory) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      children.forEach(homes::add);
    } catch (IOException unreadable) {
      homes.remove(directory);
    }
  }

  private static int versionOf(Path home) {
    try {
      Path release = home.resolve("release");
      if (Files.exists(release)) {
        for (String line : Files.readAllLines(release)) {
          if (line.startsWith("JAVA_VERSION=")) {
            return number(RELEASE, line.substring("JAVA_VERSION=".length()).replace("\"", ""));
          }
        }
      }
      return number(OUTPUT, output(home));
    } catch (IOException broken) {
      return 0;
    }
  }

  private static String output(Path home) throws IOException {
    Process process =
        new ProcessBuilder(home.resolve("bin/java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    try (InputStream in = process.getInputStream()) {
      byte[] buffer = new byte[4096];
      int length = 0;
      for (int n = in.read(buffer); n > 0; n = in.read(buffer, length, buffer.length - length)) {
        length += n;
      }
      return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }
  }

  private static int number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  @Override
  public String toString() {
    return "Java " + version;
  }
}
