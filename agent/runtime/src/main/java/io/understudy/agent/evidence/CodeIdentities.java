package io.understudy.agent.evidence;

import io.understudy.journal.CodeIdentity;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the build of a class by the name and hash of its jar, so that evidence about one build
 * is not mistaken for evidence about another. Reads each jar once. Not thread-safe; for the
 * journal's thread, since reading a large jar takes time.
 */
final class CodeIdentities {
  private final Map<String, CodeIdentity> known = new HashMap<>();

  /** Returns the build of a class; null if the class is null or has no code source. */
  @Nullable CodeIdentity of(@Nullable Class<?> type) {
    CodeSource source = type == null ? null : type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null
        ? null
        : known.computeIfAbsent(location.toString(), url -> identify(url, location));
  }

  private static CodeIdentity identify(String url, URL location) {
    String name = url.replaceAll("!?/*$", "").replaceAll("^.*/", "");
    try {
      Path file = Paths.get(location.toURI());
      // A directory of classes, as in a development run, has no single hash, so only its name is
      // recorded.
      return new CodeIdentity(name, Files.isRegularFile(file) ? sha256(file) : null);
    } catch (Exception | LinkageError notAFile) {
      return new CodeIdentity(name, null);
    }
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    StringBuilder hex = new StringBuilder();
    for (byte b : digest.digest()) {
      hex.append(String.format("%02x", b));
    }
    return hex.toString();
  }
}
