package io.understudy.agent.config.read;

import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.SourcePosition;
import io.understudy.agent.config.TimeLimit;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.YamlParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the text of the configuration file, and reports why a file cannot be read. */
final class SourceText {
  /** Accepts a file that other users can change. It is no key of the file on purpose. */
  static final String OVERRIDE = "config-writable-by-others=accept";

  /** Does the same for every start in an environment. */
  static final String VARIABLE = "UNDERSTUDY_CONFIG_WRITABLE_BY_OTHERS";

  static final int MOST_BYTES = YamlParser.MOST_CHARACTERS;

  private static final long MOST_SECONDS = 10;

  private final String file;
  private final boolean acceptsOthers;
  private final ConfigProblems problems = new ConfigProblems();

  private SourceText(String file, boolean acceptsOthers) {
    this.file = file;
    this.acceptsOthers = acceptsOthers;
  }

  /**
   * Reads the file's text without a byte order mark; null if a problem was added. It waits at most
   * ten seconds, because a file system may not respond.
   *
   * @param acceptsOthers whether a file that other users can change is read, with a warning
   */
  static @Nullable String read(String file, boolean acceptsOthers, ConfigProblems problems) {
    SourceText source = new SourceText(file, acceptsOthers);
    Callable<Optional<String>> reading = () -> Optional.ofNullable(source.read());
    try {
      String text = TimeLimit.call(reading, MOST_SECONDS).orElse(null);
      problems.addAll(source.problems);
      return text;
    } catch (TimeoutException hung) {
      problems.add(
          SourcePosition.whole(file),
          "",
          "could not be read within " + MOST_SECONDS + " s; does its file system respond?");
    } catch (ExecutionException e) {
      problems.add(SourcePosition.whole(file), "", "cannot be read: " + e.getCause());
    }
    return null;
  }

  private @Nullable String read() {
    try {
      Path path = Paths.get(file);
      if (Files.isDirectory(path)) {
        return refuse("is a directory; name the YAML file in it");
      }
      if (!Files.exists(path)) {
        return refuse("there is no such file" + neighbour(path));
      }
      if (!Files.isRegularFile(path)) {
        return refuse("is no regular file; a pipe or a device cannot be a configuration");
      }
      byte[] bytes = trusted(path);
      if (bytes == null) {
        return null;
      }
      return bytes.length > MOST_BYTES
          ? refuse("is larger than 1 MB; a configuration is smaller, is this the right file?")
          : decode(bytes);
    } catch (InvalidPathException e) {
      return refuse("is not the name of a file: " + e.getReason());
    } catch (AccessDeniedException e) {
      return refuse("may not be read by the user that runs this JVM; check its permissions");
    } catch (IOException e) {
      return refuse("cannot be read: " + e);
    }
  }

  /** Suggests a file with a similar name, and names the directory of a relative path. */
  private static String neighbour(Path path) {
    Path absolute = path.toAbsolutePath();
    Path directory = absolute.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      return "; " + directory + " is not a directory either";
    }
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.limit(1000).forEach(f -> names.add(String.valueOf(f.getFileName())));
    } catch (IOException e) {
      // The directory cannot be listed, so there is no suggestion.
    }
    return NearestWord.didYouMean(String.valueOf(path.getFileName()), names)
        + (path.isAbsolute() ? "" : " (looked in " + directory + ")");
  }

  /** Reads a file that only its owner can change; null if a problem was added. */
  private byte @Nullable [] trusted(Path path) throws IOException {
    if (!Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)) {
      problems.warn(
          SourcePosition.whole(file),
          "",
          "was not checked for other users that can change it: its file system has no POSIX"
              + " permissions");
      return head(path);
    }
    FileOwner user = FileOwner.ofThisJvm();
    TrustedPath before = TrustedPath.follow(path, user);
    Object key = Files.readAttributes(before.file(), BasicFileAttributes.class).fileKey();
    byte[] bytes = head(before.file());
    // Race: the file or a link may have been replaced since the first check.
    TrustedPath after = TrustedPath.follow(path, user);
    if (!after.file().equals(before.file())
        || !Objects.equals(
            key, Files.readAttributes(after.file(), BasicFileAttributes.class).fileKey())) {
      refuse("was replaced while it was read; try again");
      return null;
    }
    String problem = before.problem() == null ? after.problem() : before.problem();
    if (problem == null) {
      return bytes;
    }
    String why = "another user could change which code the agent calls: " + problem;
    if (acceptsOthers) {
      problems.warn(SourcePosition.whole(file), "", why + " (accepted by " + OVERRIDE + ")");
      return bytes;
    }
    refuse(
        why
            + ". If that is intended, add ;"
            + OVERRIDE
            + " to the agent's argument, or set the environment variable "
            + VARIABLE
            + "=accept");
    return null;
  }

  private static byte[] head(Path path) throws IOException {
    byte[] bytes = new byte[MOST_BYTES + 1];
    int length = 0;
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      int n;
      while (length < bytes.length && (n = in.read(bytes, length, bytes.length - length)) >= 0) {
        length += n;
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  private @Nullable String decode(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      problems.add(
          SourcePosition.ofIndex(file, out, out.length()),
          "",
          String.format(
              "is not UTF-8: byte 0x%02X is not valid here; save the file as UTF-8",
              bytes[in.position()]));
      return null;
    }
    String text = out.toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private @Nullable String refuse(String text) {
    problems.add(SourcePosition.whole(file), "", text);
    return null;
  }
}
