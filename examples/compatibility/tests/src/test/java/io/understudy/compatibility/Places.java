package io.understudy.compatibility;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build has put the applications, the servers and the other agents. */
final class Places {
  private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

  private Places() {}

  /** A server or an agent, by the name of its property in this module's pom. */
  static Path of(String property) {
    String path = System.getProperty(property);
    if (path == null || !Files.exists(Path.of(path))) {
      throw new IllegalStateException(
          property + " is not at " + path + "; run this test by mvn -Pfull verify");
    }
    return Path.of(path);
  }

  /** What a module of this example builds. */
  static Path built(String module, String type) {
    Path file = MODULES.resolve(module).resolve("target").resolve(module + "." + type);
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is not built; run mvn -Pfull verify");
    }
    return file;
  }
}
