package io.understudy.agent.config.read;

import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.SourcePosition;
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
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the text of the configuration file, and reports why a file cannot be read. */
final class SourceText {
  static final int MOST_BYTES = YamlParser.MOST_CHARACTERS;

  private final String file;
  private final ConfigProblems problems;

  private SourceText(String file, ConfigProblems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Reads the file's text without a byte order mark; null if a problem was added. */
  static @Nullable String read(String file, ConfigProblems problems) {
    return new SourceText(file, problems).read();
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
      byte[] bytes = head(path);
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

  private static byte[] head(Path path) throws IOException {
    byte[] bytes = new byte[MOST_BYTES + 1];
    int length = 0;
    try (InputStream in = Files.newInputStream(path)) {
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
