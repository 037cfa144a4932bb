package io.understudy.agent.config.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.understudy.agent.config.Config;
import io.understudy.agent.config.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may change a configuration, and what is no file. */
@Timeout(60)
final class ConfigTrustTest {
  private static final String TEXT =
      "application: billing\ncalls:\n  - { control: a.B#c, candidate: d.E#f }\n";

  @TempDir Path parent;

  private Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
    // Others can enter both directories; else nothing below would be in their reach.
    mode(parent, "rwxr-xr-x");
    directory = Files.createDirectory(parent.resolve("conf"));
    mode(directory, "rwxr-xr-x");
    file = Files.write(directory.resolve("u.yaml"), TEXT.getBytes(StandardCharsets.UTF_8));
    mode(file, "rw-r--r--");
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static Config load(Path path, String... overrides) throws ConfigException {
    return ConfigLoader.load(path.toString(), Arrays.asList(overrides));
  }

  private void refused(Path path, String... parts) {
    assertThatThrownBy(() -> load(path))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void ownFileIsRead() throws ConfigException {
    assertThat(load(file).warnings()).isEmpty();
  }

  @Test
  void fileThatEveryUserCanWriteIsRefused() throws IOException {
    mode(file, "rw-rw-rw-");
    refused(
        file,
        "another user could change which code the agent calls: " + file + " can be written by",
        "run chmod o",
        "-w " + file,
        ";config-writable-by-others=accept",
        "UNDERSTUDY_CONFIG_WRITABLE_BY_OTHERS=accept");
  }

  @Test
  void directoryAboveThatEveryUserCanWriteIsRefused() throws IOException {
    mode(parent, "rwxrwxrwx");
    refused(file, parent + ", a directory above it, can be written by every user (rwxrwxrwx)");
  }

  @Test
  void overrideAcceptsWithAWarning() throws Exception {
    mode(file, "rw-r--rw-");
    assertThat(load(file, "config-writable-by-others=accept").warnings())
        .singleElement()
        .asString()
        .contains("can be written by every user", "accepted by config-writable-by-others=accept");
    assertThatThrownBy(() -> load(file, "config-writable-by-others=yes"))
        .hasMessageContaining("can be written by every user");
  }

  @Test
  void overrideInTheFileIsNoKey() throws IOException {
    Files.write(
        file, (TEXT + "config-writable-by-others: accept\n").getBytes(StandardCharsets.UTF_8));
    refused(file, "config-writable-by-others: there is no such key here");
  }

  @Test
  void directoryThatOthersCannotEnterProtectsWhatIsBelow() throws Exception {
    mode(file, "rw-rw-rw-");
    mode(directory, "rwxrwxrwx");
    mode(parent, "rwx------");
    assertThat(load(file).warnings()).isEmpty();
  }

  @Test
  void stickyDirectoryIsAccepted() throws Exception {
    assumeTrue(isRoot());
    Files.setAttribute(directory, "unix:mode", 01777);
    assertThat(load(file).warnings()).isEmpty();
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    assertThat(load(link).warnings()).isEmpty();
    Files.setAttribute(link, "unix:uid", 12_345, LinkOption.NOFOLLOW_LINKS);
    refused(link, link + " belongs to the user 12345");
  }

  @Test
  void fileOfAnotherUserIsRefused() throws IOException {
    assumeTrue(isRoot());
    Files.setAttribute(file, "unix:uid", 12_345);
    refused(file, file + " belongs to the user 12345: run chown root " + file);
  }

  @Test
  void groupWithOtherMembersIsRefused() throws IOException {
    assumeTrue(isRoot());
    Files.setAttribute(file, "unix:gid", 12_345);
    mode(file, "rw-rw-r--");
    refused(file, file + " can be written by the group 12345", "run chmod g-w");
  }

  @Test
  void groupOfItsOwnerAloneIsAccepted() throws Exception {
    assumeTrue(isRoot());
    mode(file, "rw-rw-r--");
    mode(directory, "rwxrwxr-x");
    assertThat(load(file).warnings()).isEmpty();
  }

  /** Kubernetes mounts a configuration map like this. */
  @Test
  void linksAreFollowedAndTheirDirectoriesChecked() throws Exception {
    Path version = Files.createDirectory(directory.resolve("..2026"));
    Files.move(file, version.resolve("u.yaml"));
    Files.createSymbolicLink(directory.resolve("..data"), Paths.get("..2026"));
    Files.createSymbolicLink(file, Paths.get("..data/u.yaml"));
    assertThat(load(file).warnings()).isEmpty();
    mode(version, "rwxrwxrwx");
    refused(file, version + ", a directory above it, can be written by every user");
  }

  @Test
  void linkIntoAWritableDirectoryIsRefused() throws Exception {
    Path open = Files.createDirectory(parent.resolve("open"));
    Files.move(file, open.resolve("u.yaml"));
    Files.createSymbolicLink(file, open.resolve("u.yaml"));
    mode(open, "rwxrwxrwx");
    refused(file, open + ", a directory above it, can be written by every user");
  }

  @Test
  void pipesAndDevicesAreRefusedAtOnce() throws Exception {
    Path pipe = directory.resolve("pipe");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0);
    refused(pipe, "is no regular file; a pipe or a device cannot be a configuration");
    refused(Paths.get("/dev/zero"), "is no regular file");
    refused(Paths.get("/dev/null"), "is no regular file");
    refused(Files.createSymbolicLink(directory.resolve("to-pipe"), pipe), "is no regular file");
  }

  @Test
  void loopOfLinksIsRefused() throws Exception {
    Path loop = directory.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    refused(loop, "there is no such file");
  }

  @Test
  void numbersAndNamesOfUsersAreKnown() {
    assertThat(FileOwner.ofThisJvm().name()).isEqualTo(System.getProperty("user.name"));
    assertThat(Collections.singletonList(FileOwner.of(7, "app").name())).containsExactly("app");
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
