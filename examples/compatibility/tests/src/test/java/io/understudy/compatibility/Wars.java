package io.understudy.compatibility;

import java.io.IOException;
import java.net.URI;
import java.nio.file.CopyOption;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Web applications that differ from the built one. */
final class Wars {
  private static final CopyOption REPLACE = StandardCopyOption.REPLACE_EXISTING;

  private Wars() {}

  /**
   * Copies the archive with another price in {@code tariff.properties}, so the candidate of another
   * deployment would answer differently. Its {@code price.txt} identifies the copy.
   *
   * @param to the file to create or replace
   */
  static void withPrice(Path war, Path to, String price) throws IOException {
    Path copy = Files.copy(war, Files.createTempFile("tariff", ".war"), REPLACE);
    try (FileSystem inside =
        FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.<String, Object>of())) {
      Path classes = Files.createDirectories(inside.getPath("WEB-INF/classes"));
      Files.writeString(classes.resolve("tariff.properties"), "price=" + price + "\n");
      Files.writeString(inside.getPath("price.txt"), price);
    }
    // Move it in one step: a server may scan at any time.
    Files.move(copy, to, REPLACE);
  }
}
