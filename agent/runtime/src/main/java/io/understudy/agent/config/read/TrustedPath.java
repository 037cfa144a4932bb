package io.understudy.agent.config.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows a path as the operating system does, from the root and through links, and finds who could
 * change the file behind it. A configuration names code that the agent calls. So it must belong to
 * the JVM's user or root, and no other user may write it or a directory on the way. Not
 * thread-safe.
 *
 * <p>What lies below a directory that others cannot enter is out of their reach. In a sticky
 * directory such as {@code /tmp}, others cannot replace what is not theirs. A file system that is
 * mounted read-only, such as a volume of Kubernetes, cannot be written whatever its permissions
 * say.
 */
final class TrustedPath {
  private static final int MOST_LINKS = 40;
  private static final int STICKY = 01000;

  private final FileOwner user;
  private final Deque<Path> left = new ArrayDeque<>();
  private Path at;
  private boolean isReachable = true;
  private boolean isInSticky;
  private int links;
  private @Nullable String problem;

  private TrustedPath(Path path, FileOwner user) {
    this.user = user;
    this.at = root(path);
    push(path);
  }

  /**
   * Follows a path.
   *
   * @throws IOException when the path leads nowhere
   */
  static TrustedPath follow(Path path, FileOwner user) throws IOException {
    TrustedPath followed = new TrustedPath(path.toAbsolutePath(), user);
    followed.check(followed.at);
    while (!followed.left.isEmpty()) {
      followed.step(followed.left.pop());
    }
    return followed;
  }

  /** The file behind the path, without links. */
  Path file() {
    return at;
  }

  /** Who could change the file, and what to do; null if no other user can. */
  @Nullable String problem() {
    return problem;
  }

  private static Path root(Path absolute) {
    Path root = absolute.getRoot();
    return root == null ? absolute : root;
  }

  private void push(Path path) {
    for (int i = path.getNameCount() - 1; i >= 0; i--) {
      left.push(path.getName(i));
    }
  }

  private void step(Path name) throws IOException {
    String text = name.toString();
    if (text.isEmpty() || text.equals(".")) {
      return;
    }
    if (text.equals("..")) {
      Path parent = at.getParent();
      at = parent == null ? at : parent;
      return;
    }
    Path next = at.resolve(name);
    if (!Files.isSymbolicLink(next)) {
      at = next;
      check(next);
      return;
    }
    if (++links > MOST_LINKS) {
      throw new IOException("too many links on the way to it");
    }
    if (isInSticky) {
      refuseOwner(next, Files.readAttributes(next, PosixFileAttributes.class, noFollow()));
    }
    Path target = Files.readSymbolicLink(next);
    if (target.isAbsolute()) {
      at = root(target);
      isReachable = true;
      check(at);
    }
    push(target);
  }

  private static LinkOption noFollow() {
    return LinkOption.NOFOLLOW_LINKS;
  }

  private void check(Path path) throws IOException {
    PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class, noFollow());
    Set<PosixFilePermission> may = found.permissions();
    boolean isPrivateGroup = user.isPrivateGroup(found);
    boolean byOthers = may.contains(PosixFilePermission.OTHERS_WRITE);
    boolean byGroup = may.contains(PosixFilePermission.GROUP_WRITE) && !isPrivateGroup;
    boolean isSticky = found.isDirectory() && (mode(path) & STICKY) != 0;
    refuseOwner(path, found);
    if (isReachable && (byOthers || byGroup) && !isSticky && !isReadOnly(path, byOthers)) {
      note(
          path
              + (found.isDirectory() ? ", a directory above it," : "")
              + " can be written by "
              + (byOthers ? "every user" : "the group " + found.group().getName())
              + " ("
              + PosixFilePermissions.toString(may)
              + "): run chmod "
              + (byOthers && byGroup ? "go" : byOthers ? "o" : "g")
              + "-w "
              + path);
    }
    isInSticky = isSticky && (byOthers || byGroup);
    isReachable &=
        may.contains(PosixFilePermission.OTHERS_EXECUTE)
            || (may.contains(PosixFilePermission.GROUP_EXECUTE) && !isPrivateGroup)
            || !found.isDirectory();
  }

  private void refuseOwner(Path path, PosixFileAttributes found) {
    if (!user.isTrusted(found, path)) {
      note(
          path
              + " belongs to the user "
              + found.owner().getName()
              + ": run chown "
              + user.name()
              + " "
              + path);
    }
  }

  private void note(String text) {
    problem = problem == null ? text : problem;
  }

  private static int mode(Path path) throws IOException {
    Map<String, Object> unix = Files.readAttributes(path, "unix:mode", noFollow());
    Object mode = unix.get("mode");
    return mode instanceof Integer ? (Integer) mode : 0;
  }

  private static boolean isReadOnly(Path path, boolean byOthers) {
    try {
      // A file that every user may write, but this one may not, is on a read-only file system.
      return Files.getFileStore(path).isReadOnly() || (byOthers && !Files.isWritable(path));
    } catch (IOException | RuntimeException unknown) {
      return byOthers && !Files.isWritable(path);
    }
  }
}
