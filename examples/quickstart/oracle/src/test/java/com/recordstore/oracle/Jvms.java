package com.recordstore.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * The Javas of this machine: those that {@code UNDERSTUDY_JVMS} names ({@code 8=/home;17=/home}),
 * or else those at the usual places.
 */
final class Jvms {
  private static final Pattern SAID = Pattern.compile("(?s).* version \"(?:1\\.)?(\\d+).*");

  private Jvms() {}

  /**
   * The {@code java} command of a version. Where there is none the test is skipped and says so, or
   * fails if {@code UNDERSTUDY_REQUIRE_JVMS} lists the version.
   */
  static Path java(int version) throws IOException {
    Path home = homes().get(version);
    if (home != null) {
      return home.resolve("bin/java");
    }
    String missing =
        "no Java " + version + " here; UNDERSTUDY_JVMS=" + version + "=/home names one";
    String required = System.getenv().getOrDefault("UNDERSTUDY_REQUIRE_JVMS", "");
    if (List.of(required.split("[,; ]+")).contains(Integer.toString(version))) {
      throw new AssertionError(missing);
    }
    throw new TestAbortedException(missing);
  }

  private static Map<Integer, Path> homes() throws IOException {
    Map<Integer, Path> homes = new TreeMap<>();
    String named = System.getenv("UNDERSTUDY_JVMS");
    if (named != null) {
      for (String entry : named.split(";")) {
        String[] parts = entry.split("=", 2);
        homes.put(Integer.valueOf(parts[0].trim()), Path.of(parts[1].trim()));
      }
      return homes;
    }
    for (Path home : usual()) {
      if (Files.isExecutable(home.resolve("bin/java"))) {
        Matcher version = SAID.matcher(said(home));
        if (version.matches()) {
          homes.putIfAbsent(Integer.valueOf(version.group(1)), home);
        }
      }
    }
    return homes;
  }

  // Not from the file "release": Debian's OpenJDK 8 has none.
  private static String said(Path home) throws IOException {
    Process process =
        new ProcessBuilder(home.resolve("bin/java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static List<Path> usual() throws IOException {
    List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    String javaHome = System.getenv("JAVA_HOME");
    if (javaHome != null) {
      homes.add(Path.of(javaHome));
    }
    String rig = System.getenv("JDK_RIG");
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "jdk-rig");
    for (Path place : List.of(Path.of("/usr/lib/jvm"), rig == null ? cache : Path.of(rig))) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> children = Files.list(place)) {
          children.sorted().forEach(homes::add);
        }
      }
    }
    return homes;
  }
}
