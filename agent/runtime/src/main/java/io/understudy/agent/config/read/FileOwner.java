package io.understudy.agent.config.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The user that runs this JVM, by number where the system tells it, and by name. Immutable. */
final class FileOwner {
  private static final Path STATUS = Paths.get("/proc/self/status");
  private static final Path GROUPS = Paths.get("/etc/group");

  private final @Nullable Integer uid;
  private final String name;

  private FileOwner(@Nullable Integer uid, String name) {
    this.uid = uid;
    this.name = name;
  }

  /** Returns the user of this JVM. */
  static FileOwner ofThisJvm() {
    return new FileOwner(uid(), System.getProperty("user.name", "?"));
  }

  /** Returns a user with a number and a name. */
  static FileOwner of(int uid, String name) {
    return new FileOwner(uid, name);
  }

  /** The user's name, for messages. */
  String name() {
    return name;
  }

  /** Reads the effective user's number; null where there is no such file. */
  private static @Nullable Integer uid() {
    try {
      for (String line : Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1)) {
        if (line.startsWith("Uid:")) {
          return Integer.valueOf(line.split("\\s+")[2]);
        }
      }
    } catch (IOException | RuntimeException unknown) {
      // Not Linux: the name decides.
    }
    return null;
  }

  /** Whether a file belongs to root or to this user. */
  boolean isTrusted(PosixFileAttributes found, Path path) {
    Integer owner = number(path, "uid");
    String ownerName = found.owner().getName();
    if (owner == null || uid == null) {
      return ownerName.equals("root") || ownerName.equals(name);
    }
    return owner == 0 || owner.equals(uid);
  }

  private static @Nullable Integer number(Path path, String attribute) {
    try {
      return (Integer) Files.getAttribute(path, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | RuntimeException unknown) {
      return null;
    }
  }

  /**
   * Whether a file's group has no member besides its owner, this user and root, as far as the
   * system's list tells: the group of root, or a group with the name of its only user.
   */
  boolean isPrivateGroup(PosixFileAttributes found) {
    String group = found.group().getName();
    String owner = found.owner().getName();
    if (!group.equals("root") && !group.equals(owner) && !group.equals(name)) {
      return false;
    }
    Set<String> own = new HashSet<>(Arrays.asList("", "root", owner, name));
    try {
      for (String line : Files.readAllLines(GROUPS, StandardCharsets.ISO_8859_1)) {
        String[] parts = line.split(":", -1);
        if (parts[0].equals(group) && parts.length > 3) {
          return own.containsAll(Arrays.asList(parts[3].trim().split(",")));
        }
      }
    } catch (IOException | RuntimeException unknown) {
      // No list, as in small containers: then the names decide.
    }
    return true;
  }
}
