package io.understudy.tool.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The builds of candidates: the name and hash of their jars, each read once. Thread-safe. */
final class CodeSources {
  private final Map<Path, String> hashes = new ConcurrentHashMap<>();

  /** The name of the jar or directory of a class; empty if it is not known. */
  String name(Class<?> type) {
    Path file = file(type);
    Path name = file == null ? null : file.getFileName();
    return name == null ? "" : name.toString();
  }

  /** SHA-256 of the jar of a class; null for a directory, which has no single hash. */
  @Nullable String hash(Class<?> type) {
    Path file = file(type);
    return file != null && Files.isRegularFile(file)
        ? hashes.computeIfAbsent(file, CodeSources::sha256)
        : null;
  }

  private static @Nullable Path file(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    try {
      return location == null ? null : Paths.get(location.toURI());
    } catch (URISyntaxException | RuntimeException notAFile) {
      return null;
    }
  }

  private static @Nullable String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      StringBuilder hex = new StringBuilder();
      for (byte b : digest.digest()) {
        hex.append(String.format("%02x", b));
      }
      return hex.toString();
    } catch (IOException | NoSuchAlgorithmException unreadable) {
      return null;
    }
  }
}
