package io.understudy.compatibility;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Web applications that differ from the built one. */
final class Wars {
  private Wars() {}

  /** A copy whose {@code tariff.properties} say another price: a candidate asked there differs. */
  static void withPrice(Path war, Path to, String price) throws IOException {
    Path copy = Files.copy(war, Files.createTempFile("tariff", ".war"), REPLACE);
    try (FileSystem inside =
        FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.<String, Object>of())) {
      Path classes = Files.createDirectories(inside.getPath("WEB-INF/classes"));
      Files.writeString(classes.resolve("tariff.properties"), "price=" + price + "\n");
    }
    // In one step: a server may look at any time.
    Files.move(copy, to);
  }

  private static final java.nio.file.CopyOption REPLACE =
      java.nio.file.StandardCopyOption.REPLACE_EXISTING;
}
