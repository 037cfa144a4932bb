package io.understudy.compatibility;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the applications, the servers and the other agents in the build. */
final class Places {
  private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

  private Places() {}

  /** Returns a server or an agent, by the name of its property in this module's pom. */
  static Path of(String property) {
    String path = System.getProperty(property);
    if (path == null || !Files.exists(Path.of(path))) {
      throw new IllegalStateException(
          property + " is not at " + path + "; run this test by mvn -Pfull verify");
    }
    return Path.of(path);
  }

  /** Returns the artefact of a module of this example. */
  static Path built(String module, String type) {
    Path file = MODULES.resolve(module).resolve("target").resolve(module + "." + type);
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is not built; run mvn -Pfull verify");
    }
    return file;
  }
}
